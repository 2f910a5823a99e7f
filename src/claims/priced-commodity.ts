import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

/** What a benchmark prices, by its name in Latin letters. */
const BENCHMARKS: Readonly<Record<string, string>> = {
  brent: 'crude oil',
  wti: 'crude oil',
  urals: 'crude oil',
  ttf: 'natural gas',
  nbp: 'natural gas',
  jkm: 'LNG',
}

/** "Ölpreise", "U.S. WTI": what is priced, by its benchmark or within a word; null where neither tells it. */
export function pricedCommodity(marks: Marks, clause: Span): string | null {
  return benchmarkOf(marks, clause) ?? pricedIn(marks, clause)
}

function benchmarkOf(marks: Marks, clause: Span): string | null {
  return BENCHMARKS[benchmarksIn(marks, clause)[0] ?? ''] ?? null
}

/** The benchmarks named in a stretch, in small letters: "wti", "brent". */
export function benchmarksIn(marks: Marks, span: Span): string[] {
  return marks.tokens
    .within(span.start, span.end)
    .map((token) => token.forms[0] ?? '')
    .filter((word) => word in BENCHMARKS)
}

/** What words for a price name within them, by what they are about. */
const PRICED: Readonly<Record<string, string>> = {
  'topic:crude': 'crude oil',
  'topic:gas': 'natural gas',
  'topic:power': 'electricity',
  'topic:petrol': 'oil products',
  'topic:diesel': 'oil products',
  'topic:fuel_oil': 'oil products',
}

function pricedIn(marks: Marks, clause: Span): string | null {
  const [first] = cuesIn(marks, clause, 'topic:').flatMap((cue) => PRICED[cue.cue.group] ?? [])
  return first ?? null
}

/** What is sold by a unit of price that nothing else is sold by. */
const BY_UNIT: Readonly<Record<string, string>> = {
  'USD/bbl': 'crude oil',
  'USD/1000m3': 'natural gas',
  'USD/MMBtu': 'natural gas',
}

/** "The barrel cost 68 dollars": what is priced, by the unit alone; null where no unit tells it. */
export function commodityOfUnit(marks: Marks, clause: Span): string | null {
  const [first] = marks.quantities.within(clause.start, clause.end).flatMap((one) => BY_UNIT[one.unit] ?? [])
  return first ?? null
}
