import { z } from 'zod'
import { eventClasses, type ModalityCue, modalityCues, topics } from './cue-groups.ts'

const patterns = z.array(z.string().min(1))
const labelled = z.record(z.string(), patterns)

export const languageSchema = z.strictObject({
  /** Where the verb of saying stands: before its speaker, after it, or at the end of the sentence. */
  speech_order: z.enum(['verb_first', 'verb_second', 'verb_last']),
  abbreviations: patterns,
  /** Words behind the name of a time zone: "Moscow *time*". */
  zone_words: patterns.default([]),
  /** Words that open a clause of their own: while, whereas, but, and, which. */
  joins: patterns,
  /** Words that join where they open a clause and stand in its midst otherwise: aber, jednak, however. */
  adverbs: patterns.default([]),
  /** A verb that closes its clause and the word that joins the next: tr "-eceğini ve". The cut is before the last word. */
  joins_behind_verb: patterns.default([]),
  /** Finite verbs that no clause of the language begins with: behind a comma their subject stands before. */
  predicates: patterns.default([]),
  /** Words between a verb of saying and what is said. */
  that: patterns,
  /** Before, or in a verb-last language after, what is only the cause: because of, nedeniyle. */
  causes: patterns.default([]),
  /** Of these the ones that before a place or a line say by which way: uk через, pl przez. */
  ways: patterns.default([]),
  /** Before, or in a verb-last language after, a country that something passes on its way to another: via, üzerinden. */
  through: patterns.default([]),
  /** Verbs before which the cause stands and behind which what came of it: "a leak *prompted* X to shut". */
  led_to: patterns.default([]),
  /** Words before what was not there: without, sin. It yields to what happened without it. */
  without: patterns.default([]),
  /** Words before what is only named as the matter: with regard to, concernant. */
  about: patterns.default([]),
  /** Words before where, or to whom, something is said: "said *in* London", "a déclaré *à* Reuters". */
  at: patterns.default([]),
  /** A word that alone, before a name and without a verb, says whose words those before it were: it così. */
  thus: patterns.default([]),
  /** Words that open a clause of time or cause: "fell *after* X said". */
  beside: patterns.default([]),
  /** Words that deny of something else what was just told: "fell, *but not* exports". */
  but_not: patterns.default([]),
  /** Words that open a relative clause behind a comma: which, die, qui. */
  relatives: patterns.default([]),
  /** Forms of what is to come that a noun may follow: "an agreement that *will be valid*", tr olacak, kk болатын. */
  participles: patterns.default([]),
  /** Small words behind such a form that are no noun: ve, da, mi. */
  particles: patterns.default([]),
  /** Words of what is to come that before a noun tell instead what something is done to: zh 将 (将油价上调). */
  object_markers: patterns.default([]),
  /** Words that with what they lead in stand between "not" and the verb it is of: zh 未能*就*油价达成协议. */
  coverbs: patterns.default([]),
  /** Endings of a noun or name that owns what follows, and so is no subject: kk -ның. */
  genitives: patterns.default([]),
  /** What behind the name of an outlet says that something is told to it, with the mark or space before it: tr 'a, kk " агенттігіне". */
  told_to: patterns.default([]),
  /** Between an owner and its outlet: 旗下. */
  owned_by: patterns.default([]),
  /** First words, or their endings (`*ing`), of a clause that tells what comes of the one before: *cutting* deliveries. */
  comes_of: patterns.default([]),
  /** What shares the auxiliary of the clause before: "will visit X *and discuss* Y". */
  shared_auxiliary: z
    .strictObject({
      /** Words before such a verb at the head of the clause: and, and to. */
      behind: patterns,
      /** Verbs, or how they end (`*er`), that have no tense of their own. */
      verbs: patterns,
      /** Whether the verb stands at the end of its clause, as in German. */
      last: z.boolean().default(false),
    })
    .optional(),
  /** "In the statement", where one word says it: who stated is taken up, as by a pronoun. */
  statements: patterns.default([]),
  /** Words that open what is only the purpose: so that, in order to. */
  purposes: patterns.default([]),
  /** Words that a clause cannot end with: one that does was cut off before its verb. */
  unfinished: patterns.default([]),
  /** How lines of the page begin that tell nothing: read also, photo, subscribe. */
  page_lines: patterns.default([]),
  /** Words that show by themselves that a text is about energy: power grid, blackout, fuel. */
  field: patterns.default([]),
  /** Words for what a change is of: demand, output, what is delivered, what is stored, how full that is. */
  topics: z.partialRecord(z.enum(topics), patterns).default({}),
  /** Nouns and pronouns that take up something named before. */
  anaphora: z.strictObject({
    line: patterns,
    station: patterns,
    vessel: patterns,
    company: patterns,
    ministry: patterns,
    both: patterns,
    pronoun: patterns,
    /** The speaker and theirs: we, our, verbs that say so by their ending. */
    we: patterns.default([]),
  }),
})
export const eventsSchema = z.partialRecord(z.enum(eventClasses), patterns)
/** What a language may do without. */
const OPTIONAL = new Set<ModalityCue>(['state', 'hypothetical', 'infinitive', 'unhurt', 'unclear', 'to_come'])
const optional = patterns.default([])
export const modalitySchema = z.strictObject(
  Object.fromEntries(modalityCues.map((name) => [name, OPTIONAL.has(name) ? optional : patterns])) as Record<
    ModalityCue,
    typeof optional
  >,
)
export const speechSchema = z.strictObject({
  verbs: patterns,
  /** Words that may stand between the parts of a verb of saying: it "ha *inoltre* detto", fr "a *également* dit". */
  between: patterns.default([]),
  /** Verbs of saying that point back at the sentence before: "said this in an interview". */
  backward: patterns,
  /** Forms of verbs of saying right before who says it, with what is said before them: "belirten X". */
  relatives: patterns.default([]),
  /** Impersonal verbs of saying: it was announced. They have no speaker but the one a phrase names. */
  passive: patterns.default([]),
  /** Forms by which a report goes on in its own voice: "it is to be noted that", "we recall". Nobody is said to speak. */
  own_voice: patterns.default([]),
  /** Verb forms that mark what is only reported. */
  reported: patterns.default([]),
  /** Verbs of a stance or an expectation: their subject speaks where it is named and nobody else does. */
  stance: patterns.default([]),
  /** Between a speaker and the outlet that has it from them: quoted by, in an interview with. */
  quoted_by: patterns.default([]),
  /** Verbs of saying whose speaker stands before and never behind: ", saying …", "отметив, что …". */
  participle: patterns.default([]),
  /** Before the speaker: according to. */
  before: patterns,
  /** Of `before`: phrases with nobody behind them, whose speaker the clause names: by its own account. */
  own: patterns.default([]),
  /** After the speaker: zufolge, -a göre. */
  after: patterns,
  /** Between an outlet and the speaker that it cites. */
  relay: patterns,
  /** Words that make the name beside them an outlet: agency, newspaper, told. */
  outlet: patterns,
  /** What is told by nobody in particular: reports, rumours; "denied the reports which say that …". */
  reports: patterns.default([]),
  /** Words that take up the outlet credited before, beside who speaks to it: "told the newspaper". */
  outlet_again: patterns.default([]),
  /** English label of a generic speaker to the words for it. */
  roles: labelled,
  /** English adjective to the words for it. */
  qualifiers: labelled,
})
