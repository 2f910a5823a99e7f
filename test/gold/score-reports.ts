import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Reading } from '../../src/claims/claim.ts'
import type { Reader } from '../../src/claims/read-claims.ts'
import type { Report } from '../../src/reports/report.ts'
import { readOne } from './score-dev.ts'

/**
 * Gold that ships with the repository. `reports`: two a language, written by someone who had not seen the reader;
 * `wire`: one a language in the manner of news agencies, written by whoever tuned on it, before tuning; `later`:
 * written the same way after that tuning, then tuned on too; `last`: written after that, and not tuned on;
 * `field`: written like reports seen in the field, in several manners of agencies, scored once, then tuned on.
 */
export type ReportSet = 'reports' | 'wire' | 'later' | 'last' | 'field'
const folderOf = (set: ReportSet): string => fileURLToPath(new URL(`${set}/`, import.meta.url))

type Span = readonly [number, number]
interface GoldEntity {
  readonly canonical: string
  readonly type: string
  readonly surfaces: readonly string[]
}
interface GoldClaim {
  readonly span: Span
  readonly event: string
  readonly modality: string
  readonly polarity: string
  readonly assets: readonly string[]
  readonly assets_implied?: readonly string[]
  readonly speaker: string | null
  readonly speaker_named: boolean
  readonly via?: string | readonly string[] | null
  readonly time: string | null
  readonly core: boolean
  readonly doubt?: string | null
}
interface Gold {
  readonly id: string
  readonly lang: string
  readonly entities: readonly GoldEntity[]
  readonly quantities: readonly { surface: string; value: number | number[]; unit: string }[]
  readonly dates: readonly { surface: string; iso: string }[]
  readonly claims: readonly GoldClaim[]
}

/** Of what was said, how much is right; of what is in the gold, how much was found. */
interface Counts {
  gold: number
  said: number
  found: number
  right: number
}

const attributes = ['event', 'modality', 'polarity', 'speaker', 'via', 'time'] as const
interface ReportScores {
  /** By language: F1 of entities, quantities, dates and claims. */
  readonly byLanguage: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Over all languages: precision and recall of each. */
  readonly all: Readonly<Record<string, { readonly precision: number; readonly recall: number }>>
  /** Share right among the claims found. */
  readonly attributes: Readonly<Record<(typeof attributes)[number], number>>
}

