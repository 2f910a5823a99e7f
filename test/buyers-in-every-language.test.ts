import { expect, it } from 'vitest'
import { raisedBy } from './raised-by.ts'

const draft = (lang: string, text: string, published: string) => raisedBy(lang, text, published).questions

it.each([
  ['en', 'Sabine Pass halted LNG deliveries to Kogas.'],
  ['de', 'Sabine Pass hat die LNG-Lieferungen an Kogas eingestellt.'],
  ['ru', 'Завод «Сабин-Пасс» прекратил поставки СПГ корейской Kogas.'],
])('takes of a plant what one company has by contract: %s', (lang, text) => {
  const [question] = draft(lang, text, '2025-11-20')
  expect(question).toMatchObject({ subject: 'assets/sabine-pass', subjectName: 'Sabine Pass to KOGAS' })
  // 3.5 of some 30 million tonnes a year.
  expect(question?.within?.share).toBeGreaterThan(0.08)
  expect(question?.within?.share).toBeLessThan(0.16)
})

it.each([
  ['en', "Gazprom halted gas supplies to Bulgaria's Bulgargaz."],
  ['fr', 'Gazprom a interrompu ses livraisons de gaz à la Bulgarie, a indiqué Bulgargaz.'],
  ['bg', '„Газпром“ спря доставките на газ за „Булгаргаз“.'],
])('takes of what crosses a border what one company has by contract: %s', (lang, text) => {
  const [question] = draft(lang, text, '2022-04-27')
  expect(question?.subject).toBe('countries/RU-BG-gas')
  const lost = question?.scenarios[0]?.shocks[0]
  // 3 bcm a year of what enters Bulgaria, most of which goes on to others: 86 of 395 GWh a day.
  expect(lost?.central).toBeCloseTo(394.79 - 86.3, 0)
})
