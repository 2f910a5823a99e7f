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

/**
 * So many tokens within reach of a place, counted in words: where each character is a token, a clause has two or three times
 * more of them.
 */
export function reachAt(token: Token | undefined, words: number): number {
  return token !== undefined && han.test(token.text) ? Math.round(words * HAN_TIMES) : words
}

const HAN_TIMES = 2.5

const SPACE = 1
const DIGIT = 2
const HAN = 3
const LETTER = 4
const SYMBOL = 5
/** A letter of Latin, Cyrillic or Greek, to which figures behind it belong. */
const TAKES_DIGITS = 6

/** Asking Unicode costs more than all else here, so each character is asked for once. */
const ofUnit = new Uint8Array(0x10000)
const ofPair = new Map<number, number>()

function kindOf(code: number): number {
  const known = (code < 0x10000 ? ofUnit[code] : ofPair.get(code)) ?? 0
  if (known !== 0) return known
  const kind = ask(String.fromCodePoint(code))
  if (code < 0x10000) ofUnit[code] = kind
  else ofPair.set(code, kind)
  return kind
}

function ask(char: string): number {
  if (white.test(char) || invisible.test(char)) return SPACE
  if (digitValue(char) !== null) return DIGIT
  if (han.test(char)) return HAN
  if (!letter.test(char) || char === apostrophe) return SYMBOL
  return latinLike.test(char) ? TAKES_DIGITS : LETTER
}

/** Tokens in order. `CO2`, `m3` and `m³` are one word: digits that follow an alphabetic letter belong to it. */
export function readTokens(text: string): Token[] {
  return tokensWith(text, (piece) => ({ fold: fold(piece), forms: null, known: null }))
}

/** Under what a token is looked for, by how it is printed. */
interface Looked<F, K> {
  readonly fold: string
  readonly forms: F
  readonly known: K
}

/** The same, each token with the forms of its word. */
export function tokensWith<F, K>(
  text: string,
  looked: (piece: string, kind: Token['kind']) => Looked<F, K>,
): (Token & Looked<F, K>)[] {
  const tokens: (Token & Looked<F, K>)[] = []
  let spaced = true
  let newLine = true
  let at = 0
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0
    const size = code > 0xffff ? 2 : 1
    const kind = kindOf(code)
    if (kind === SPACE) {
      spaced ||= white.test(text.charAt(at))
      newLine ||= code === LINE_END
      at += size
      continue
    }
    let end = at + size
    if (kind === DIGIT) end = digitsEnd(text, end)
    else if (kind === LETTER || kind === TAKES_DIGITS) end = wordEnd(text, end, kind === TAKES_DIGITS)
    const piece = text.slice(at, end)
    const what = kind === DIGIT ? 'digits' : kind === SYMBOL ? 'symbol' : 'word'
    const { fold, forms, known } = looked(piece, what)
    tokens.push({ kind: what, text: piece, fold, start: at, end, spaced, newLine, forms, known })
    spaced = false
    newLine = false
    at = end
  }
  return tokens
}

const LINE_END = 0x0a

function digitsEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && kindOf(text.charCodeAt(end)) === DIGIT) end += 1
  return end
}

function wordEnd(text: string, from: number, takesDigits: boolean): number {
  let end = from
  while (end < text.length) {
    const code = text.codePointAt(end) ?? 0
    const kind = kindOf(code)
    if (kind !== LETTER && kind !== TAKES_DIGITS) break
    end += code > 0xffff ? 2 : 1
  }
  if (raised.test(text.charAt(end))) return end + 1
  return takesDigits ? digitsEnd(text, end) : end
}
