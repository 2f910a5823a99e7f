import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
const firstOf = (lang: string, text: string) => read(lang, text).claims[0]

describe('who speaks', () => {
  it('is whom an outlet quotes, behind a comma or before the name', () => {
    const behind = 'Терминалът в Новоросийск е ударен от дронове, заяви Александър Новак, цитиран от ТАСС.'
    expect(firstOf('bg', behind)).toMatchObject({ speaker: 'Alexander Novak', via: ['TASS'] })
    const before =
      'Rosja zmniejszy eksport ropy, powiedział cytowany przez Interfax wicepremier Aleksandr Nowak.'
    expect(firstOf('pl', before)).toMatchObject({ speaker: 'Alexander Novak', via: ['Interfax'] })
  })
  it('closes a title of many words, however the body that is headed is written', () => {
    const text =
      '«Ціни на газ падають», – зазначив керівник відділу сировинних ринків ABC Energy Тарас Ковальчук.'
    expect(firstOf('uk', text)?.speaker).toBe('Taras Kovalchuk')
  })
  it('is the same for all that a dash opens, up to the dash before the verb', () => {
    const ru =
      'Рынок ждёт решений.\n— Мы запустим второй блок АЭС в марте. Первый блок будет остановлен в мае, — рассказал директор станции Иван Петров.'
    expect(read('ru', ru).claims.map((claim) => claim.speaker)).toEqual(['Ivan Petrov', 'Ivan Petrov'])
    const pl =
      'Rafineria stoi. – Zawarliśmy umowę na dostawy ropy. Tankowiec wypłynie w maju – zdradził w rozmowie z „Rzeczpospolitą” Adam Nowicki, prezes Orlenu.'
    expect(read('pl', pl).claims[1]).toMatchObject({ speaker: 'Adam Nowicki', via: ['Rzeczpospolita'] })
  })
  it('says it within what an agency reports, in Kazakh', () => {
    const text = 'Энергетика министрі Ерлан Ақкенженов мұнай өндіру артқанын айтты, деп хабарлайды Kazinform.'
    expect(firstOf('kk', text)).toMatchObject({ speaker: 'Yerlan Akkenzhenov', via: ['Kazinform'] })
  })
  it('has a name that ends before the country behind it', () => {
    const text = 'Төраға Бауыржан Сыдықов Әзербайжан арқылы мұнай экспорты артқанын айтты.'
    expect(firstOf('kk', text)?.speaker).toBe('Bauyrzhan Sydykov')
  })
  it('has told all of a sentence that closes with an outlet', () => {
    const text =
      'Рафинерията в Кириши беше ударена от дронове, заяви губернаторът Александър Дрозденко, като подчерта, че инсталациите работят, пише ТАСС.'
    expect(firstOf('bg', text)).toMatchObject({ speaker: 'Alexander Drozdenko', via: ['TASS'] })
  })
  it('is the headquarters of the region named last, which only a region has', () => {
    const text = 'В Краснодарском крае загорелся Афипский НПЗ, сообщили в оперштабе.'
    expect(firstOf('ru', text)?.speaker).toBe('Krasnodar operational headquarters')
  })
})

describe('events', () => {
  it('has a firm that is struck off a list freed, not excluded', () => {
    const text = 'Лондон исключил из санкционного списка болгарскую дочку «Лукойла».'
    expect(firstOf('ru', text)).toMatchObject({
      event: 'sanction_relief',
      modality: 'happened',
      polarity: 'positive',
    })
  })
  it('takes a review for no repair in Kazakh', () => {
    const text = 'Министрлік Қашаған мұнайын экспорттау жоспарын қайта қарауға кірісті.'
    expect(firstOf('kk', text)?.event).not.toBe('repair_or_restart')
  })
  it('names Russia where it is printed with a small letter', () => {
    const text = 'Цієї ночі росія атакувала підстанцію на Харківщині.'
    expect(firstOf('uk', text)?.assets).toContain('Russia')
  })
})

describe('certainty', () => {
  it('is only possible where nobody knows whether it will be so', () => {
    expect(firstOf('ru', 'Пока неясно, будут ли возобновлены поставки по «Дружбе».')?.modality).toBe(
      'possible',
    )
    expect(
      firstOf('pl', 'Nie wiadomo, czy dostawy ropy rurociągiem Przyjaźń zostaną wznowione.'),
    ).toMatchObject({
      modality: 'possible',
      polarity: 'positive',
    })
  })
  it('is to come in Kazakh forms of the first person and of what is said to be', () => {
    expect(firstOf('kk', 'Біз Теңіз кен орнында мұнай өндіруді арттыруды бастаймыз.')?.modality).toBe(
      'announced_or_planned',
    )
  })
})

describe('what was not affected', () => {
  const denied = { event: 'supply_change', modality: 'denied', polarity: 'negative' }
  it.each([
    ['en', 'The outage at the Sture terminal will not affect exports, Equinor said.'],
    [
      'de',
      'Der Ausfall der Raffinerie Schwedt habe keine Auswirkungen auf die Lieferungen, teilte Rosneft mit.',
    ],
    ['ru', 'Остановка терминала в Усть-Луге не повлияет на экспорт нефти, заверили в Минэнерго.'],
    ['uk', 'Аварія на газопроводі не вплине на постачання газу, запевнили в «Нафтогазі».'],
    ['pl', 'Ograniczenie produkcji LNG nie stanowi zagrożenia dla dostaw gazu do Polski, zapewnił Orlen.'],
    ['bg', 'Спирането на блока не застрашава доставките на ток, увериха от АЕЦ „Козлодуй“.'],
    ['kk', 'Шабуыл мұнай экспортына әсер еткен жоқ, деп мәлімдеді Энергетика министрлігі.'],
    ['zh', '沙特阿美表示，袭击没有影响石油出口。'],
  ])('is denied of the flow, whatever befell the plant before it, in %s', (lang, text) => {
    expect(firstOf(lang, text)).toMatchObject(denied)
  })
})
