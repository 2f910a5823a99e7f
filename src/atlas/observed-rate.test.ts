import { describe, expect, it } from 'vitest'
import { observedRate } from './figures.ts'
import { tinyAtlas } from './tiny-atlas.ts'

const seen = (year: number) =>
  `ab-${year},A to B,gas,ab,,,${year}-01-01,${year}-12-31,36.6,,,TWh/y,held_out,reported,yearbook,`
const { atlas } = tinyAtlas({
  zones: ['a,A-land,,country,10,20,', 'b,B-land,,country,10,20,'],
  links: ['ab,A to B,gas,a,b,,pipeline,'],
  observations: [seen(2020), seen(2021)],
  sources: ['yearbook,Yearbook,Office,https://example.org,2023,,file_opened,'],
})

describe('what an observation says as a rate', () => {
  it('spreads the sum of a leap year over 366 days', () => {
    const [leap, common] = atlas.tables.observations.map((row) => observedRate(atlas, row)?.value ?? 0)
    expect(leap).toBeCloseTo(36_600 / 366, 6)
    expect(common).toBeCloseTo(36_600 / 365, 6)
  })
})
