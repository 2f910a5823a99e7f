import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Marks } from '../marks.ts'
import type { Discourse } from '../speakers/discourse.ts'
import type { Subjects } from '../subjects.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Draft } from './draft.ts'

/** A sentence to draft, with what those before it have told. */
export interface SentenceInput {
  readonly marks: Marks
  readonly body: Sentence
  readonly lexicon: Lexicon
  readonly subjects: Subjects
  readonly discourse: Discourse
  readonly isLead: boolean
  readonly previous: readonly Draft[]
}
