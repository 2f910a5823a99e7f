import { rateUnits } from '../../atlas/figures.ts'
import type { Carrier } from '../../atlas/tables.ts'
import type { ClaimFacts } from '../event-facts.ts'
import type { ReportedAmount } from '../question.ts'
import { speaksOf } from '../topics.ts'
import { perDay } from './amount-of-period.ts'
import { claimedLosses } from './claimed-losses.ts'
import { dailyAmount } from './claimed-range.ts'

/** Far above any flow, so that an amount that is gone is never the rest of what flowed. */
const ANY_FLOW = 1e9

/** What the claims say is gone, the largest of several; null where they give no amount by itself. */
export function amountLost(claims: readonly ClaimFacts[], carrier: Carrier): ReportedAmount | null {
  const losses = claimedLosses(claims, { flow: ANY_FLOW, carrier, unit: rateUnits[carrier] })
  return largest(
    losses
      .filter(({ high }) => high < ANY_FLOW / 2)
      .map(({ low, high, because }) => ({ kind: 'lost' as const, low, high, because })),
  )
}

/** What the claims say flowed or could flow, without saying that it is gone; the largest of several. */
export function amountCarried(claims: readonly ClaimFacts[], carrier: Carrier): ReportedAmount | null {
  return largest(
    claims.flatMap((facts): ReportedAmount[] => {
      const { claim, because } = facts
      if (claim.modality === 'denied' || claim.polarity === 'negative') return []
      // What is to be, or would be, is neither what flowed nor what could.
      if (claim.modality === 'conditional' || claim.modality === 'announced_or_planned') return []
      if (speaksOf(facts, 'resume')) return []
      const kind = claim.modality === 'possible' ? 'capacity' : 'carried'
      return facts.quantities.flatMap((quantity): ReportedAmount[] => {
        if (quantity.to_level || quantity.kind === 'from_to') return []
        const amount = dailyAmount(perDay(quantity, claim.time), { carrier, unit: rateUnits[carrier] })
        return amount === null ? [] : [{ kind, low: amount.low, high: amount.high, because }]
      })
    }),
  )
}

/** An amount that no claim holds: the one rate of the carrier in the reports of the claims; null where there are several. */
export function amountInText(claims: readonly ClaimFacts[], carrier: Carrier): ReportedAmount | null {
  const of = { carrier, unit: rateUnits[carrier] }
  const readings = [...new Set(claims.map(({ reading }) => reading))]
  const found = readings.flatMap((reading) => {
    const held = new Set(reading.claims.flatMap(({ quantities }) => quantities))
    return reading.quantities.flatMap((quantity) =>
      quantity.to_level || held.has(quantity.id) ? [] : (dailyAmount(quantity, of) ?? []),
    )
  })
  const [only, second] = found
  const because = claims[0]?.because
  if (only === undefined || second !== undefined || because === undefined) return null
  return { kind: 'carried', low: only.low, high: only.high, because }
}

function largest(amounts: readonly ReportedAmount[]): ReportedAmount | null {
  return [...amounts].sort((a, b) => b.high - a.high)[0] ?? null
}
