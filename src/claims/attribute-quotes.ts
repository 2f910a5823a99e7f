import { type Draft, speakBy } from './drafts/draft.ts'
import { cuesIn, type Marks } from './marks.ts'
import { dashQuotes } from './pieces/dash-quotes.ts'
import { longQuotes } from './pieces/long-quotes.ts'
import type { Speaker } from './speakers/speaker.ts'
import type { Span } from './text/sentences.ts'

/** What stands inside a quotation belongs to the frame that touches it, also over several sentences. */
export function attributeQuotes(drafts: readonly Draft[], marks: Marks): void {
  const quotes = [...longQuotes(marks, { start: 0, end: marks.text.length }), ...dashQuotes(marks)]
  for (const quote of quotes) {
    const inside = drafts.filter(
      (draft) => draft.clause.start >= quote.start && draft.clause.end <= quote.end,
    )
    const opened = openedBy(marks, inside[0], quote)
    const named = inside.find((draft) => draft.isNamed && draft.attribution.speaker !== null)
    // "said" alone behind the quotation speaks for who opened its first sentence.
    if (named === undefined && opened !== null)
      for (const draft of inside) {
        if (draft.spokenBy !== 'frame') continue
        draft.attribution = { ...draft.attribution, speaker: opened }
        draft.spokenBy = 'quotation'
      }
    // "“… . …”, a source of the paper X said": what is credited for one sentence of a quotation is for all.
    const via =
      inside.find((draft) => draft.attribution.via.length > 0)?.attribution.via ??
      (opened === null ? undefined : toldTo(marks, inside[0], quote))
    if (via !== undefined)
      for (const draft of inside)
        if (draft.attribution.via.length === 0) draft.attribution = { ...draft.attribution, via }
    // "“Y breaches the deal. We will not give in”, said X": who says it stands over who acts in it.
    const framed = inside.find((draft) => draft.spokenBy === 'frame' && draft.attribution.speaker !== null)
    if (framed !== undefined)
      for (const draft of inside)
        if (draft.spokenBy === 'subject of the clause')
          draft.attribution = { ...draft.attribution, speaker: framed.attribution.speaker }
    const known = inside.find((draft) => draft.attribution.speaker !== null)?.attribution
    let last: Speaker | null = opened ?? known?.speaker ?? null
    // "The agency X reported that “…”": the outlet tells it, not who spoke before.
    const isReported = inside.some((draft) => draft.frame !== null && draft.attribution.via.length > 0)
    if (last === null && !isReported) {
      const before = drafts.findLast(
        (draft) => draft.clause.end <= quote.start && draft.attribution.speaker !== null,
      )
      const heard = before?.sentence === inside[0]?.sentence ? null : (inside[0]?.heard ?? null)
      last = heard ?? before?.attribution.speaker ?? null
    }
    for (const draft of inside) speakBy(draft, last, 'quotation')
  }
}

/** "X, in a statement to the channel Y, "…. …" said": the outlet before a quotation of several sentences. */
function toldTo(marks: Marks, first: Draft | undefined, quote: Span): readonly string[] | undefined {
  const outlet = marks.mentions
    .within(first?.sentence.start ?? quote.start, quote.start)
    .findLast((one) => marks.outlets.has(one.entity.canonical))
  return outlet === undefined ? undefined : [outlet.entity.canonical]
}

const REACH = 40

/** "X, speaking of it, "…" said": the person whose name begins the sentence in which the quotation opens. */
function openedBy(marks: Marks, first: Draft | undefined, quote: Span): Speaker | null {
  if (first === undefined || first.sentence.start >= quote.start) return null
  const head = { start: first.sentence.start, end: quote.start }
  const said = [head, { start: quote.end, end: quote.end + REACH }]
  if (!said.some((span) => cuesIn(marks, span, 'speech:verbs').length > 0)) return null
  const person = marks.mentions.within(head.start, head.end).find((one) => one.entity.type === 'person')
  return person === undefined ? null : { label: person.entity.canonical, isNamed: true }
}
