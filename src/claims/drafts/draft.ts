import type { aboutOf } from '../about.ts'
import type { Clause } from '../clauses.ts'
import type { Piece } from '../pieces/piece.ts'
import type { Discourse } from '../speakers/discourse.ts'
import type { Attribution, Speaker } from '../speakers/speaker.ts'
import type { Sentence, Span } from '../text/sentences.ts'

/** How the speaker of a clause was found. */
export type SpokenBy =
  | 'frame'
  | 'subject of the clause'
  | 'reported speech'
  | 'same speaker goes on'
  | 'quotation'
  | 'points back'
  | null

/** A clause with whom it comes from and what it is about, before it is known to be a claim. */
export interface Draft {
  readonly clause: Clause
  readonly sentence: Sentence
  readonly frame: Piece | null
  attribution: Attribution
  /** What gave the speaker, where it was not the frame. */
  spokenBy: SpokenBy
  /** The words that say who speaks, before the clause or behind it. */
  saidIn: Span | null
  /** Whether its frame names the speaker and takes up none. */
  readonly isNamed: boolean
  readonly about: ReturnType<typeof aboutOf>
  readonly isLead: boolean
  /** Who spoke last before it, be it in a sentence that tells nothing: "X wrote of this. “…”". */
  readonly heard: Speaker | null
  /** Who bears which title, and of which bodies and countries. */
  readonly office: Pick<Discourse, 'bodiesOf' | 'titled'>
}

/** Gives a speaker to a clause that has none. */
export function speakBy(draft: Draft, speaker: Speaker | null, how: SpokenBy): void {
  if (speaker === null || draft.attribution.speaker !== null) return
  draft.attribution = { ...draft.attribution, speaker }
  draft.spokenBy = how
}
