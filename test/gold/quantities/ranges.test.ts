import { expect, it } from 'vitest'
import { readQuantities } from '../../../src/claims/quantities/read-quantities.ts'
import { quantityLexicon } from './load-lexicon.ts'

const read = (text: string): unknown[] =>
  readQuantities(text, quantityLexicon('kk')).map(({ value, unit, kind }) => [value, unit, kind])

it('joins two Kazakh figures by the case of the first unit, up to "дейін"', () => {
  expect(read('Айдау тәулігіне 15 млн текше метрден 9 млн текше метрге дейін қысқарды.')).toEqual([
    [[15_000_000, 9_000_000], 'm3/d', 'from_to'],
  ])
  expect(read('Импорт 350-ден 900 МВт-қа дейін өсті.')).toEqual([[[350, 900], 'MW', 'from_to']])
})

it('joins them up to a dative in Kazakh and Turkish', () => {
  expect(read('Зауыт өңдеу көлемін 12 млн тоннадан 15 млн тоннаға жеткізді.')).toEqual([
    [[12_000_000, 15_000_000], 't', 'from_to'],
  ])
  const turkish = readQuantities('Kapasiteyi 12 milyon tondan 15 milyon tona çıkardı.', quantityLexicon('tr'))
  expect(turkish.map(({ value, kind }) => [value, kind])).toEqual([[[12_000_000, 15_000_000], 'from_to']])
})

it('leaves apart what one thing is made from and what it makes', () => {
  expect(read('Зауыт 5 млн тонна мұнайдан 2 млн тонна бензин алды.')).toEqual([
    [5_000_000, 't', 'value'],
    [2_000_000, 't', 'value'],
  ])
})
