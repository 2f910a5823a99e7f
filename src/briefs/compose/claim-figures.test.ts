import { expect, it } from 'vitest'
import { fixtureBrief } from '../fixtures/fixture-brief.ts'
import { figuresWithin } from './claim-figures.ts'

const [claim] = fixtureBrief.claims
if (claim === undefined) throw new Error('the fixture has a claim')
const told = (value: number, unit: string) => ({ surface: '', value, unit, normalised: null })

it('converts ten million tonnes a year at 7.33 barrels a tonne: 200.8 kb/d, beside what the claim says', () => {
  const [line] = figuresWithin([{ ...claim, numbers: [told(10e6, 't/yr'), told(204_000, 'bbl/d')] }])
  expect(line?.observed).toBe(204_000)
  expect(line?.modelled).toBeCloseTo((10e6 * 7.33) / 365, 0)
  expect(line?.what).toContain('agree within 10 %')
  expect(line?.because).toEqual([`claim:${claim.report}/${claim.id}`])
})

it('says in words that two figures differ by more than a tenth', () => {
  const [line] = figuresWithin([{ ...claim, numbers: [told(10e6, 't'), told(150_000, 'bbl/d')] }])
  expect(line?.what).toContain('read as those of a year')
  expect(line?.what).toContain('differ by 34 %')
})

it('pairs nothing where a claim has one figure, or two of one kind', () => {
  expect(figuresWithin([{ ...claim, numbers: [told(10e6, 't')] }])).toEqual([])
  expect(
    figuresWithin([{ ...claim, numbers: [told(10e6, 't'), told(1e6, 't'), told(150_000, 'bbl/d')] }]),
  ).toEqual([])
})
