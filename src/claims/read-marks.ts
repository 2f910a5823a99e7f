import type { Entity, Quantity } from './claim.ts'
import type { FoundDate } from './dates/date-context.ts'
import type { LandsOf } from './lands-of-bodies.ts'
import type { CueMatch } from './lexicon/cue.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { CueLayers, type EntityMention, type Implied, type Marks, mentionsOf, type Outlets } from './marks.ts'
import { Layer } from './text/layer.ts'
import { findQuotes } from './text/quotes.ts'
import { tokenise } from './text/tokens.ts'
import type { WordCut } from './words.ts'

/** A text with everything found in it beside claims. */
export interface Annotated {
  readonly text: string
  readonly published: string | null
  readonly entities: readonly Entity[]
  readonly implied: readonly Implied[]
  readonly quantities: readonly Quantity[]
  readonly dates: readonly FoundDate[]
  readonly outlets: Outlets
  readonly landsOf: LandsOf
  /** The words of the text, where they are known. */
  readonly cut?: WordCut
}

const LONGEST_NAME = 80
const TELLING = /^(event|speech:(?!outlet|stance|quoted))/u

/** Finds the cues of a text and lays them beside what else was found. */
export function readMarks(input: Annotated, lexicon: Lexicon): Marks {
  const tokens = tokenise(input.text, lexicon.lang, input.cut)
  const names = new Layer(mentionsOf(input.entities).filter((one) => one.entity.type !== 'commodity'))
  // A word of a name is no cue: the Ministry of Trade does not trade, the United States states nothing.
  const found = lexicon.matcher
    .find(tokens, input.text)
    .filter((cue) => cue.cue.group.startsWith('anaphora') || !names.encloses(cue, LONGEST_NAME))
  // "claimed responsibility" claims nothing and "according to" joins nothing: a phrase stands for all its words.
  const isPhrase = (cue: CueMatch): boolean => cue.lastToken > cue.firstToken && TELLING.test(cue.cue.group)
  const phrases = new Layer(found.filter(isPhrase))
  const isPart = (cue: CueMatch): boolean =>
    phrases
      .within(cue.start - LONGEST_NAME, cue.end)
      .some(
        (phrase) =>
          phrase.start <= cue.start &&
          phrase.end >= cue.end &&
          isLonger(phrase, cue) &&
          (cue.cue.group !== 'join' || phrase.cue.group.startsWith('speech:')),
      )
  // "May" of a date is no "may".
  const dates = new Layer(input.dates)
  const quantities = new Layer(input.quantities)
  const isOfDate = (cue: CueMatch): boolean =>
    dates.encloses(cue, LONGEST_NAME) && /^(event:|modality:possible)/u.test(cue.cue.group)
  // "70 US-Dollar", «70 долларов США»: no matter of the United States.
  const isOfMoney = (one: EntityMention): boolean =>
    one.entity.type === 'country' && quantities.encloses(one, LONGEST_NAME)
  const isWeak = ({ cue: { group } }: CueMatch): boolean => group === 'speech:verbs' || group === 'join'
  const cues = found.filter((cue) => !isOfDate(cue) && !(isWeak(cue) && isPart(cue)))
  return {
    text: input.text,
    tokens: new Layer(tokens),
    cues: new CueLayers(cues),
    mentions: new Layer(mentionsOf(input.entities).filter((one) => !isOfMoney(one))),
    implied: new Layer(input.implied.filter((one) => !quantities.encloses(one, LONGEST_NAME))),
    quantities,
    dates,
    quotes: new Layer(findQuotes(input.text)),
    outlets: input.outlets,
    landsOf: input.landsOf,
  }
}

function isLonger(one: CueMatch, other: CueMatch): boolean {
  return one.end - one.start > other.end - other.start
}