const OPTIONAL = new Set(['count', 'year', 'month', 'week', 'day', 'hour', 'people', 'ordinal'])
/** Base unit and factor; other units are their own base. */
const UNITS: Readonly<Record<string, readonly [string, number]>> = {
  't/yr': ['t/d', 1 / 365],
  't/month': ['t/d', 12 / 365],
  bcm: ['m3', 1e9],
  cf: ['m3', 0.0283168],
  'm3/d': ['m3/yr', 365],
  'bcm/yr': ['m3/yr', 1e9],
  'cf/d': ['m3/yr', 0.0283168 * 365],
  GW: ['MW', 1e3],
  GWh: ['MWh', 1e3],
  TWh: ['MWh', 1e6],
  km: ['m', 1e3],
  km2: ['m2', 1e6],
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

/** A name without accents, case and the words that name its kind. */
function key(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(pipeline|pumping|compressor|station|gas|oil|company|group|llc|jsc|plc|ag|the)\b/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Names that stand for each other in the gold: a capital for its government. */
function equivalence(folder: string): (a: string, b: string) => boolean {
  const first = new Map<string, string>()
  for (const names of readJson<string[][]>(join(folder, 'equivalents.json')))
    for (const name of names) first.set(key(name), key(names[0] ?? name))
  const fold = (name: string): string => first.get(key(name)) ?? key(name)
  return (a, b) => key(a) === key(b) || fold(a) === fold(b)
}

function touches(a: string, b: string): boolean {
  const [x, y] = [a.trim(), b.trim()]
  return x !== '' && y !== '' && (x.includes(y) || y.includes(x))
}

function sameAmount(
  a: { value: number | readonly number[]; unit: string },
  b: { value: number | readonly number[]; unit: string },
): boolean {
  const base = (one: typeof a): { unit: string; values: number[] } => {
    const [unit, factor] = UNITS[one.unit] ?? [one.unit, 1]
    return { unit, values: [one.value].flat().map((value) => Math.abs(value) * factor) }
  }
  const [x, y] = [base(a), base(b)]
  const isClose = (p: number, q: number): boolean => Math.abs(p - q) <= 0.01 * Math.max(p, q)
  return (
    x.unit === y.unit &&
    x.values.length === y.values.length &&
    x.values.every((value, index) => isClose(value, y.values[index] ?? Number.NaN))
  )
}

/** Share of the shorter span that both cover; nothing where the answer is a catch-all. */
function overlap(gold: Span, said: Span): number {
  if (said[1] - said[0] > 3 * (gold[1] - gold[0]) + 80) return 0
  const shared = Math.min(gold[1], said[1]) - Math.max(gold[0], said[0])
  return shared <= 0 ? 0 : shared / Math.min(gold[1] - gold[0], said[1] - said[0])
}

type Same = (a: string, b: string) => boolean
type SaidClaim = Reading['claims'][number]

/** The answer that tells each claim of the gold: half the evidence, one asset; no answer tells two. */
function matchClaims(gold: Gold, said: Reading, same: Same): Map<GoldClaim, SaidClaim> {
  const pairs = new Map<GoldClaim, SaidClaim>()
  const taken = new Set<SaidClaim>()
  for (const claim of gold.claims) {
    const names = [...claim.assets, ...(claim.assets_implied ?? [])]
    const shares = (one: SaidClaim): boolean =>
      names.length === 0 || names.some((name) => one.assets.some((asset) => same(name, asset)))
    const [best] = said.claims
      .filter((one) => !taken.has(one) && overlap(claim.span, one.span) >= 0.5 && shares(one))
      .map((one) => ({ one, rank: overlap(claim.span, one.span) + (one.event === claim.event ? 1 : 0) }))
      .sort((a, b) => b.rank - a.rank)
    if (best === undefined) continue
    taken.add(best.one)
    pairs.set(claim, best.one)
  }
  return pairs
}

function countReport(gold: Gold, said: Reading, same: Same): Record<string, Counts> & { claims: Counts } {
  const named = gold.entities.filter((one) => one.type !== 'commodity')
  const saidNames = said.entities.filter((one) => one.type !== 'commodity')
  const meet = (a: readonly string[], b: readonly string[]): boolean =>
    a.some((x) => b.some((y) => touches(x, y)))
  const core = gold.quantities.filter((one) => !OPTIONAL.has(one.unit))
  const amounts = said.quantities.filter((one) => !OPTIONAL.has(one.unit))
  const foundAmounts = core.filter((one) =>
    amounts.some((other) => touches(one.surface, other.surface) && sameAmount(one, other)),
  ).length
  const foundDates = gold.dates.filter((one) =>
    said.dates.some((other) => touches(one.surface, other.surface) && one.iso === other.iso),
  ).length
  const pairs = matchClaims(gold, said, same)
  return {
    entities: {
      gold: named.length,
      said: saidNames.length,
      found: named.filter((one) => saidNames.some((other) => meet(one.surfaces, other.surfaces))).length,
      right: saidNames.filter((one) => named.some((other) => meet(one.surfaces, other.surfaces))).length,
    },
    quantities: { gold: core.length, said: amounts.length, found: foundAmounts, right: foundAmounts },
    dates: { gold: gold.dates.length, said: said.dates.length, found: foundDates, right: foundDates },
    claims: {
      gold: gold.claims.filter((one) => one.core).length,
      said: said.claims.length,
      found: [...pairs.keys()].filter((one) => one.core).length,
      right: pairs.size,
    },
  }
}

/** Whether each attribute of a matched claim is right; null where the gold leaves it open. */
function judge(
  gold: GoldClaim,
  said: SaidClaim,
  same: Same,
): Record<(typeof attributes)[number], boolean | null> {
  return {
    event: gold.event === said.event || (gold.doubt ?? '').includes(said.event),
    modality: gold.modality === said.modality,
    polarity: gold.polarity === said.polarity,
    speaker: gold.speaker_named ? said.speaker !== null && same(said.speaker, gold.speaker ?? '') : null,
    via:
      asList(gold.via).length === 0
        ? null
        : asList(gold.via).some((name) => said.via.some((one) => same(one, name))),
    time: gold.time === null ? null : gold.time === said.time,
  }
}

const asList = (via: GoldClaim['via']): readonly string[] => (via == null ? [] : [via].flat())

function share({ gold, said, found, right }: Counts): { precision: number; recall: number; f1: number } {
  const precision = said === 0 ? 0 : right / said
  const recall = gold === 0 ? 0 : found / gold
  const sum = precision + recall
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Reads the reports that ship with the repository and scores the answers, by the measures of docs/reading.md. */
export function scoreReports(reader: Reader, set: ReportSet = 'reports'): ReportScores {
  const folder = folderOf(set)
  const same = equivalence(folder)
  const byLanguage: Record<string, Record<string, Counts>> = {}
  const all: Record<string, Counts> = {}
  const judged = Object.fromEntries(attributes.map((name) => [name, { n: 0, ok: 0 }]))
  const ids = readdirSync(folder).filter((name) => /^\d+\.json$/u.test(name))
  for (const name of ids) {
    const gold = readJson<Gold>(join(folder, name.replace('.json', '.gold.json')))
    const said = readOne(reader, readJson<Partial<Report>>(join(folder, name)))
    byLanguage[gold.lang] ??= {}
    for (const [what, counts] of Object.entries(countReport(gold, said, same))) {
      for (const table of [all, byLanguage[gold.lang] ?? {}]) {
        table[what] ??= { gold: 0, said: 0, found: 0, right: 0 }
        const sum = table[what]
        for (const field of ['gold', 'said', 'found', 'right'] as const) sum[field] += counts[field]
      }
    }
    for (const [claim, one] of matchClaims(gold, said, same))
      for (const [what, isRight] of Object.entries(judge(claim, one, same))) {
        const sum = judged[what]
        if (sum === undefined || isRight === null) continue
        sum.n += 1
        if (isRight) sum.ok += 1
      }
  }
  return {
    byLanguage: Object.fromEntries(
      Object.entries(byLanguage)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([lang, table]) => [
          lang,
          Object.fromEntries(
            Object.entries(table).map(([what, counts]) => [what, rounded(share(counts).f1)]),
          ),
        ]),
    ),
    all: Object.fromEntries(
      Object.entries(all).map(([what, counts]) => {
        const { precision, recall } = share(counts)
        return [what, { precision: rounded(precision), recall: rounded(recall) }]
      }),
    ),
    attributes: Object.fromEntries(
      attributes.map((name) => {
        const sum = judged[name] ?? { n: 0, ok: 0 }
        return [name, rounded(sum.n === 0 ? 0 : sum.ok / sum.n)]
      }),
    ) as ReportScores['attributes'],
  }
}
