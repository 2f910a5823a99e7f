import { expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2025-11-20')

const read = (lang: string, text: string) => raisedBy(lang, text, day)

it.each([
  ['en', 'Russia plans to send more coal to China through Kazakhstan.'],
  ['de', 'Russland will mehr Kohle über Kasachstan nach China liefern.'],
  ['fr', 'La Russie veut exporter davantage de charbon vers la Chine via le Kazakhstan.'],
  ['es', 'Rusia quiere exportar más carbón a China a través de Kazajistán.'],
  ['it', 'La Russia vuole esportare più carbone in Cina attraverso il Kazakistan.'],
  ['pl', 'Rosja chce zwiększyć eksport węgla do Chin przez Kazachstan.'],
  ['bg', 'Русия иска да увеличи износа на въглища за Китай през Казахстан.'],
  ['uk', 'Росія хоче збільшити експорт вугілля до Китаю через Казахстан.'],
  ['ru', 'Россия хочет нарастить экспорт угля в Китай через территорию Казахстана.'],
  ['el', 'Η Ρωσία θέλει να αυξήσει τις εξαγωγές άνθρακα προς την Κίνα μέσω του Καζακστάν.'],
  ['tr', "Rusya, Kazakistan üzerinden Çin'e kömür ihracatını artırmak istiyor."],
  ['kk', 'Ресей Қазақстан арқылы Қытайға көмір экспортын арттырғысы келеді.'],
  ['ar', 'تريد روسيا زيادة صادرات الفحم إلى الصين عبر كازاخستان.'],
  ['zh', '俄罗斯希望经哈萨克斯坦增加对中国的煤炭出口。'],
])('does not turn a way round that the atlas lacks: %s', (lang, text) => {
  const { reading, questions, notComputed } = read(lang, text)
  expect(reading.claims.map(({ through }) => through)).toEqual([['Kazakhstan']])
  // Kazakh coal goes to Russia, and Russian coal to China: that is not the way that is told.
  expect(questions).toEqual([])
  expect(notComputed[0]?.because).toMatch(/^the atlas has no way on which coal passes through Kazakhstan/u)
})

it.each([
  ['en', 'Russia wants to send more oil to China through Kazakhstan.'],
  ['de', 'Russland will mehr Öl über Kasachstan nach China liefern.'],
  ['ru', 'Через Казахстан Россия хочет поставлять в Китай больше нефти.'],
  ['tr', "Rusya, Kazakistan üzerinden Çin'e petrol ihracatını artırmak istiyor."],
  ['zh', '俄罗斯希望经哈萨克斯坦增加对中国的石油出口。'],
])('leads from the origin through the country that is told to where it goes: %s', (lang, text) => {
  const { questions } = read(lang, text)
  expect(questions.map(({ kind, links }) => [kind, links])).toEqual([
    ['increase', ['omsk-pavlodar', 'atasu-alashankou']],
  ])
})

it('tells nothing of a country that something comes from or goes to', () => {
  const { reading } = read('en', 'Kazakhstan will raise oil exports to Germany through the Druzhba pipeline.')
  expect(reading.claims.map(({ through }) => through)).toEqual([undefined])
})
