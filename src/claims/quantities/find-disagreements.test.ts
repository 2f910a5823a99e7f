import { describe, expect, it } from 'vitest'
import type { Quantity } from '../claim.ts'
import { findDisagreements } from './find-disagreements.ts'

const or = /^,? or (?:about )?$/u

/** `[amount]` in the text with value and unit. */
function pair(text: string, ...given: readonly (readonly [string, number, string])[]): number[] {
  const quantities = given.map(([surface, value, unit], index): Quantity => {
    const start = text.indexOf(surface)
    const span = { surface, start, end: start + surface.length }
    const rest = { kind: 'value', qualifier: null, measures: null, normalised: null } as const
    return { id: `q${index + 1}`, ...span, value, unit, ...rest }
  })
  return findDisagreements(text, quantities, or).map((one) => Number(one.ratio.toFixed(2)))
}

describe('two amounts for one thing', () => {
  it('agree where some grade of oil makes both true', () => {
    // 10.2 Mt a year * 7.33 bbl/t / 365 = 204,838 bbl/d
    const text = 'shipped 10.2 million tonnes, or about 204,000 b/d, last year'
    expect(pair(text, ['10.2 million tonnes', 10.2e6, 't'], ['204,000 b/d', 204000, 'bbl/d'])).toEqual([])
  })

  it('disagree where no grade does', () => {
    // 10.2 Mt a year is at most 10.2e6 * 9 / 365 = 251,507 bbl/d; 420,000 is 1.67 times that
    const text = 'shipped 10.2 million tonnes, or about 420,000 b/d, last year'
    expect(pair(text, ['10.2 million tonnes', 10.2e6, 't'], ['420,000 b/d', 420000, 'bbl/d'])).toEqual([1.67])
  })

  it('are compared in brackets, and as rates of a day and a year', () => {
    // 100 million m3 a day * 365 = 36.5 bcm a year; 38 is within rounding of a tenth, 63 is not
    const text = 'up to 100 mcm a day (63 bcm a year)'
    expect(pair(text, ['100 mcm a day', 1e8, 'm3/d'], ['63 bcm a year', 63, 'bcm/yr'])).toEqual([1.57])
  })

  it('are left alone where nothing says that they are one', () => {
    const text = 'bought 5 million tonnes and sold 900,000 barrels'
    expect(pair(text, ['5 million tonnes', 5e6, 't'], ['900,000 barrels', 9e5, 'bbl'])).toEqual([])
  })
})
