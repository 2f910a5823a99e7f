import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
const claims = (lang: string, text: string) => read(lang, text).claims

describe('who announces sanctions', () => {
  it.each([
    ['en', 'The European Commission announced the sanctions on Lukoil on Thursday.'],
    ['fr', 'La Commission européenne a annoncé jeudi des sanctions contre Lukoil.'],
    ['es', 'La Comisión Europea anunció el jueves sanciones contra Lukoil.'],
    ['it', 'La Commissione europea ha annunciato giovedì sanzioni contro Lukoil.'],
    ['el', 'Η Ευρωπαϊκή Επιτροπή ανακοίνωσε την Πέμπτη κυρώσεις κατά της Lukoil.'],
    ['ar', 'أعلنت المفوضية الأوروبية يوم الخميس عقوبات على شركة لوك أويل.'],
    ['zh', '欧盟委员会周四公布了对卢克石油公司的制裁。'],
  ])('imposes them (%s)', (lang, text) => {
    expect(claims(lang, text)).toMatchObject([{ event: 'sanction', modality: 'happened' }])
  })
})

describe('a price', () => {
  it.each([
    ['en', 'Gas prices exploded by a fifth within a week.'],
    ['de', 'Die Gaspreise explodierten binnen einer Woche um ein Fünftel.'],
    ['fr', "Les prix du gaz ont explosé d'un cinquième en une semaine."],
    ['es', 'Los precios del gas explotaron un 20 % en una semana.'],
    ['it', 'I prezzi del gas sono esplosi del 20 % in una settimana.'],
    ['el', 'Οι τιμές του φυσικού αερίου εξερράγησαν μέσα σε μια εβδομάδα.'],
    ['tr', 'Doğal gaz fiyatları bir haftada patladı.'],
  ])('that explodes is no blast (%s)', (lang, text) => {
    expect(claims(lang, text)).toMatchObject([{ event: 'price_move' }])
  })
  it('may go either way in Chinese, and a record that it sets in Turkish is said by nobody', () => {
    expect(claims('zh', '国际油价周三涨跌互现。')).toMatchObject([
      { event: 'price_move', modality: 'happened' },
    ])
    const text =
      "Bakanlık sözcüsü İran'ın petrol ihracatını artıracağını söyledi. Brent petrolün varil fiyatı 81 dolara çıktı ve son iki ayın en yüksek seviyesini kaydetti."
    expect(claims('tr', text).at(-1)).toMatchObject({ event: 'price_move', speaker: null })
  })
})

describe('whoever turns away from a supplier', () => {
  it.each([
    ['en', 'India has moved away from Russian oil.'],
    ['tr', 'Hindistan Rus petrolünden uzaklaştı.'],
    ['zh', '印度炼油厂转向其他石油来源。'],
    ['ar', 'تحولت المصافي الهندية إلى بدائل للنفط الروسي.'],
    ['el', 'Τα ινδικά διυλιστήρια στράφηκαν σε εναλλακτικές του ρωσικού πετρελαίου.'],
  ])('changes what is supplied (%s)', (lang, text) => {
    const [claim] = claims(lang, text)
    expect(claim?.event).toBe('supply_change')
    expect(claim?.assets).toContain('crude oil')
  })
})

describe('a commodity', () => {
  it.each([
    ['tr', 'petrolü'],
    ['tr', 'petrolünden'],
    ['tr', 'petrole'],
    ['tr', 'gazını'],
    ['tr', 'kömürün'],
    ['kk', 'газын'],
    ['kk', 'мұнайының'],
  ])('is bent like any noun of its language (%s: %s)', (lang, word) => {
    const found = read(lang, lang === 'tr' ? `Bu ${word}.` : `Бұл ${word}.`).entities.filter(
      (one) => one.type === 'commodity',
    )
    expect(found).toHaveLength(1)
  })
})

it('cuts a Turkish sentence behind a finite verb and "ve"', () => {
  const text = "Dronlar Sızran rafinerisini vurdu ve Tüpraş İzmit'teki üretimini durdurdu."
  expect(claims('tr', text).map(({ event }) => event)).toEqual(['outage_or_attack', 'supply_halt'])
})

describe('a speaker', () => {
  it('is the Chinese name that stands before its Latin letters in brackets', () => {
    const text = '资深分析师贝克曼(Nora Beckmann)表示,制裁将减少伊朗石油出口。贝克曼认为,油价将上涨。'
    expect(claims('zh', text).map(({ speaker }) => speaker)).toEqual(['Nora Beckmann', 'Nora Beckmann'])
  })
  it('is found by an Arabic given name in two words, spelt as English spells it', () => {
    const text = 'أعلن وزير الطاقة الجزائري نور الدين مرابط، أمس، أن إنتاج النفط سيرتفع.'
    expect(claims('ar', text).at(0)?.speaker).toMatch(/^Noureddine M/u)
  })
  it('is not who sees something behind "if"', () => {
    const text = 'قال نوفاك إن من الممكن زيادة إنتاج النفط إذا رأت منظمة أوبك أن الطلب ارتفع.'
    expect(claims('ar', text)).toMatchObject([{ speaker: 'Alexander Novak', modality: 'conditional' }])
  })
  it('is one ministry throughout, where the text does not say of which country', () => {
    const text =
      '能源部表示，哈萨克斯坦的石油产量将增加。能源部指出，俄罗斯的天然气供应将减少。能源部强调，哈萨克斯坦不会停止石油出口。'
    expect(new Set(claims('zh', text).map(({ speaker }) => speaker)).size).toBe(1)
  })
  it('may have an article written small in a Turkish text', () => {
    const text = 'Irak Petrol Bakanı Cabir el-Samavi, petrol üretiminin artacağını söyledi.'
    expect(claims('tr', text).at(0)?.speaker).toBe('Cabir el-Samavi')
  })
})

it('reads a year that is said twice as one', () => {
  const dates = (lang: string, text: string) => read(lang, text).dates.map(({ iso }) => iso)
  expect(dates('ar', 'سيبدأ ضخ الغاز في منتصف العام المقبل 2027.')).toEqual(['2027-06'])
  expect(dates('en', 'Gas will flow next year, 2027.')).toEqual(['2027'])
})
