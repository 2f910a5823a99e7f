import type { DateMention, Entity, Quantity } from './claim.ts'
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

/** Everything found in a text before claims are made, asked for by stretch. */
export interface Marks {
  readonly text: string
  readonly tokens: Layer<Token>
  readonly cues: Layer<CueMatch>
  readonly mentions: Layer<EntityMention>
  readonly implied: Layer<Implied>
  readonly quantities: Layer<Quantity>
  readonly dates: Layer<DateMention>
  readonly quotes: Layer<Span>
  /** Names that are outlets or agencies. */
  readonly outlets: ReadonlySet<string>
}

export function mentionsOf(entities: readonly Entity[]): EntityMention[] {
  return entities.flatMap((entity) =>
    entity.mentions.map((mention) => ({ start: mention.start, end: mention.end, entity })),
  )
}

/** Cues of a group in a stretch; `group` may be a family such as `event:`. */
export function cuesIn(marks: Marks, span: Span, group: string): CueMatch[] {
  const limit = span.end + 1
  const found = layerOf(marks.cues, group).within(span.start, span.end)
  return found.some((cue) => cue.end > limit) ? found.filter((cue) => cue.end <= limit) : found
}

/** Cues are asked for by group many times a sentence: each group has a layer of its own, made at first use. */
const layers = new WeakMap<Layer<CueMatch>, Map<string, Layer<CueMatch>>>()

function layerOf(cues: Layer<CueMatch>, group: string): Layer<CueMatch> {
  let byGroup = layers.get(cues)
  if (byGroup === undefined) {
    byGroup = new Map()
    layers.set(cues, byGroup)
  }
  let layer = byGroup.get(group)
  if (layer === undefined) {
    const isFamily = group.endsWith(':')
    layer = new Layer(
      cues.all.filter((cue) => (isFamily ? cue.cue.group.startsWith(group) : cue.cue.group === group)),
    )
    byGroup.set(group, layer)
  }
  return layer
}
