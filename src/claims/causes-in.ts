import type { CueMatch } from './lexicon/cue.ts'
import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

/** What something passes through or by. */
const WAYS = new Set(['country', 'place', 'pipeline', 'station', 'strait', 'port', 'terminal', 'company'])

/** Cues of a cause; a word that also says by which way ("через", "przez") is none right before a place or a line. */
export function causesIn(marks: Marks, span: Span): readonly CueMatch[] {
  const causes = cuesIn(marks, span, 'cause')
  if (causes.length === 0) return causes
  const ways = cuesIn(marks, span, 'way')
  return causes.filter((cue) => !ways.some((way) => way.start === cue.start && isWay(marks, cue)))
}

function isWay(marks: Marks, cue: CueMatch): boolean {
  const next = marks.tokens.firstWithin(cue.end, marks.text.length)
  const named = next === undefined ? undefined : marks.mentions.firstWithin(next.start, marks.text.length)
  return next !== undefined && named?.start === next.start && WAYS.has(named.entity.type)
}
