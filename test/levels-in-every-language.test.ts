import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2025-11-20')

/** What a report asks to be carried over a border, in GWh a day. */
function increase(lang: string, text: string) {
  const [question] = raisedBy(lang, text, day).questions
  const size = question?.scenarios[0]?.assumptions.find(({ id }) => id === 'increase-size')
  return { subject: question?.subject, carried: size?.central }
}

const by300 = increase('en', 'Electricity exports from Finland to Estonia rose by 300 MW.')

describe('power that flows at 900 MW and flowed at 600', () => {
  it.each([
    ['en', 'Electricity flows from Finland to Estonia rose to 900 MW from 600 MW.'],
    ['de', 'Die Stromlieferungen aus Finnland nach Estland stiegen auf 900 MW von zuvor 600 MW.'],
    [
      'fr',
      "Les exportations d'électricité de la Finlande vers l'Estonie sont passées à 900 MW contre 600 MW.",
    ],
    ['es', 'Las exportaciones de electricidad de Finlandia a Estonia subieron a 900 MW desde 600 MW.'],
    ['it', "Le esportazioni di elettricità dalla Finlandia all'Estonia sono salite a 900 MW da 600 MW."],
    ['pl', 'Eksport energii elektrycznej z Finlandii do Estonii wzrósł do 900 MW z 600 MW.'],
    ['bg', 'Износът на ток от Финландия за Естония нарасна до 900 MW от 600 MW.'],
    ['uk', 'Експорт електроенергії з Фінляндії до Естонії зріс до 900 МВт із 600 МВт.'],
    ['ru', 'Экспорт электроэнергии из Финляндии в Эстонию вырос до 900 МВт с 600 МВт.'],
    [
      'el',
      'Οι εξαγωγές ηλεκτρικής ενέργειας από τη Φινλανδία προς την Εσθονία αυξήθηκαν σε 900 MW από 600 MW.',
    ],
    ['tr', "Finlandiya'nın Estonya'ya elektrik ihracatı 600 MW'tan 900 MW'a yükseldi."],
    ['kk', 'Финляндияның Эстонияға электр экспорты 600 МВт-тан 900 МВт-қа дейін өсті.'],
    ['ar', 'ارتفعت صادرات الكهرباء من فنلندا إلى إستونيا إلى 900 ميغاواط من 600 ميغاواط.'],
    ['zh', '芬兰对爱沙尼亚的电力出口从600兆瓦增至900兆瓦。'],
  ])('is 300 more over the cables: %s', (lang, text) => {
    const { subject, carried } = increase(lang, text)
    expect(subject).toBe('countries/FI-EE-power')
    expect(carried).toBeCloseTo(by300.carried ?? Number.NaN, 6)
  })
})

describe('a border over which power flows the other way', () => {
  it.each([
    ['en', 'Hungary has stopped electricity exports to Ukraine.'],
    ['de', 'Ungarn hat die Stromexporte in die Ukraine gestoppt.'],
    ['fr', "La Hongrie a suspendu ses exportations d'électricité vers l'Ukraine."],
    ['es', 'Hungría ha suspendido las exportaciones de electricidad a Ucrania.'],
    ['it', "L'Ungheria ha sospeso le esportazioni di elettricità verso l'Ucraina."],
    ['pl', 'Węgry wstrzymały eksport energii elektrycznej na Ukrainę.'],
    ['bg', 'Унгария спря износа на електроенергия за Украйна.'],
    ['uk', 'Угорщина зупинила експорт електроенергії до України.'],
    ['ru', 'Венгрия остановила экспорт электроэнергии на Украину.'],
    ['el', 'Η Ουγγαρία διέκοψε τις εξαγωγές ηλεκτρικής ενέργειας προς την Ουκρανία.'],
    ['tr', "Macaristan, Ukrayna'ya elektrik ihracatını durdurdu."],
    ['kk', 'Венгрия Украинаға электр энергиясының экспортын тоқтатты.'],
    ['ar', 'أوقفت المجر صادرات الكهرباء إلى أوكرانيا.'],
    ['zh', '匈牙利停止对乌克兰的电力出口。'],
  ])('is not asked as what the buyer sends: %s', (lang, text) => {
    const { questions } = raisedBy(lang, text, day)
    expect(questions.map(({ subject }) => subject)).not.toContain('countries/UA-HU-power')
  })
})

describe('a cable and the border that it crosses', () => {
  it('are asked once', () => {
    const { questions } = raisedBy(
      'en',
      'The SwePol cable has failed. The 600 MW link between Poland and Sweden is out of service until Monday.',
      day,
    )
    expect(questions.map(({ subject }) => subject)).toEqual(['assets/swepol'])
  })
})

describe('power as the reason for a halt', () => {
  it.each([
    ['en', 'A power failure halted output at the Karimata gas plant in Indonesia.'],
    ['de', 'Ein Stromausfall hat die Förderung auf dem Gasfeld Karimata in Indonesien gestoppt.'],
    ['fr', 'Une panne de courant a arrêté la production du champ gazier de Karimata en Indonésie.'],
    ['es', 'Un corte de energía detuvo la producción del campo de gas Karimata, en Indonesia.'],
    ['it', 'Un blackout ha fermato la produzione del giacimento di gas Karimata in Indonesia.'],
    ['ru', 'Отключение электроэнергии остановило добычу на газовом месторождении Каримата в Индонезии.'],
  ])('is not what is lost: %s', (lang, text) => {
    const { questions } = raisedBy(lang, text, day)
    expect(questions.filter(({ carrier }) => carrier === 'power')).toEqual([])
  })
})

describe('who struck and whose output is lost', () => {
  it.each([
    [
      'uk',
      "Росія вдарила по газовидобувних об'єктах на Полтавщині, «Нафтогаз» повідомив про втрату третини видобутку газу.",
    ],
    [
      'ru',
      'Россия ударила по объектам газодобычи в Полтавской области, «Нафтогаз» сообщил о потере трети добычи газа.',
    ],
    [
      'de',
      'Russland griff Gasförderanlagen in der Region Poltawa an, Naftogaz meldete den Ausfall von einem Drittel der Gasförderung.',
    ],
  ])('are two: %s', (lang, text) => {
    const subjects = raisedBy(lang, text, day).questions.map(({ subject }) => subject)
    expect(subjects).not.toContain('countries/RU-gas')
    expect(subjects).toContain('countries/UA-gas')
  })
})

describe('coal that passes through a country on its way to another', () => {
  it.each([
    ['en', 'Kazakhstan has halted the transit of Russian coal to Uzbekistan.'],
    ['de', 'Kasachstan hat den Transit russischer Kohle nach Usbekistan gestoppt.'],
    ['ru', 'Казахстан остановил транзит российского угля в Узбекистан.'],
    ['uk', 'Казахстан зупинив транзит російського вугілля до Узбекистану.'],
  ])('is not asked as coal for whoever dug it, and the brief says what is missing: %s', (lang, text) => {
    const { questions, notComputed } = raisedBy(lang, text, day)
    expect(questions).toEqual([])
    expect(notComputed[0]?.because).toMatch(/no way on which coal passes/u)
  })
})
