import type { CueMatch } from '../lexicon/cue.ts'
import type { Span } from '../text/sentences.ts'

/** A stretch of a sentence: what is said, or who says it. */
export interface Piece extends Span {
  readonly kind: 'content' | 'frame'
  /** Of a frame: the cue of speech, and whether what is said follows it for certain. */
  readonly cue: CueMatch | null
  readonly opens: boolean
  /** Of a frame without commas in the midst of a clause: that clause. */
  readonly around?: Span
  /** Of content: a frame between commas in its midst ("Russia, the minister said, will …"). */
  readonly within: Piece | null
}
