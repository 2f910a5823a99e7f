import { attributeQuotes } from './attribute-quotes.ts'
import type { Claim } from './claim.ts'
import { claimOf, type Made } from './claim-of.ts'
import { draftClauses } from './drafts/draft-clauses.ts'
import { glossOf } from './gloss.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { mentionsOf } from './marks.ts'
import { type Annotated, readMarks } from './read-marks.ts'
import { isAboutEnergy } from './relevance.ts'
import { type Sentence, splitSentences } from './text/sentences.ts'
import { withToneAfter } from './tone-after.ts'
import { type ClaimTrace, traceOf } from './trace.ts'

export interface FoundClaims {
  readonly claims: readonly Claim[]
  /** Why each claim is as it is, in their order; made when asked for. */
  explain(): ClaimTrace[]
}

/** The claims of a text, in its order, without those of a headline that the body tells again. */
export function findClaims(input: Annotated, lexicon: Lexicon): FoundClaims {
  const marks = readMarks(input, lexicon)
  const whole = [...input.quantities, ...input.dates, ...mentionsOf(input.entities)].sort(
    (a, b) => a.start - b.start,
  )
  const sentences = withoutRepeats(
    splitSentences(input.text, {
      abbreviations: lexicon.abbreviations,
      zoneWords: lexicon.zoneWords,
      whole,
      amountEnds: new Set(input.quantities.map((one) => one.end)),
    }),
    input.text,
  )
  const drafts = draftClauses(marks, sentences, lexicon)
  attributeQuotes(drafts, marks)
  const asked = {
    published: input.published,
    lexicon,
    verbIsLast: lexicon.order === 'verb_last',
    negationFollows: lexicon.order === 'verb_last' || lexicon.negationFollows,
    aboutEnergy: isAboutEnergy(marks),
  }
  const made: Made[] = []
  for (const draft of drafts) {
    const one = claimOf(marks, draft, { ...asked, before: made.at(-1) ?? null })
    if (one !== null) made.push(one)
  }
  const numbered = withoutHeadings(withToneAfter(made, sentences, marks)).map(
    ({ claim, draft, certainty, when }, index) => {
      const rest = { id: `c${index + 1}`, gloss: glossOf(claim, input.quantities) }
      return { claim: Object.assign({}, claim, rest), draft, certainty, when }
    },
  )
  return {
    claims: numbered.map(({ claim }) => claim),
    explain: () => numbered.map((one) => traceOf(marks, one)),
  }
}

/** A page that prints its lead twice says it once. */
function withoutRepeats(sentences: readonly Sentence[], text: string): Sentence[] {
  const seen = new Set<string>()
  return sentences.filter((sentence) => {
    const words = text.slice(sentence.start, sentence.end)
    if (seen.has(words)) return false
    seen.add(words)
    return true
  })
}

/** A headline is a claim only where the body has none of its event or its assets. */
function withoutHeadings(made: readonly Made[]): Made[] {
  const isHeading = (one: Made): boolean => one.draft.sentence.isHeading
  const body = made.filter((one) => !isHeading(one)).map((one) => one.claim)
  const isTold = ({ claim }: Made): boolean =>
    body.some(
      (other) => other.event === claim.event || other.assets.some((asset) => claim.assets.includes(asset)),
    )
  return made.filter((one) => !isHeading(one) || !isTold(one))
}
