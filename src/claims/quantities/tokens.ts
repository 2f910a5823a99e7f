import { digitValue, fold } from './fold.ts'

/** A word, a run of digits, one Han character, or one other character. White space is not a token. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'symbol'
  readonly text: string
  readonly fold: string
  /** UTF-16 offsets. */
  readonly start: number
  readonly end: number
  /** White space stands before it. */
  readonly spaced: boolean
  /** A line ends before it. */
  readonly newLine: boolean
}

const letter = /^[\p{L}\p{M}\u0640]$/u
/** A letter to Unicode, but news types an apostrophe in its place. */
const apostrophe = '\u02bc'
const han = /^[\p{Script=Han}\u3007]$/u
const white = /^\s$/u
const invisible = /^[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]$/u
const raised = /^[\u00b2\u00b3]$/u
const latinLike = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u

type CharKind = 'space' | 'digit' | 'han' | 'letter' | 'symbol'

/** Of ASCII, which most of many texts is; the rest is asked of Unicode. */
const asciiKinds: readonly CharKind[] = Array.from({ length: 128 }, (_, code) =>
  kindOfAny(String.fromCharCode(code)),
)

/** Asking Unicode costs more than all else here, so each character is asked for once. */
const otherKinds = new Map<string, CharKind>()

function kindOf(char: string): CharKind {
  const known = asciiKinds[char.charCodeAt(0)] ?? otherKinds.get(char)
  if (known !== undefined) return known
  const kind = kindOfAny(char)
  otherKinds.set(char, kind)
  return kind
}

function kindOfAny(char: string): CharKind {
  if (white.test(char) || invisible.test(char)) return 'space'
  if (digitValue(char) !== null) return 'digit'
  if (han.test(char)) return 'han'
  return letter.test(char) && char !== apostrophe ? 'letter' : 'symbol'
}

/** Tokens in order. `CO2`, `m3` and `m³` are one word: digits that follow an alphabetic letter belong to it. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  let spaced = true
  let newLine = true
  let at = 0
  while (at < text.length) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const kind = kindOf(char)
    if (kind === 'space') {
      spaced ||= white.test(char)
      newLine ||= char === '\n'
      at += char.length
      continue
    }
    let end = at + char.length
    if (kind === 'digit') end = runEnd(text, end, (k) => k === 'digit')
    if (kind === 'letter') end = wordEnd(text, end, char)
    const piece = text.slice(at, end)
    tokens.push({
      kind: kind === 'digit' ? 'digits' : kind === 'symbol' ? 'symbol' : 'word',
      text: piece,
      fold: fold(piece),
      start: at,
      end,
      spaced,
      newLine,
    })
    spaced = false
    newLine = false
    at = end
  }
  return tokens
}

function runEnd(text: string, from: number, goesOn: (kind: CharKind) => boolean): number {
  let end = from
  while (end < text.length) {
    const char = String.fromCodePoint(text.codePointAt(end) ?? 0)
    if (!goesOn(kindOf(char))) break
    end += char.length
  }
  return end
}

function wordEnd(text: string, from: number, first: string): number {
  const end = runEnd(text, from, (k) => k === 'letter')
  const next = text.charAt(end)
  if (raised.test(next)) return end + 1
  if (!latinLike.test(first) || digitValue(next) === null) return end
  return runEnd(text, end, (k) => k === 'digit')
}
