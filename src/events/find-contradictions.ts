import type { ClaimRef, Contradiction } from './event.ts'
import { shared } from './shared-subjects.ts'
import { type Amount, agree, areComparable, daysApart, type Statement } from './statement.ts'

/** Figures further apart than this share of the larger are two figures; more where both are approximate. */
const tolerance = 0.01
const approximate = 0.03

/**
 * Where claims of one happening disagree: figures of one dimension, days, and
 * whether an outage was an attack or a failure. Values stand side by side,
 * each with the claims that give it, in order of the claims; nobody is declared right.
 */
export function findContradictions(statements: readonly Statement[]): Contradiction[] {
  return [
    ...figureContradictions(statements),
    ...timeContradictions(statements),
    ...causeContradictions(statements),
  ]
}

export function refOf(statement: Statement): ClaimRef {
  return { report: statement.reading.id, claim: statement.claim.id }
}

interface Given {
  readonly statement: Statement
  readonly amount: Amount
}

function figureContradictions(statements: readonly Statement[]): Contradiction[] {
  const given = statements.flatMap((statement) => statement.amounts.map((amount) => ({ statement, amount })))
  const bases = [...new Set(given.map(({ amount }) => amount.base))]
  return bases.flatMap((base): Contradiction[] => {
    const ofBase = given.filter(({ amount }) => amount.base === base)
    const disputed = ofBase.filter((x) => ofBase.some((y) => disagree(x, y, ofBase)))
    if (disputed.length === 0) return []
    const values: { given: Given; claims: ClaimRef[] }[] = []
    for (const item of disputed) {
      const same = values.find((value) => isSameFigure(value.given.amount, item.amount))
      if (same) same.claims.push(refOf(item.statement))
      else values.push({ given: item, claims: [refOf(item.statement)] })
    }
    return [
      {
        field: fieldNames[base] ?? base,
        values: values.map(({ given: { amount }, claims }) => ({
          value: amount.quantity.value,
          unit: amount.quantity.unit,
          claims,
        })),
      },
    ]
  })
}

const fieldNames: Readonly<Record<string, string>> = {
  '%': 'share',
  day: 'duration',
  count: 'number',
  't/day': 'rate in tonnes',
  'bbl/day': 'rate in barrels',
  'm3/day': 'rate in cubic metres',
  'MWh/day': 'rate in energy',
  t: 'tonnes',
  bbl: 'barrels',
  m3: 'cubic metres',
  USD: 'money in USD',
  EUR: 'money in EUR',
  'USD/bbl': 'price of a barrel',
  'EUR/MWh': 'price of gas or power',
  'USD/m3': 'price of gas',
}

/**
 * Two figures contradict where they differ, are not of one report and speaker, could measure the same,
 * and neither claim also gives the other's figure (a claim may name the usual rate beside the present).
 */
function disagree(x: Given, y: Given, all: readonly Given[]): boolean {
  if (x.statement === y.statement || !couldMeasureTheSame(x.amount, y.amount)) return false
  if (!areComparable(x.amount, y.amount)) return false
  const isOneVoice =
    x.statement.reading.id === y.statement.reading.id &&
    x.statement.claim.speaker === y.statement.claim.speaker
  if (isOneVoice || isSameFigure(x.amount, y.amount)) return false
  const gives = (statement: Statement, amount: Amount): boolean =>
    all.some((other) => other.statement === statement && isSameFigure(other.amount, amount))
  return !gives(x.statement, y.amount) && !gives(y.statement, x.amount)
}

function couldMeasureTheSame(a: Amount, b: Amount): boolean {
  const [x, y] = [a.quantity.measures, b.quantity.measures]
  if (a.base === 'count' || a.base === 'day') return x === y || (x !== null && y !== null && sharesWord(x, y))
  return x === null || y === null || x === y || sharesWord(x, y)
}

