import type { EntityType } from './claim.ts'
import type { LandsOf } from './lands-of-bodies.ts'
import type { EntityMention, Outlets } from './marks.ts'
import type { Span } from './text/sentences.ts'

/** Plant that a bare noun takes up: "the line", "the station", "the vessel". */
export const KINDS: Readonly<Record<'line' | 'station' | 'vessel', ReadonlySet<EntityType>>> = {
  line: new Set(['pipeline', 'strait']),
  station: new Set(['station', 'terminal', 'port', 'plant', 'refinery', 'field']),
  vessel: new Set(['vessel']),
}
export const PLANT = new Set<EntityType>([...KINDS.line, ...KINDS.station, ...KINDS.vessel])

export const OWNERS = new Set<EntityType>(['company', 'country'])
const SUBJECTS = new Set<EntityType>(['company', 'organisation', 'country', ...PLANT])

/** What a text is about, and what it spoke of last: whom pronouns and bare nouns take up. */
export interface Subjects {
  /** Mentions of the whole text, from which the most frequent of a kind is its topic. */
  readonly all: readonly EntityMention[]
  commodity: string | null
  /** The country named last. */
  land: string | null
  /** What the last sentence that named anything began with. */
  opening: string | null
  /** Whether that is a company, a country or several. */
  isActor: boolean
  /** The plant that it named. */
  plants: ReadonlySet<string>
  parties: readonly string[]
  /** The last two companies named in one clause. */
  partners: readonly string[]
  readonly companies: ReadonlySet<string>
}

export function subjectsOf(mentions: readonly EntityMention[], outlets: Outlets): Subjects {
  const all = mentions.filter((one) => !outlets.has(one.entity.canonical))
  const countries = [...counts(all, new Set(['country']))].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  const companies = new Set(counts(all, new Set(['company'])).keys())
  return {
    all,
    commodity: null,
    land: null,
    opening: null,
    isActor: false,
    plants: new Set(),
    parties: countries.slice(0, 2),
    partners: [],
    companies,
  }
}

/** OPEC, the European Union: a body of several countries acts as a country does. */
export function isAlliance({ entity }: EntityMention, landsOf: LandsOf): boolean {
  return entity.type === 'organisation' && landsOf(entity.canonical).length > 1
}

/** Takes up the names of a stretch for what follows, and the carrier that its words tell where none names one. */
export function follow(subjects: Subjects, mentions: readonly EntityMention[], told: string | null): void {
  const commodity = mentions.findLast((one) => one.entity.type === 'commodity')
  subjects.commodity = commodity?.entity.canonical ?? told ?? subjects.commodity
  const parties = unique(
    mentions.filter((one) => one.entity.type === 'country').map((one) => one.entity.canonical),
  )
  subjects.land = parties.at(-1) ?? subjects.land
  if (parties.length >= 2) subjects.parties = parties.slice(0, 2)
  const partners = unique(
    mentions.filter((one) => one.entity.type === 'company').map((one) => one.entity.canonical),
  )
  if (partners.length >= 2) subjects.partners = partners.slice(0, 2)
}

/** Keeps what a sentence began with for those after it. */
export function opened(subjects: Subjects, sentence: Span, landsOf: LandsOf): void {
  const named = subjects.all.filter(
    (one) => one.start >= sentence.start && one.end <= sentence.end && SUBJECTS.has(one.entity.type),
  )
  const [first] = named
  if (first === undefined) return
  subjects.opening = first.entity.canonical
  subjects.isActor = OWNERS.has(first.entity.type) || isAlliance(first, landsOf)
  subjects.plants = new Set(
    named.filter((one) => PLANT.has(one.entity.type)).map((one) => one.entity.canonical),
  )
}

/** The most frequent of some kinds; of equals the one named first. */
export function topicOf(
  mentions: readonly EntityMention[],
  kinds: ReadonlySet<EntityType>,
  isIn: (mention: EntityMention) => boolean,
): string | null {
  let best: [string, number] | null = null
  for (const entry of counts(mentions, kinds, isIn)) if (best === null || entry[1] > best[1]) best = entry
  return best?.[0] ?? null
}

function counts(
  mentions: readonly EntityMention[],
  kinds: ReadonlySet<EntityType>,
  isIn: (mention: EntityMention) => boolean = () => true,
): Map<string, number> {
  const count = new Map<string, number>()
  for (const mention of mentions) {
    const { canonical, type } = mention.entity
    if (kinds.has(type) && isIn(mention)) count.set(canonical, (count.get(canonical) ?? 0) + 1)
  }
  return count
}

export function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}
