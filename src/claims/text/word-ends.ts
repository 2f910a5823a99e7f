/** What a character is to words: a Han character stands alone, letters, marks and figures of any script run on. */
const HAN = 1
const RUNS_ON = 2
const NEITHER = 4

/** Asking Unicode costs more than all else here, so each character is asked for once. */
const ofUnit = new Uint8Array(0x10000)
const ofPair = new Map<number, number>()

const han = /^\p{Script=Han}$/u
const runsOn = /^[\p{L}\p{M}\p{N}]$/u

function ask(char: string): number {
  return han.test(char) ? HAN : runsOn.test(char) ? RUNS_ON : NEITHER
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit < 0xdc00) return kindOfPair(text.codePointAt(at) ?? unit)
  const known = ofUnit[unit] ?? 0
  if (known !== 0) return known
  const kind = ask(String.fromCharCode(unit))
  ofUnit[unit] = kind
  return kind
}

function kindOfPair(code: number): number {
  const known = ofPair.get(code)
  if (known !== undefined) return known
  const kind = ask(String.fromCodePoint(code))
  ofPair.set(code, kind)
  return kind
}

const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff

const ZERO_WIDTH_NON_JOINER = 0x200c
const ZERO_WIDTH_JOINER = 0x200d

/**
 * The words of a text in order, as places where they start and end in turn: runs of letters, marks and figures, and
 * single Han characters. Offsets count UTF-16 units. `withJoiners`: the invisible joiners of Arabic letters run on too.
 */
export function wordEnds(text: string, withJoiners: boolean): number[] {
  const ends: number[] = []
  const isRun = (at: number): boolean => {
    if (kindAt(text, at) === RUNS_ON) return true
    const unit = text.charCodeAt(at)
    return withJoiners && (unit === ZERO_WIDTH_NON_JOINER || unit === ZERO_WIDTH_JOINER)
  }
  let at = 0
  while (at < text.length) {
    const start = at
    while (at < text.length && isRun(at)) at += isPair(text, at) ? 2 : 1
    if (at > start) {
      ends.push(start, at)
      continue
    }
    at += isPair(text, at) ? 2 : 1
    if (kindAt(text, start) === HAN) ends.push(start, at)
  }
  return ends
}
