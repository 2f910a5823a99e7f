import { findDateline } from '../dateline.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Discourse } from '../speakers/discourse.ts'
import { opened, subjectsOf } from '../subjects.ts'
import type { Sentence, Span } from '../text/sentences.ts'
import type { Draft } from './draft.ts'
import { draftSentence } from './draft-sentence.ts'
import { takeUpDenied } from './take-up-denied.ts'

/** The clauses of all sentences in order; each sentence knows who spoke in those before it. */
export function draftClauses(marks: Marks, sentences: readonly Sentence[], lexicon: Lexicon): Draft[] {
  const drafts: Draft[] = []
  // "the operator said" may come before its name does
  const discourse: Discourse = {
    speaker: null,
    spokenVia: [],
    company: firstSpeaking(marks),
    companySpoke: false,
    ministry: null,
    ministries: new Map(),
    body: null,
    person: null,
    titled: new Map(),
    bodiesOf: new Map(),
    owners: new Set(),
    people: new Set(),
    personSpoke: false,
    line: null,
    outlet: null,
    ownOutlet: null,
  }
  const firstBody = sentences.find((sentence) => !sentence.isHeading)
  const dateline = datelineOf(marks, sentences, firstBody)
  discourse.ownOutlet = dateline?.outlet ?? null
  const isInDateline = (one: Span): boolean =>
    dateline !== null && one.start >= dateline.start && one.end <= dateline.end
  const subjects = subjectsOf(
    marks.mentions.all.filter((one) => !isInDateline(one)),
    marks.outlets,
  )
  let credit = discourse.ownOutlet
  for (const sentence of sentences) {
    const start = Math.max(sentence.start, Math.min(dateline?.end ?? sentence.start, sentence.end))
    if (start >= sentence.end || isOfPage(marks, sentence)) continue
    const body = sentence.line === firstBody?.line ? { ...sentence, start } : sentence
    const isLead = firstBody !== undefined && sentence.line <= firstBody.line
    const made = draftSentence({ marks, body, lexicon, subjects, discourse, isLead, previous: drafts })
    // The outlet of the dateline stands behind the first claim.
    if (credit !== null && made[0] !== undefined && !sentence.isHeading) {
      const { speaker, via } = made[0].attribution
      made[0].attribution = { speaker, via: [...new Set([...via, credit])] }
      credit = null
    }
    for (const draft of made) drafts.push(takeUpDenied(marks, draft, drafts.at(-1)))
    opened(subjects, body, marks.landsOf)
  }
  return drafts
}

/** In the first sentence, or a line of its own before it. */
function datelineOf(
  marks: Marks,
  sentences: readonly Sentence[],
  firstBody: Sentence | undefined,
): ReturnType<typeof findDateline> {
  if (firstBody === undefined) return null
  for (const line of sentences) {
    if (line.start > firstBody.start) break
    const found = findDateline(marks, line)
    if (found !== null && (line === firstBody || found.end >= line.end)) return found
  }
  return null
}

/** How many words of a line of the page may stand before what shows it: "(Reporting by …)". */
const PAGE_WORDS = 2

/** "Read also: …", "Photo: …": a line of the page, not of the report. */
function isOfPage(marks: Marks, sentence: Span): boolean {
  const limit = marks.tokens.within(sentence.start, sentence.end)[PAGE_WORDS - 1]
  return cuesIn(marks, { start: sentence.start, end: sentence.end }, 'page').some(
    (cue) => limit === undefined || cue.start <= limit.start,
  )
}

const SPEAKS_WITHIN = 3

/** The first company beside a verb of saying anywhere in the text. */
function firstSpeaking(marks: Marks): string | null {
  const companies = marks.mentions.all.filter((one) => one.entity.type === 'company')
  const speaks = companies.find((one) => {
    const before = marks.tokens.within(Math.max(0, one.start - 40), one.start).slice(-SPEAKS_WITHIN)
    const after = marks.tokens.within(one.end, one.end + 40).slice(0, SPEAKS_WITHIN)
    const near = { start: before[0]?.start ?? one.start, end: after.at(-1)?.end ?? one.end }
    return cuesIn(marks, near, 'speech:verbs').length > 0
  })
  return speaks?.entity.canonical ?? null
}
