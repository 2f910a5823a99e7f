import type { Entity, Quantity } from './claim.ts'
import type { FoundDate } from './dates/date-context.ts'
import type { LandsOf } from './lands-of-bodies.ts'
import type { CueMatch } from './lexicon/cue.ts'
import { Layer } from './text/layer.ts'
import type { Span } from './text/sentences.ts'
import type { Token } from './text/tokens.ts'

export interface EntityMention extends Span {
  readonly entity: Entity
}

/** A country that an adjective or a people's name speaks of. */
export interface Implied extends Span {
  readonly canonical: string
}

/** Which names are outlets or agencies. */
export type Outlets = Pick<ReadonlySet<string>, 'has'>

/** Everything found in a text before claims are made, asked for by stretch. */
export interface Marks {
  readonly text: string
  readonly tokens: Layer<Token>
  readonly cues: CueLayers
  readonly mentions: Layer<EntityMention>
  readonly implied: Layer<Implied>
  readonly quantities: Layer<Quantity>
  readonly dates: Layer<FoundDate>
  readonly quotes: Layer<Span>
  /** Names that are outlets or agencies. */
  readonly outlets: Outlets
  /** For which countries a named body acts. */
  readonly landsOf: LandsOf
}

export function mentionsOf(entities: readonly Entity[]): EntityMention[] {
  const mentions: EntityMention[] = []
  for (const entity of entities)
    for (const { start, end } of entity.mentions) mentions.push({ start, end, entity })
  return mentions
}

/** Cues of a group in a stretch; `group` may be a family such as `event:`. */
export function cuesIn(marks: Marks, span: Span, group: string): readonly CueMatch[] {
  const found = marks.cues.of(group).within(span.start, span.end)
  for (const cue of found) if (cue.end > span.end + 1) return endingBy(found, span.end + 1)
  return found
}

/** The same of several groups, one group after the other. */
export function cuesOfAny(marks: Marks, span: Span, groups: readonly string[]): readonly CueMatch[] {
  let found: readonly CueMatch[] = []
  for (const group of groups) {
    const own = cuesIn(marks, span, group)
    if (own.length > 0) found = found.length === 0 ? own : [...found, ...own]
  }
  return found
}

const endingBy = (cues: readonly CueMatch[], limit: number): readonly CueMatch[] =>
  cues.filter((cue) => cue.end <= limit)

const NO_CUES = new Layer<CueMatch>([])

/** Cues are asked for by group and by family many times a sentence: each has a layer of its own. */
export class CueLayers {
  readonly all: readonly CueMatch[]
  readonly #whole: Layer<CueMatch>
  readonly #layers: ReadonlyMap<string, Layer<CueMatch>>

  constructor(cues: readonly CueMatch[]) {
    this.#whole = new Layer(cues)
    this.all = this.#whole.all
    const lists = new Map<string, CueMatch[]>()
    const families = new Map<string, CueMatch[] | null>()
    for (const cue of this.all) {
      const { group } = cue.cue
      listOf(lists, group).push(cue)
      let family = families.get(group)
      if (family === undefined) {
        const colon = group.indexOf(':')
        family = colon < 0 ? null : listOf(lists, group.slice(0, colon + 1))
        families.set(group, family)
      }
      family?.push(cue)
    }
    this.#layers = new Map([...lists].map(([group, list]) => [group, new Layer(list)]))
  }

  /** Of all groups, those that start in [start, end). */
  within(start: number, end: number): readonly CueMatch[] {
    return this.#whole.within(start, end)
  }

  /** Those of a group, or of a family such as `event:`. */
  of(group: string): Layer<CueMatch> {
    return this.#layers.get(group) ?? NO_CUES
  }
}

function listOf(lists: Map<string, CueMatch[]>, name: string): CueMatch[] {
  let list = lists.get(name)
  if (list === undefined) {
    list = []
    lists.set(name, list)
  }
  return list
}
