import { convert, parseUnit } from '../../core/units.ts'
import type { BriefClaim, BriefStory } from '../brief.ts'
import { formatGiven, formatNumber, unitLabel } from '../number-format.ts'

type Line = BriefStory['plausibility'][number]
type ClaimNumber = BriefClaim['numbers'][number]

/** Beyond this the two figures of a claim do not say the same thing. */
const MOST_APART = 0.1

/**
 * Where a claim gives one amount twice, as a mass and as a rate in barrels, the first converted into the unit of the
 * second, beside it. A mass without a time is read as that of a year, and the line says so. Empty where no claim does.
 */
export function figuresWithin(claims: readonly BriefClaim[]): readonly Line[] {
  return claims.flatMap((claim) => {
    const masses = claim.numbers.filter((number) => dimensionsOf(number)?.top === 'mass')
    const rates = claim.numbers.filter((number) => {
      const dimensions = dimensionsOf(number)
      return dimensions?.top === 'barrels' && dimensions.bottom === 'time'
    })
    const [mass, rate] = [masses[0], rates[0]]
    // More than one of either may speak of different things; pairing them would be a guess.
    if (mass === undefined || rate === undefined || masses.length > 1 || rates.length > 1) return []
    const line = compare(mass, rate, `claim:${claim.report}/${claim.id}`)
    return line === null ? [] : [line]
  })
}

function dimensionsOf(number: ClaimNumber): ReturnType<typeof parseUnit> {
  return parseUnit(number.unit)
}

function compare(mass: ClaimNumber, rate: ClaimNumber, because: string): Line | null {
  const stated = middle(rate.value)
  const isYearly = dimensionsOf(mass)?.bottom !== null
  const converted = convert(middle(mass.value), isYearly ? mass.unit : `${mass.unit}/y`, rate.unit, {
    carrier: 'crude',
  })
  if (converted === null || !(stated > 0)) return null
  const apart = converted.value / stated - 1
  const isApart = Math.abs(apart) > MOST_APART
  const given = `${formatGiven(middle(mass.value))} ${unitLabel(mass.unit)}${isYearly ? '' : ', read as those of a year,'}`
  const verdict = isApart
    ? `the two differ by ${formatNumber(100 * Math.abs(apart), 2)} %, more than the density of crude explains: they may count different things or periods, or one is wrong`
    : 'the two agree within 10 %'
  return {
    what: `Two figures of one claim: ${given} would be ${formatNumber(converted.value)} ${unitLabel(rate.unit)}, where the claim says ${formatGiven(stated)}; ${verdict}`,
    observed: stated,
    modelled: converted.value,
    unit: rate.unit,
    because: [because],
  }
}

function middle(value: number | readonly [number, number]): number {
  return typeof value === 'number' ? value : (value[0] + value[1]) / 2
}