/** Measures are short English phrases; those of one thing share a word that carries meaning. */
function sharesWord(a: string, b: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[a-z]{4,}/gu) ?? []
  const ofB = new Set(words(b))
  return words(a).some((word) => ofB.has(word))
}

function isSameFigure(a: Amount, b: Amount): boolean {
  const isRough = a.quantity.qualifier === 'approx' && b.quantity.qualifier === 'approx'
  return agree(a, b, isRough ? approximate : tolerance)
}

/** Different single days, or spans of days whose ends differ; a day within a span is no contradiction. */
function timeContradictions(statements: readonly Statement[]): Contradiction[] {
  const dated = statements.filter(
    ({ claim, when }) => claim.time !== null && isExact(claim.time) && when.precision !== 'window',
  )
  const differs = (x: Statement, y: Statement): boolean => {
    if (x.reading.id === y.reading.id) return false
    const [a, b] = [x.when, y.when]
    const isDayInSpan = (when: typeof a): boolean => when.first === when.last
    if (isDayInSpan(a) !== isDayInSpan(b)) return false
    const ends = (p: string | null, q: string | null): boolean => p !== null && q !== null && p !== q
    return ends(a.first, b.first) || ends(a.last, b.last)
  }
  const disputed = dated.filter((x) => dated.some((y) => differs(x, y)))
  if (disputed.length === 0) return []
  const byTime = new Map<string, ClaimRef[]>()
  for (const statement of disputed) {
    const time = statement.claim.time ?? ''
    byTime.set(time, [...(byTime.get(time) ?? []), refOf(statement)])
  }
  const values = [...byTime].map(([value, claims]) => ({ value, unit: null, claims }))
  return [{ field: 'time', values }]
}

function isExact(time: string): boolean {
  return time.split('/').every((end) => end === '..' || end === '' || end.length >= 10)
}

/** Whether the words of a claim speak of an attack or of a failure without one; null where of neither. */
function causeOf(statement: Statement): 'attack' | 'failure' | null {
  const has = (name: string): boolean => statement.claim.cues.some((cue) => cue.startsWith(`event:${name}:`))
  if (has('attack')) return 'attack'
  return has('outage') && !has('damage') ? 'failure' : null
}

function causeContradictions(statements: readonly Statement[]): Contradiction[] {
  const told = statements.filter(({ claim }) => claim.event === 'outage_or_attack')
  const values = (['attack', 'failure'] as const).flatMap((cause) => {
    const claims = told.filter((statement) => causeOf(statement) === cause).map(refOf)
    return claims.length === 0 ? [] : [{ value: cause, unit: null, claims }]
  })
  const isBetweenReports =
    new Set(values.flatMap(({ claims }) => claims.map(({ report }) => report))).size > 1
  return values.length > 1 && isBetweenReports ? [{ field: 'cause', values }] : []
}

/** Days after an outage within which a claim that all works normally disputes it. */
const normalReach = 5

/** Claims of other voices that the site of an outage works normally, beside those that it does not. */
export function findStateContradictions(
  outage: readonly Statement[],
  all: readonly Statement[],
): Contradiction[] {
  const down = outage.filter(({ claim, isDenial }) => claim.event === 'outage_or_attack' && !isDenial)
  const normal = all.filter(
    (statement) =>
      !outage.includes(statement) &&
      statement.claim.cues.some((cue) => cue.startsWith('event:normal:')) &&
      down.some((other) => {
        const apart = daysApart(statement.when, other.when)
        const isOneSite = shared(statement, other).some(({ subject }) => subject.kind === 'site')
        return (
          isOneSite && apart !== null && apart <= normalReach && statement.reading.id !== other.reading.id
        )
      }),
  )
  if (normal.length === 0) return []
  return [
    {
      field: 'state',
      values: [
        { value: 'out of service', unit: null, claims: down.map(refOf) },
        { value: 'working normally', unit: null, claims: normal.map(refOf) },
      ],
    },
  ]
}
