import { eventOf } from '../event-of.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import type { Piece } from './piece.ts'

const LEADING = /^[^:：\n.!?]{2,90}[:：](?=\s|\p{Script=Han}|["“«„「])/u
/** " - Novak", ", – Shmyhal", "(Novak)", ": Novak" at the end of a line that closes without a stop. */
const TRAILING = /(?:[\s,][-–—]{1,2}\s|——|[:：]\s*|\s\()([^\n()（）:：.!?—–]{2,60})\)?$/u

const COLON = /[:：]/u
const WHO = new Set(['person', 'organisation', 'company'])

/** Words beside the names of who speaks: "the head of", "vice-premier". */
const MOST_WORDS = 3

/** "Novak: transit will end", "Transit will end – Novak": a headline says who tells it without a verb of saying. */
export function headlineFrames(marks: Marks, sentence: Span): Piece[] {
  const text = marks.text.slice(sentence.start, sentence.end).trimEnd()
  const head = COLON.test(text) ? LEADING.exec(text)?.[0] : undefined
  const lead = { start: sentence.start, end: sentence.start + (head?.length ?? 0) }
  if (head !== undefined && tells(marks, lead)) return [framing(lead, true)]
  const tail = isLine(marks.text, sentence) ? TRAILING.exec(text) : null
  if (tail === null) return []
  const frame = { start: sentence.start + tail.index, end: sentence.start + text.length }
  // Behind a colon or in brackets companies are listed more often than they speak.
  const isAside = /^\s?[:：(]/u.test(tail[0])
  return tells(marks, frame, isAside) ? [framing(frame, false)] : []
}

function framing({ start, end }: Span, opens: boolean): Piece {
  return { kind: 'frame', start, end, cue: null, opens, within: null }
}

/** A sentence that is a line of its own. */
function isLine(text: string, { start, end }: Span): boolean {
  // Step by step from where it stands: a pattern would look through all of the text before it.
  let [before, behind] = [start - 1, end]
  while (before >= 0 && text[before] !== '\n' && WHITE.test(text.charAt(before))) before--
  while (behind < text.length && text[behind] !== '\n' && WHITE.test(text.charAt(behind))) behind++
  return (before < 0 || text[before] === '\n') && (behind >= text.length || text[behind] === '\n')
}

const WHITE = /\s/u

/** Whether a stretch holds one who speaks, or a word for sources, with few words beside, and no event or place. */
function tells(marks: Marks, span: Span, isPersonal = false): boolean {
  const named = marks.mentions.within(span.start, span.end)
  const roles = cuesIn(marks, span, 'role')
  const who = named.filter((one) => WHO.has(one.entity.type))
  if (who.length + roles.length === 0 || who.length > 2) return false
  if (named.some((one) => !WHO.has(one.entity.type) && one.entity.type !== 'country')) return false
  if (isPersonal && who.length > 0 && who.every((one) => one.entity.type === 'company')) return false
  if (marks.quantities.countWithin(span.start, span.end) > 0 || eventOf(marks, span) !== null) return false
  if (cuesIn(marks, span, 'speech:').some(({ cue }) => /:(?:verbs|before|after|relay)$/u.test(cue.group)))
    return false
  // "X denied this: …" is told of X.
  if (cuesIn(marks, span, 'modality:denied').length > 0) return false
  const known: readonly Span[] = [...named, ...roles, ...marks.implied.within(span.start, span.end)]
  const others = marks.tokens
    .within(span.start, span.end)
    .filter((token) => !known.some((one) => one.start < token.end && token.start < one.end))
  return others.length <= MOST_WORDS
}
