import { expect, it } from 'vitest'
import { readQuantities } from '../../../src/claims/quantities/read-quantities.ts'
import { quantityLexicon } from './load-lexicon.ts'

const amounts = (lang: string, text: string) =>
  readQuantities(text, quantityLexicon(lang)).map(({ value, unit, qualifier }) => [value, unit, qualifier])

it.each([
  ['es', 'La reparación llevará al menos dos meses.'],
  ['fr', 'La réparation prendra au moins deux mois.'],
  ['it', 'La riparazione richiederà almeno due mesi.'],
  ['kk', 'Жөндеу кемінде екі айға созылады.'],
])('takes "at least" in %s for no minus', (lang, text) => {
  expect(amounts(lang, text)).toEqual([[2, 'month', 'at_least']])
})

it('takes two amounts of the same scale side by side for two, and adds those of falling scales', () => {
  expect(amounts('en', '2 million 300 thousand tonnes')).toEqual([[2_300_000, 't', null]])
  expect(amounts('ru', 'с 330 миллионов 290 миллионов тонн').map(([value]) => value)).toEqual([290_000_000])
  expect(amounts('kk', '330 миллионнан 290 миллион тоннаға').map(([value]) => value)).not.toContain(
    620_000_000,
  )
})

it('takes the rate of a Chinese clause over as many words as elsewhere', () => {
  expect(amounts('zh', '这条老旧的南线管道每天从北方油田向海边的港口输送约12万桶原油。')).toEqual([
    [120_000, 'bbl/d', 'approx'],
  ])
  const units = amounts('zh', '该油田日产气300万立方米，而检修以来的产气量回落到90万立方米。').map(
    ([, unit]) => unit,
  )
  expect(units).toEqual(['m3/d', 'm3/d'])
})

it('joins two worded figures that an Arabic letter joins behind "between", and no others', () => {
  expect(amounts('ar', 'زاد السعر بين ثلاثة وستة دولارات للبرميل')).toEqual([[[3, 6], 'USD/bbl', null]])
  expect(amounts('ar', 'نقلت ثلاثة أطنان وستة براميل').length).toBe(2)
})
