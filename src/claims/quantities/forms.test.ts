import { expect, test } from 'vitest'
import { expandForms } from './forms.ts'

test('a lexicon line stands for every combination of its bracketed forms', () => {
  expect(expandForms('ton(|s|ne)')).toEqual(['ton', 'tons', 'tonne'])
  expect(expandForms('(a|b(1|2)) c')).toEqual(['a c', 'b1 c', 'b2 c'])
})

test('an unbalanced line is refused', () => {
  expect(() => expandForms('ton(|s')).toThrow(/unbalanced/)
  expect(() => expandForms('ton|s)')).toThrow(/unbalanced/)
})
