import { joins, type NameToken } from './name-tokens.ts'
import type { NameContext } from './spotting.ts'
import type { WordLists } from './word-lists.ts'

export interface Run {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

const opening = /[«"“„‹'‘(（《「]\s*$/u
const closing = /^\s*[»"”“›'’)）》」]/u

/** "The national company "X": a straight mark that opens a name within. */
const NESTED = /^\s"\p{L}/u

/** Tokens inside quotes that open right before token `from`; null without quotes or past five tokens. */
export function quotedRun(context: NameContext, from: number): Run | null {
  const { tokens, text } = context
  const first = tokens[from]
  // Between most words stands a space.
  if (first === undefined || first.gap === ' ' || first.gap === '') return null
  if (!/[«"“„‹《「]\s*$/u.test(text.slice(Math.max(0, first.start - 2), first.start))) return null
  const most = first.script === 'han' ? 12 : 5
  for (let to = from + 1; to <= Math.min(tokens.length, from + most); to++) {
    const last = tokens[to - 1]
    if (last === undefined) return null
    if (NESTED.test(text.slice(last.end, last.end + 3))) continue
    if (/^\s*[»"”“›》」]/u.test(text.slice(last.end, last.end + 2)))
      // «works without changes»: words that are quoted, and no name.
      return to - from > 1 && isSmall(tokens.slice(from, to))
        ? null
        : { from, to, start: first.start, end: last.end }
  }
  return null
}

const SMALL_START = /^\p{Ll}/u

function isSmall(words: readonly NameToken[]): boolean {
  return words.every(({ raw }) => SMALL_START.test(raw))
}

const cased = new Set(['latin', 'cyrillic', 'greek'])

/** Up to `most` capitalised tokens from `from` on that no sentence starts with; null where there is none. */
export function capitalRun(context: NameContext, lists: WordLists, from: number, most = 3): Run | null {
  const { tokens } = context
  let to = from
  while (to < tokens.length && to - from < most) {
    const token = tokens[to]
    const before = tokens[to - 1]
    if (token === undefined || !cased.has(token.script) || !token.isCapital || lists.notNames.has(token.fold))
      break
    const isElided = before?.raw.length === 1 && /^['’]$/u.test(token.gap)
    if (
      to > from &&
      !isElided &&
      (before === undefined || !joins(before, token) || /['’"»«“”]/u.test(token.gap))
    )
      break
    to++
  }
  const first = tokens[from]
  const last = tokens[to - 1]
  return to === from || first === undefined || last === undefined
    ? null
    : { from, to, start: first.start, end: last.end }
}

/** Up to `most` capitalised tokens that end right before token `to`, with which they join or, `isApart`, not. */
export function capitalRunBefore(
  context: NameContext,
  lists: WordLists,
  to: number,
  most = 3,
  isApart = false,
): Run | null {
  const { tokens } = context
  let from = to
  while (from > 0 && to - from < most) {
    const token = tokens[from - 1]
    const after = isApart && from === to ? undefined : tokens[from]
    if (token === undefined || !cased.has(token.script) || !token.isCapital || lists.notNames.has(token.fold))
      break
    const isElided = token.raw.length === 1 && after !== undefined && /^['’]$/u.test(after.gap)
    if (after !== undefined && !isElided && (!joins(token, after) || /['’]/u.test(after.gap))) break
    from--
  }
  const first = tokens[from]
  const last = tokens[to - 1]
  return from === to || first === undefined || last === undefined
    ? null
    : { from, to, start: first.start, end: last.end }
}

/** Puts surrounding quotes of a run into the span: «Унеча» after its type word belongs to the name. */
export function withQuotes(
  text: string,
  span: { start: number; end: number },
): { start: number; end: number } {
  const hasOpening = opening.test(text.slice(Math.max(0, span.start - 1), span.start))
  const hasClosing = closing.test(text.slice(span.end, span.end + 1))
  return hasOpening && hasClosing
    ? { start: span.start - 1, end: span.end + 1 }
    : { start: span.start, end: span.end }
}
