import { convert } from '../core/units.ts'
import type { ClaimRef, Contradiction } from './event.ts'
import { shared } from './shared-subjects.ts'
import type { Amount, Statement } from './statement.ts'

/** From this share on a stated part is all of it, percent. */
const WHOLE = 95

/** Rates of one thing in tonnes, barrels, cubic metres or energy agree within this: densities and heating values differ. */
const ACROSS_UNITS = 0.1

const refOf = ({ reading, claim }: Statement): ClaimRef => ({ report: reading.id, claim: claim.id })

const says = ({ claim }: Statement, start: string): boolean => claim.cues.some((cue) => cue.startsWith(start))

/** Claims of two reports, or of two people in one. */
function areTwoVoices(x: Statement, y: Statement): boolean {
  return x.reading.id !== y.reading.id || x.claim.speaker !== y.claim.speaker
}

/** A plant that one voice says stands still in part, and another wholly: the part in percent beside 100. */
export function extentContradictions(statements: readonly Statement[]): Contradiction[] {
  const down = statements.filter(
    ({ claim, isDenial }) =>
      !isDenial && (claim.event === 'outage_or_attack' || claim.event === 'supply_halt'),
  )
  const wholly = down.filter(
    (one) =>
      says(one, 'topic:wholly:') &&
      (says(one, 'event:halt:') || says(one, 'also:halt:') || says(one, 'event:outage:')),
  )
  const parts = down.flatMap((statement) =>
    statement.amounts.flatMap((amount) => {
      const [share] = amount.values
      const isShare = amount.base === '%' && share !== undefined && share > 0 && share < WHOLE
      const isOfPlant =
        says(statement, 'also:capacity:') || says(statement, 'also:halt:') || says(statement, 'event:halt:')
      return isShare && isOfPlant && wholly.some((other) => areTwoVoices(statement, other))
        ? [{ statement, amount }]
        : []
    }),
  )
  if (parts.length === 0) return []
  const byShare = new Map<string, { value: Contradiction['values'][number]['value']; claims: ClaimRef[] }>()
  for (const { statement, amount } of parts) {
    const key = amount.values.join()
    const known = byShare.get(key)
    if (known === undefined) byShare.set(key, { value: amount.quantity.value, claims: [refOf(statement)] })
    else known.claims.push(refOf(statement))
  }
  return [
    {
      field: 'extent of the halt',
      values: [
        ...[...byShare.values()].map(({ value, claims }) => ({ value, unit: '%', claims })),
        { value: 100, unit: '%', claims: wholly.map(refOf) },
      ],
    },
  ]
}

/** Claims that a site works again, beside those of other voices that on or after that day it still stands. */
export function runContradictions(own: readonly Statement[], all: readonly Statement[]): Contradiction[] {
  const standing = own.filter(
    ({ claim, isDenial }) =>
      !isDenial &&
      claim.polarity === 'positive' &&
      claim.modality === 'ongoing' &&
      (claim.event === 'supply_halt' || claim.event === 'outage_or_attack'),
  )
  const resumed = all.filter(
    (statement) =>
      statement.claim.event === 'repair_or_restart' &&
      statement.claim.modality === 'happened' &&
      statement.claim.polarity === 'positive' &&
      says(statement, 'event:resume:'),
  )
  const pairs = standing.flatMap((still) =>
    resumed
      .filter((again) => isOneSite(still, again) && areTwoVoices(still, again) && isNotBefore(still, again))
      .map((again) => ({ still, again })),
  )
  if (pairs.length === 0) return []
  const refs = (some: readonly Statement[]): ClaimRef[] => [...new Set(some)].map(refOf)
  return [
    {
      field: 'state',
      values: [
        { value: 'still halted', unit: null, claims: refs(pairs.map(({ still }) => still)) },
        { value: 'working again', unit: null, claims: refs(pairs.map(({ again }) => again)) },
      ],
    },
  ]
}

function isOneSite(x: Statement, y: Statement): boolean {
  return shared(x, y).some(({ subject }) => subject.kind === 'site')
}

/** The claim that it stands was made on the day of the restart or after it. */
function isNotBefore({ reading }: Statement, { when }: Statement): boolean {
  const told = reading.published?.slice(0, 10)
  return told !== undefined && when.first !== null && when.precision !== 'unknown' && told >= when.first
}

/** Rates of one thing that are told in different dimensions, brought to one: "10.2 Mt in 2024" beside "150,000 barrels a day". */
export function rateContradictions(statements: readonly Statement[]): Contradiction[] {
  const given = statements.flatMap((statement) =>
    statement.amounts.flatMap((amount) => {
      const rate = commonRate(statement, amount)
      return rate === null ? [] : [{ statement, amount, ...rate }]
    }),
  )
  const differs = (x: (typeof given)[number], y: (typeof given)[number]): boolean =>
    x.carrier === y.carrier &&
    x.amount.base !== y.amount.base &&
    x.statement !== y.statement &&
    x.statement.claim.time === y.statement.claim.time &&
    areTwoVoices(x.statement, y.statement) &&
    Math.abs(x.rate - y.rate) > ACROSS_UNITS * Math.max(x.rate, y.rate)
  // Who gives both, gives one figure twice.
  const isAlone = (x: (typeof given)[number]): boolean =>
    given.every((other) => other === x || other.statement !== x.statement)
  const disputed = given.filter((x) => isAlone(x) && given.some((y) => isAlone(y) && differs(x, y)))
  if (disputed.length === 0) return []
  return [
    {
      field: 'rate in different units',
      values: disputed.map(({ statement, amount }) => ({
        value: amount.quantity.value,
        unit: amount.quantity.unit,
        claims: [refOf(statement)],
      })),
    },
  ]
}

/** A rate of oil in barrels, of gas in energy, a day; a mass or volume of a named year is by its days. Null for anything else. */
function commonRate(
  { claim }: Statement,
  { base, values }: Amount,
): { readonly carrier: 'crude' | 'products' | 'gas'; readonly rate: number } | null {
  const [value, second] = values
  if (value === undefined || second !== undefined) return null
  const named = (['crude oil', 'oil products', 'natural gas'] as const).filter((name) =>
    claim.assets.includes(name),
  )
  const [name, more] = named
  if (name === undefined || more !== undefined) return null
  const carrier = ({ 'crude oil': 'crude', 'oil products': 'products', 'natural gas': 'gas' } as const)[name]
  const isOfYear = /^\d{4}$/u.test(claim.time ?? '') && !base.includes('/')
  const unit = base.includes('/') ? base.replace('/day', '/d') : isOfYear ? `${base}/y` : null
  if (unit === null) return null
  const rate = convert(value, unit, carrier === 'gas' ? 'MWh/d' : 'bbl/d', { carrier })?.value
  return rate === undefined || !(rate > 0) ? null : { carrier, rate }
}
