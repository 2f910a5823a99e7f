import { expect, it } from 'vitest'
import { splitEffects } from './effect-order.ts'
import { stationStory } from './fixtures/fixture-stories.ts'

const [effect] = stationStory.effects
if (effect === undefined) throw new Error('the fixture has an effect')

it('keeps what does not change, and what follows the first twelve, for the second table', () => {
  const calm = { ...effect, base: 5, low: 5, central: 5, high: 5.02 }
  const many = Array.from({ length: 14 }, (_, index) => ({ ...effect, zone: `z${index}` }))
  const { main, rest } = splitEffects([calm, ...many])
  expect(main.map(({ zone }) => zone)).toEqual(many.slice(0, 12).map(({ zone }) => zone))
  expect(rest).toEqual([calm, ...many.slice(12)])
})

it('counts an effect that changes only in one case', () => {
  expect(splitEffects([{ ...effect, base: 5, low: 2, central: 5, high: 5 }]).main).toHaveLength(1)
})
