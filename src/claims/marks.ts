import type { DateMention, Entity, Quantity } from './claim.ts'
import type { CueMatch } from './lexicon/pattern.ts'
import type { Layer } from './text/layer.ts'
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
  const isFamily = group.endsWith(':')
  return marks.cues
    .within(span.start, span.end)
    .filter(
      (cue) =>
        cue.end <= span.end + 1 && (isFamily ? cue.cue.group.startsWith(group) : cue.cue.group === group),
    )
}
