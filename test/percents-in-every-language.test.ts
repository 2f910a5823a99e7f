import { expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2025-11-20')

function draft(lang: string, text: string) {
  return raisedBy(lang, text, day)
}

/** What TurkStream carries by the atlas, in GWh a day: 8 and 17.9 bcm a year. */
const carried = 231.78 + 517.81

it.each([
  ['en', 'Gas supplies through TurkStream doubled.'],
  ['de', 'Die Gaslieferungen durch TurkStream haben sich verdoppelt.'],
  ['fr', 'Les livraisons de gaz par TurkStream ont doublé.'],
  ['es', 'Los envíos de gas por TurkStream se duplicaron.'],
  ['it', 'Le forniture di gas attraverso TurkStream sono raddoppiate.'],
  ['pl', 'Dostawy gazu przez TurkStream podwoiły się.'],
  ['bg', 'Доставките на газ по „Турски поток“ се удвоиха.'],
  ['uk', 'Постачання газу через «Турецький потік» подвоїлося.'],
  ['ru', 'Поставки газа по «Турецкому потоку» выросли вдвое.'],
  ['el', 'Οι παραδόσεις φυσικού αερίου μέσω του TurkStream διπλασιάστηκαν.'],
  ['tr', 'TürkAkım üzerinden gaz sevkiyatı iki katına çıktı.'],
  ['kk', '«Түрік ағыны» арқылы газ жеткізу екі есе өсті.'],
  ['ar', 'تضاعفت إمدادات الغاز عبر ترك ستريم.'],
  ['zh', '土耳其溪的天然气供应翻了一番。'],
])('doubles what a line carries on the day: %s', (lang, text) => {
  const { questions } = draft(lang, text)
  expect(questions.map(({ kind, subject }) => [kind, subject])).toEqual([['increase', 'assets/turkstream']])
  const nominated = questions[0]?.scenarios[0]?.shocks.reduce((sum, { central }) => sum + central, 0) ?? 0
  // What is above the capacity of its links is nominated all the same: the answer says how far it goes.
  expect(nominated).toBeGreaterThan(1.99 * carried)
})

it.each([
  ['en', 'TurkStream is running at 40 % of capacity.'],
  ['de', 'TurkStream läuft mit 40 Prozent seiner Kapazität.'],
  ['ru', '«Турецкий поток» работает на 40 % мощности.'],
  ['fr', 'Le gazoduc TurkStream fonctionne à 40 % de sa capacité.'],
  ['tr', "TürkAkım kapasitesinin yüzde 40'ıyla çalışıyor."],
  ['ar', 'يعمل خط أنابيب ترك ستريم بنسبة 40% من طاقته.'],
  ['zh', '土耳其溪管道以40%的产能运行。'],
])('takes away what is above the share that is told to work: %s', (lang, text) => {
  const { questions } = draft(lang, text)
  expect(questions.map(({ kind, subject }) => [kind, subject])).toEqual([['outage', 'assets/turkstream']])
  expect(questions[0]?.scenarios[0]?.shocks[0]).toMatchObject({ field: 'capacity', central: 0.4 })
})

it('takes nothing away where the line carried no more than that, and says so', () => {
  const { questions, notComputed } = draft('en', 'The Druzhba pipeline runs at 70 % of capacity.')
  expect(questions).toEqual([])
  expect(notComputed[0]?.because).toMatch(
    /^Druzhba is told to work at 70 %, and by the atlas it carried \d+ %/u,
  )
})

it.each([
  ['en', 'Gas flows through TurkStream fell to a third.', 2 / 3],
  ['ru', 'Поставки газа по «Турецкому потоку» сократились втрое.', 2 / 3],
  ['ru', 'Поставки газа по «Турецкому потоку» сократились вдвое.', 1 / 2],
  ['de', 'Die Gaslieferungen durch TurkStream haben sich halbiert.', 1 / 2],
  ['en', 'Gas flows through TurkStream fell by 20 %.', 1 / 5],
])('takes the share of what flows that a fall names: %s %s', (lang, text, lost) => {
  const { questions } = draft(lang, text)
  expect(questions.map(({ kind, subject }) => [kind, subject])).toEqual([['outage', 'assets/turkstream']])
  // Both strings are full, so a share of the flow is one of the capacity.
  expect(questions[0]?.scenarios[0]?.shocks[0]?.central).toBeCloseTo(1 - lost, 3)
})

it.each([
  ['en', 'Russia and China agreed to raise gas deliveries by Power of Siberia by 15 %.'],
  ['fr', 'La Russie et la Chine ont convenu d’augmenter de 15 % les livraisons de gaz par Force de Sibérie.'],
  ['ru', 'Россия и Китай договорились увеличить поставки газа по «Силе Сибири» на 15 %.'],
])('raises what a named line carries by the share that is agreed: %s', (lang, text) => {
  const { questions } = draft(lang, text)
  expect(questions.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['increase', 'assets/power-of-siberia'],
  ])
  expect(questions[0]?.scenarios[0]?.shocks[0]?.central).toBeCloseTo(1.15 * 1116.164, 1)
})
