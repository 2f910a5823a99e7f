import type { Span } from '../text/sentences.ts'

/** Scripts whose words carry prefixes (and, to, the) or stand without spaces: a name may begin inside a run of letters. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/**
 * Places where `words` stand in a text, letter for letter. Only white space may differ in kind and length (a line
 * break for a space): models copy words but wrap lines. A place never cuts a number ("5 %" is not in "35 %" or
 * "1.5 %"), nor a word at its beginning; with `isWhole` not at its end either, where inflection may follow a name.
 * In order of the text; empty for words without a letter or digit.
 */
export function createLocator(text: string): (words: string, isWhole?: boolean) => Span[] {
  const folded = foldSpace(text)
  return (words, isWhole = false) => {
    const sought = foldSpace(words).text.trim()
    if (!/[\p{L}\p{N}]/u.test(sought)) return []
    const found: Span[] = []
    for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + 1)) {
      const start = folded.places[at]
      const last = folded.places[at + sought.length - 1]
      if (start === undefined || last === undefined) continue
      const span = { start, end: last + 1 }
      if (!cutsAtStart(text, span) && !cutsAtEnd(text, span, isWhole)) found.push(span)
    }
    return found
  }
}

function cutsAtStart(text: string, { start }: Span): boolean {
  const first = text.charAt(start)
  const before = text.charAt(start - 1)
  if (isDigit(first)) return isDigit(before) || (/[.,٫٬]/u.test(before) && isDigit(text.charAt(start - 2)))
  return isLetter(first) && isLetter(before) && !JOINED.test(first)
}

function cutsAtEnd(text: string, { end }: Span, isWhole: boolean): boolean {
  const last = text.charAt(end - 1)
  const after = text.charAt(end)
  if (isDigit(last)) return isDigit(after) || (/[.,٫٬]/u.test(after) && isDigit(text.charAt(end + 1)))
  return isWhole && isLetter(last) && isLetter(after) && !JOINED.test(last)
}

function isDigit(unit: string): boolean {
  return /^\p{Nd}$/u.test(unit)
}

function isLetter(unit: string): boolean {
  return /^\p{L}$/u.test(unit)
}

/** Each run of white space as one space, with the place that every unit of the outcome had. */
function foldSpace(text: string): { text: string; places: number[] } {
  const places: number[] = []
  const units: string[] = []
  let wasSpace = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    const isSpace = unit.trim() === ''
    if (isSpace && wasSpace) continue
    units.push(isSpace ? ' ' : unit)
    places.push(at)
    wasSpace = isSpace
  }
  return { text: units.join(''), places }
}
