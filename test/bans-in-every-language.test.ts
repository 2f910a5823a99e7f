import { expect, it } from 'vitest'
import { raisedBy } from './raised-by.ts'

it.each([
  ['en', 'The European Union bans imports of Russian gas from autumn 2027.'],
  ['de', 'Die EU verbietet den Import von russischem Gas ab Herbst 2027.'],
  ['fr', "L'Union européenne interdit les importations de gaz russe à partir de l'automne 2027."],
  ['es', 'La Unión Europea prohíbe las importaciones de gas ruso a partir de otoño de 2027.'],
  ['it', "L'Unione europea vieta le importazioni di gas russo dall'autunno 2027."],
  ['pl', 'Unia Europejska zakazuje importu rosyjskiego gazu od jesieni 2027 roku.'],
  ['bg', 'Европейският съюз забранява вноса на руски газ от септември 2027 г.'],
  ['uk', 'Євросоюз забороняє імпорт російського газу з осені 2027 року.'],
  ['ru', 'Евросоюз запретил импорт российского газа с осени 2027 года.'],
  ['el', 'Η Ευρωπαϊκή Ένωση απαγορεύει τις εισαγωγές ρωσικού φυσικού αερίου από το φθινόπωρο του 2027.'],
  ['tr', "Avrupa Birliği, Eylül 2027'den itibaren Rusya'dan doğal gaz ithalatını yasakladı."],
  ['ar', 'حظر الاتحاد الأوروبي استيراد الغاز الروسي اعتبارا من خريف 2027.'],
  ['zh', '欧盟将从2027年9月起禁止进口俄罗斯天然气。'],
])('closes what enters a bloc from the day that is told to come: %s', (lang, text) => {
  const { questions } = raisedBy(lang, text, '2026-01-20')
  expect(questions.map(({ subject, scenarios }) => [subject, scenarios[0]?.start])).toEqual([
    ['countries/RU-imports-gas', '2027-09-01'],
    // The atlas has the ban on LNG in force by then: it counts from its own day.
    ['countries/RU-imports-lng', '2027-01-01'],
  ])
})

it('closes it from the day of the report where no other is told', () => {
  const { questions } = raisedBy('kk', 'Еуропалық одақ Ресей газының импортына тыйым салды.', '2026-01-20')
  expect(questions.map(({ subject, scenarios }) => [subject, scenarios[0]?.start])).toEqual([
    ['countries/RU-imports-gas', '2026-01-20'],
    ['countries/RU-imports-lng', '2026-01-20'],
  ])
})

it('gives each carrier its own deadline, and leaves out what exempt members have by contract', () => {
  const text =
    'EU ministers agreed to phase out imports of Russian LNG by the end of 2026 and of pipeline gas by September 2027. Hungary is exempt.'
  const { questions, notComputed } = raisedBy('en', text, '2026-01-20')
  expect(questions.map(({ subject, scenarios }) => [subject, scenarios[0]?.start])).toEqual([
    ['countries/RU-imports-gas', '2027-10-01'],
    ['countries/RU-imports-lng', '2027-01-01'],
  ])
  // By contract Hungary has 3.5 of the 18 bcm a year that come this way.
  expect(questions[0]?.within?.share).toBeCloseTo(1 - 3.5 / 18, 6)
  expect(notComputed).toEqual([])
})
