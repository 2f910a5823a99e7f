import type { EventType, Modality } from '../claims/claim.ts'
import type { Statement, When } from './statement.ts'
import { kindWeight } from './subjects.ts'

export interface Described {
  readonly type: EventType
  readonly title: string
  readonly time: string | null
  readonly assets: readonly string[]
  readonly modality: Modality
}

const typeWords: Readonly<Record<EventType, string>> = {
  agreement: 'Agreement',
  negotiation: 'Talks',
  visit_or_meeting: 'Meeting',
  statement: 'Statement',
  supply_start: 'Start of supply',
  supply_halt: 'Halt of supply',
  supply_change: 'Change of supply',
  outage_or_attack: 'Outage or attack',
  repair_or_restart: 'Repair or restart',
  construction: 'Construction',
  discovery_or_drilling: 'Discovery or drilling',
  sanction: 'Sanctions',
  sanction_relief: 'Relief from sanctions',
  price_move: 'Price move',
  investment_or_loan: 'Investment or loan',
  transit: 'Transit',
  military: 'Military action',
  policy_opposition: 'Opposition',
  other: 'Report',
}

const modalityWords: Readonly<Record<Modality, string>> = {
  happened: '',
  ongoing: ', ongoing',
  announced_or_planned: ', announced',
  possible: ', possible',
  conditional: ', under a condition',
  denied: ', denied',
}

/** How sure a modality sounds: of claims that differ, the event takes the most frequent, then the surest. */
const surest: readonly Modality[] = [
  'denied',
  'happened',
  'ongoing',
  'announced_or_planned',
  'conditional',
  'possible',
]

/** Type, time, assets and modality that most claims of the event give, and a title composed from them. */
export function describeEvent(statements: readonly Statement[]): Described {
  const type =
    mostFrequent(statements.map(({ claim }) => claim.event).filter((event) => event !== 'other')) ?? 'other'
  const modalities = statements.map((statement) => statement.modality)
  const modality =
    mostFrequent([...modalities].sort((a, b) => surest.indexOf(a) - surest.indexOf(b))) ?? 'happened'
  const time = timeOf(statements)
  const assets = assetsOf(statements)
  const about = titleNames(type, statements, assets).slice(0, 3).join(', ')
  const when = time === null ? '' : ` (${time.replace('/', ' to ')})`
  const title = `${typeWords[type]}${about === '' ? '' : `: ${about}`}${modalityWords[modality]}${when}`
  return { type, title, time, assets, modality }
}

const between = new Set<EventType>(['visit_or_meeting', 'agreement', 'negotiation'])

/** Who meets or agrees comes before what it is about; of a line or a station the thing comes first. */
function titleNames(type: EventType, statements: readonly Statement[], assets: readonly string[]): string[] {
  if (!between.has(type)) return [...assets]
  const kinds = new Map(statements.flatMap(({ subjects }) => subjects.map(({ name, kind }) => [name, kind])))
  const rank = (name: string): number => {
    const kind = kinds.get(name)
    return kind === 'person' ? 0 : kind === 'company' ? 1 : kind === 'country' ? 2 : kind === 'place' ? 4 : 3
  }
  return [...assets].sort((a, b) => rank(a) - rank(b))
}

/** The first of the most frequent values; null for none. */
function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: T | null = null
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value
  return best
}

const exactness: Readonly<Record<When['precision'], number>> = { day: 0, span: 1, window: 2, unknown: 3 }

/** The time that most claims give; of equally frequent ones the most exact, then the earliest. */
function timeOf(statements: readonly Statement[]): string | null {
  const times = statements
    .filter(({ claim, when }) => claim.time !== null && when.precision !== 'window')
    .sort(
      (a, b) =>
        exactness[a.when.precision] - exactness[b.when.precision] ||
        ((a.claim.time ?? '') < (b.claim.time ?? '') ? -1 : 1),
    )
    .map(({ claim }) => claim.time)
  // Only the days of reports: the first that told it is the best there is.
  const told = statements.flatMap(({ claim }) => claim.time ?? []).sort()
  return mostFrequent(times) ?? told[0] ?? null
}

/** Canonical names, the most telling first: sites, lines, then by how many claims name them. */
function assetsOf(statements: readonly Statement[]): string[] {
  const seen = new Map<string, { weight: number; count: number }>()
  for (const { claim, subjects } of statements)
    for (const name of new Set([...claim.assets, ...claim.assets_implied])) {
      const subject = subjects.find((candidate) => candidate.name === name)
      const weight = subject ? kindWeight[subject.kind] : 0.4
      seen.set(name, { weight, count: (seen.get(name)?.count ?? 0) + 1 })
    }
  return [...seen]
    .sort(([nameA, a], [nameB, b]) => b.weight - a.weight || b.count - a.count || (nameA < nameB ? -1 : 1))
    .map(([name]) => name)
}

/** A readable id that depends only on what the event is: type, day, first asset. */
export function eventSlug(described: Described): string {
  const asset = described.assets[0] ?? 'unnamed'
  const day =
    described.time === null
      ? 'undated'
      : (described.time.split('/').find((end) => /^\d/u.test(end)) ?? 'undated')
  return `${described.type}-${day.slice(0, 10)}-${asset}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
}
