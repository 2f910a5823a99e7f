import type { Draft } from './draft.ts'
import type { ReadToken } from './phrases.ts'
import { reachAt } from './tokens.ts'

/**
 * Gives figures without a unit, or prices without a denominator, that of the nearest earlier figure of the same
 * sentence ("4.2 billion cubic feet a day against 6.5 billion"). A figure in brackets is a conversion and lends
 * nothing. A flow without a rate takes the rate of its neighbour ("to 44 bcm a year from 38 bcm").
 */
export function inheritUnits(
  drafts: Draft[],
  tokens: readonly ReadToken[],
  sentences: readonly number[],
): void {
  for (let at = drafts.length - 2; at >= 0; at -= 1) lendBack(drafts[at], drafts[at + 1], tokens)
  drafts.forEach((draft, at) => {
    const earlier = drafts
      .slice(Math.max(0, at - lendersBack), at)
      .filter((other) => sentences[other.from] === sentences[draft.from])
      .reverse()
    if (draft.unit === null) inheritWhole(draft, earlier, tokens)
    else if (draft.unit.name.kind === 'currency') inheritDenominator(draft, earlier)
    else inheritRate(draft, drafts, at, { tokens, sentences })
  })
}

/** "593.1 and 43.1 million cubic metres": a fraction that a list joins to an amount has its scale and unit. */
function lendBack(draft: Draft | undefined, next: Draft | undefined, tokens: readonly ReadToken[]): void {
  if (draft === undefined || next?.unit == null || draft.unit !== null || next.from - draft.to !== 1) return
  const isBare = draft.scale === 1 && draft.second === null && next.second === null && !draft.isShare
  if (!isBare || Number.isInteger(draft.value) || !isOfOneSize(draft.mantissa, next.mantissa)) return
  const joint = tokens[draft.to]
  if (joint === undefined || !(/^[,;،]$/u.test(joint.text) || /^\p{L}{1,4}$/u.test(joint.text))) return
  draft.value *= next.scale
  draft.scale = next.scale
  draft.unit = { ...next.unit, to: draft.to }
  draft.inherited = true
}

/** How many figures back one may lend its unit. */
const lendersBack = 12
const million = 1e6
const thousand = 1e3

function inheritWhole(draft: Draft, earlier: readonly Draft[], tokens: readonly ReadToken[]): void {
  if (draft.scale < thousand || draft.isShare) return
  const lender = earlier.find(
    (other) =>
      other.unit !== null &&
      !isShareOrTime(other) &&
      tokens[other.from - 1]?.fold !== '(' &&
      other.scale >= million === draft.scale >= million &&
      isOfOneSize(other.value, draft.value),
  )
  if (lender?.unit == null) return
  draft.unit = { ...lender.unit, to: draft.to }
  draft.inherited = true
}

/** "Rose to 2.1 GW, and 300 thousand users are in the dark": what is told of one thing is of one order of size. */
function isOfOneSize(a: number, b: number): boolean {
  const [less, more] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))]
  return more <= less * MOST_TIMES
}

const MOST_TIMES = 1000

function isShareOrTime(draft: Draft): boolean {
  const name = draft.unit?.name
  return name?.kind === 'unit' && ['share', 'time', 'people'].includes(name.definition.dimension)
}

const largestPrice = 5e3

function inheritDenominator(draft: Draft, earlier: readonly Draft[]): void {
  const unit = draft.unit
  if (unit?.name.kind !== 'currency' || unit.per !== null || draft.scale !== 1) return
  if (Math.abs(draft.value) > largestPrice) return
  const code = unit.name.code
  const lender = earlier.find(
    (other) =>
      other.unit?.name.kind === 'currency' && other.unit.name.code === code && other.unit.per !== null,
  )
  if (lender?.unit?.per != null) draft.unit = { ...unit, per: lender.unit.per }
}

/** In words. */
const nearby = 6

function inheritRate(
  draft: Draft,
  drafts: readonly Draft[],
  at: number,
  { tokens, sentences }: { tokens: readonly ReadToken[]; sentences: readonly number[] },
): void {
  const unit = draft.unit
  if (unit === null || unit.time !== null || unit.name.kind !== 'unit') return
  const definition = unit.name.definition
  for (const other of [drafts[at - 1], drafts[at + 1]]) {
    if (other?.unit?.name.kind !== 'unit' || other.unit.time === null) continue
    if (sentences[other.from] !== sentences[draft.from]) continue
    const gap = other.from > draft.from ? other.from - draft.to : draft.from - other.to
    const reach = reachAt(tokens[Math.max(other.from, draft.from) - 1], nearby)
    const isNear = gap <= reach && other.unit.name.definition.dimension === definition.dimension
    if (isNear && !isTotalOf(draft.value, other.value)) draft.unit = { ...unit, time: other.unit.time }
  }
}

/** "62 million barrels in March, or 2 million a day": an amount of a month or a year, and the rate that it makes. */
function isTotalOf(total: number, rate: number): boolean {
  const days = total / (rate || 1)
  return (days > 27 && days < 32) || (days > 350 && days < 380)
}
