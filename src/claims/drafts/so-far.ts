import type { Piece } from '../pieces/piece.ts'
import { piecesOf } from '../pieces/pieces-of.ts'
import type { Attribution } from '../speakers/speaker.ts'
import type { Draft } from './draft.ts'
import type { SentenceInput } from './sentence-input.ts'

/** What is known of a sentence while its pieces are read in order; each piece adds to it. */
export interface SoFar {
  readonly input: SentenceInput
  readonly pieces: readonly Piece[]
  readonly made: Draft[]
  /** Content of this sentence that no frame has spoken for yet. */
  waiting: Draft[]
  /** Content right before the next piece. */
  behind: Draft[]
  /** The frame that speaks for what comes, and who that is. */
  current: { readonly attribution: Attribution; readonly frame: Piece } | null
  isNamed: boolean
  isAfterFrame: boolean
  /** What stands before this sentence and is told by it: "X said this, the agency Y reports". */
  told: readonly Draft[]
  /** The outlets whose report the sentence opens with: "As X reports, the group, which …, announced that …". */
  reported: readonly string[]
  /** "In an interview with the agency X, …": to whom, before the frame of who says it. */
  toldAhead: string | null
}

export function beginSentence(input: SentenceInput): SoFar {
  return {
    input,
    pieces: piecesOf(input.marks, input.body, input.lexicon),
    made: [],
    waiting: [],
    behind: [],
    current: null,
    isNamed: false,
    isAfterFrame: false,
    told: [],
    reported: [],
    toldAhead: null,
  }
}
