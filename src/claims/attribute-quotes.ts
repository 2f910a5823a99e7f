import { type Draft, speakBy } from './draft.ts'
import type { Marks } from './marks.ts'
import { longQuotes } from './pieces.ts'
import type { Speaker } from './speaker.ts'

/** What stands inside a quotation belongs to the frame that touches it, also over several sentences. */
export function attributeQuotes(drafts: readonly Draft[], marks: Marks): void {
  for (const quote of longQuotes(marks, { start: 0, end: marks.text.length })) {
    const inside = drafts.filter(
      (draft) => draft.clause.start >= quote.start && draft.clause.end <= quote.end,
    )
    const known = inside.find((draft) => draft.attribution.speaker !== null)?.attribution
    let last: Speaker | null = known?.speaker ?? null
    if (last === null) {
      const before = drafts.findLast(
        (draft) => draft.clause.end <= quote.start && draft.attribution.speaker !== null,
      )
      last = before?.attribution.speaker ?? null
    }
    for (const draft of inside) speakBy(draft, last, 'quotation')
  }
}
