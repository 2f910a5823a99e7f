import { readDigits } from './digits.ts'
import { scaleAt } from './number-end.ts'
import type { NumberContext } from './number-steps.ts'
import type { ReadNumber } from './read-numbers.ts'
import { readWhole } from './read-whole.ts'

/** What only a reader of bare numbers takes for one (`style: 'numbers'`): ratios, powers, 3M; and mixed numbers. */

const shareOf = (number: ReadNumber, value: number, next: number): ReadNumber => ({
  ...number,
  value,
  mantissa: value,
  scale: 1,
  next,
  isShare: true,
})

/** 3/15, 11/10, and with a whole before it 1 4/5. */
export function readStrokeOfAny(context: NumberContext, from: number): ReadNumber | null {
  const whole = context.tokens[from + 1]?.kind === 'digits' ? from + 1 : null
  const ratio = strokeAt(context, whole ?? from)
  const lead = context.tokens[from]
  if (ratio === null || lead === undefined || lead.kind !== 'digits') return null
  const value = ratio.value + (whole === null ? 0 : Number(lead.fold))
  const span = { from, start: lead.start, next: ratio.next }
  return { value, mantissa: value, scale: 1, hasDigits: true, isShare: false, ...span }
}

function strokeAt(context: NumberContext, from: number): { value: number; next: number } | null {
  const [top, stroke, bottom, behind] = context.tokens.slice(from, from + 4)
  if (top?.kind !== 'digits' || stroke?.fold !== '/' || stroke.spaced) return null
  if (bottom?.kind !== 'digits' || bottom.spaced || Number(bottom.fold) === 0) return null
  const before = context.tokens[from - 1]
  const isLonger = (mark: typeof before): boolean => mark !== undefined && /^[-/.]$/u.test(mark.fold)
  // 5/17/2018 and numbers of telephones are none.
  if ((isLonger(behind) && behind?.spaced === false) || (isLonger(before) && !top.spaced && from > 1))
    return null
  return { value: Number(top.fold) / Number(bottom.fold), next: from + 3 }
}

/** "one in five", واحد على ثلاثة, جزء من مئة. */
export function readRatio(context: NumberContext, from: number): ReadNumber | null {
  const { lexicon, tokens } = context
  const one = lexicon.onePartOf.at(tokens, from)
  if (one !== null) {
    const bottom = readWhole(context, one.to)
    return bottom === null || bottom.value === 0
      ? null
      : { ...shareOf(bottom, 1 / bottom.value, bottom.next), from, start: one.start }
  }
  const top = readWhole(context, from)
  if (top === null) return null
  const parts = lexicon.onePartOf.at(tokens, top.next)
  const joint = parts ?? lexicon.ratio.at(tokens, top.next)
  const bottom = joint === null ? null : (readWhole(context, joint.to) ?? bareScale(context, joint.to))
  if (bottom === null || bottom.value === 0) return null
  // Two hundred and three parts of a hundred: so much over, and a fraction.
  const isDecimal = Number.isInteger(Math.log10(bottom.value))
  const over = parts !== null && isDecimal && top.value > bottom.value ? top.value % bottom.value : top.value
  return shareOf(top, top.value - over + over / bottom.value, bottom.next)
}

function bareScale(context: NumberContext, at: number): { value: number; next: number } | null {
  const scale = context.lexicon.bareScales.at(context.tokens, at)
  return scale === null ? null : { value: scale.value, next: scale.to }
}

/** خمس الساعة: with a noun that has the article behind, the word is a share and no number. */
export function readDoubtfulShare(context: NumberContext, from: number): ReadNumber | null {
  const { lexicon, tokens } = context
  const share = lexicon.doubtfulShares.at(tokens, from)
  if (share === null || tokens[share.to]?.fold.startsWith('ال') !== true) return null
  const { value, start, to } = share
  return { value, mantissa: value, scale: 1, from, start, next: to, hasDigits: false, isShare: true }
}

/** Two and a quarter (million). */
export function addShare(context: NumberContext, whole: ReadNumber): ReadNumber {
  const { lexicon, tokens } = context
  const written =
    whole.hasDigits && whole.scale === 1 && whole.value < 1000 ? strokeAt(context, whole.next) : null
  if (written !== null && written.value < 1 && tokens[whole.next]?.spaced && Number.isInteger(whole.value)) {
    const value = whole.value + written.value
    return { ...whole, value, mantissa: value, next: written.next }
  }
  const plus = lexicon.plusShare.at(tokens, whole.next)
  const isJoined =
    plus !== null || (lexicon.joinsWithAnd && tokens[whole.next]?.fold.startsWith('و') === true)
  if (!isJoined || !Number.isInteger(whole.value)) return whole
  const share = shareAt(context, plus?.to ?? whole.next)
  if (share === null) return whole
  const scaled = scaleAt(context, share.next)
  // "three barrels and a third of the gas": in running text only a scale behind makes sure.
  if (context.style !== 'numbers' && scaled === null) return whole
  const mantissa = whole.value / whole.scale + share.value
  const scale = scaled?.value ?? whole.scale
  return { ...whole, value: mantissa * scale, mantissa, scale, next: scaled?.next ?? share.next }
}

function shareAt(context: NumberContext, at: number): { value: number; next: number } | null {
  const { lexicon, tokens } = context
  const share = lexicon.shares.at(tokens, at) ?? lexicon.doubtfulShares.at(tokens, at)
  if (share !== null) return { value: share.value, next: share.to }
  const top = readWhole(context, at)
  const bottom = top === null ? null : lexicon.denominators.at(tokens, top.next)
  if (top === null || bottom === null || top.value >= bottom.value) return null
  return { value: top.value / bottom.value, next: bottom.to }
}

/** 3M, 100K; 1.1^23, 12.32e+14. */
export function readScaled(context: NumberContext, whole: ReadNumber): ReadNumber {
  if (context.style !== 'numbers' || !whole.hasDigits || whole.scale !== 1) return whole
  const letter = context.lexicon.letterScales.at(context.tokens, whole.next)
  if (letter !== null && context.tokens[whole.next]?.spaced === false) {
    const value = whole.value * letter.value
    return { ...whole, value, mantissa: whole.value, scale: letter.value, next: letter.to }
  }
  return readPower(context, whole)
}

function readPower(context: NumberContext, whole: ReadNumber): ReadNumber {
  const { text, tokens, notation } = context
  const mark = tokens[whole.next]
  if (mark === undefined || mark.spaced) return whole
  const inOne = /^e(\d{1,3})$/u.exec(mark.fold)
  if (inOne !== null) return powerOf(whole, 'e', { exponent: Number(inOne[1]), next: whole.next + 1 })
  if (mark.fold !== 'e' && mark.fold !== '^') return whole
  const sign = tokens[whole.next + 1]?.fold
  const at = sign === '+' || sign === '-' ? whole.next + 2 : whole.next + 1
  const figure = readDigits(text, tokens, at, notation)
  if (figure === null || tokens[at]?.spaced) return whole
  return powerOf(whole, mark.fold, {
    exponent: sign === '-' ? -figure.value : figure.value,
    next: figure.next,
  })
}

function powerOf(
  whole: ReadNumber,
  mark: string,
  { exponent, next }: { exponent: number; next: number },
): ReadNumber {
  const value = mark === 'e' ? whole.value * 10 ** exponent : whole.value ** exponent
  return Number.isFinite(value) ? { ...whole, value, mantissa: value, next } : whole
}
