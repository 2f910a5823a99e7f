import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

/** Between the word and the name: "through the territory of Kazakhstan", "über das Gebiet von". */
const LONGEST_GAP = 24

/** Canonical names of the countries that the words of a clause say something passes through, in their order. */
export function toldThrough(marks: Marks, clause: Span): readonly string[] {
  const cues = cuesIn(marks, clause, 'through')
  if (cues.length === 0) return []
  const countries = [
    ...marks.mentions
      .within(clause.start, clause.end)
      .flatMap(({ start, end, entity }) =>
        entity.type === 'country' ? [{ start, end, name: entity.canonical }] : [],
      ),
    ...marks.implied
      .within(clause.start, clause.end)
      .map(({ start, end, canonical }) => ({ start, end, name: canonical })),
  ].sort((a, b) => a.start - b.start)
  const found = cues.flatMap((cue) => {
    const near =
      cue.cue.value === 'after'
        ? countries.filter(({ end }) => end <= cue.start && cue.start - end <= LONGEST_GAP).at(-1)
        : countries.find(({ start }) => start >= cue.end && start - cue.end <= LONGEST_GAP)
    return near === undefined ? [] : [near.name]
  })
  return [...new Set(found)]
}
