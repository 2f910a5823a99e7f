import type { Token } from './tokens.ts'

/** How a text writes figures. */
export interface Notation {
  readonly decimal: '.' | ','
  /** A plain space may separate thousands; a no-break or thin space always may. */
  readonly spaceGroups: boolean
}

export interface Figure {
  readonly value: number
  /** Index after the last token. */
  readonly next: number
}

const longest = 15
const groupLength = 3

interface Part {
  readonly separator: string
  readonly digits: string
}

/** The figure whose first digits are token `from`, with its separators; null where the token is not digits. */
export function readDigits(
  text: string,
  tokens: readonly Token[],
  from: number,
  notation: Notation,
): Figure | null {
  const first = tokens[from]
  if (first === undefined || first.kind !== 'digits') return null
  const parts = followingParts(text, tokens, from, notation)
  if (isAddress(parts) || isInAddress(tokens, from)) return { value: Number(first.fold), next: from + 1 }
  // Groups of thousands and at most one decimal part.
  const most = Math.min(parts.length, groupCount(first.fold, parts, notation) + 1)
  for (let count = most; count >= 0; count -= 1) {
    const value = figureValue(first.fold, parts.slice(0, count), notation)
    if (value === null) continue
    const tokensUsed = parts.slice(0, count).reduce((sum, part) => sum + (isSpace(part.separator) ? 1 : 2), 1)
    return { value, next: from + tokensUsed }
  }
  return null
}

/** 192.168.1.2: four figures, not one. */
function isAddress(parts: readonly Part[]): boolean {
  return (
    parts.length === 3 &&
    parts.every(({ separator }) => separator === '.') &&
    parts.some(({ digits }) => digits.length < groupLength)
  )
}

function isInAddress(tokens: readonly Token[], from: number): boolean {
  const [before, mark, token] = [tokens[from - 2], tokens[from - 1], tokens[from]]
  return before?.kind === 'digits' && mark?.fold === '.' && !mark.spaced && token?.spaced === false
}

const isSpace = (separator: string): boolean => /^\s$/u.test(separator)

function followingParts(text: string, tokens: readonly Token[], from: number, notation: Notation): Part[] {
  const parts: Part[] = []
  let last = tokens[from]
  let at = from + 1
  while (last !== undefined && parts.length < longest) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'digits') {
      const gap = text.slice(last.end, token.start)
      const isSure = gap === ' ' && (notation.spaceGroups || isSurelyGrouped(tokens, at, parts))
      const separates = /^[\u00a0\u2009\u202f]$/u.test(gap) || isSure
      if (!separates || token.fold.length !== groupLength) break
      parts.push({ separator: ' ', digits: token.fold })
      last = token
      at += 1
      continue
    }
    const digits = tokens[at + 1]
    if (token.spaced || !/^[.,'٫٬،]$/u.test(token.fold)) break
    if (digits === undefined || digits.kind !== 'digits' || digits.spaced) break
    parts.push({ separator: token.fold, digits: digits.fold })
    last = digits
    at += 2
  }
  return parts
}

/** 40 000 and 1 234 567: nobody writes a number 000, and three figures in a row of this form are one. */
function isSurelyGrouped(tokens: readonly Token[], at: number, parts: readonly Part[]): boolean {
  const isGroup = (token: Token | undefined): boolean =>
    token?.kind === 'digits' && token.fold.length === groupLength
  if (tokens[at]?.fold === '000' || parts.length > 0) return true
  const first = tokens[at - 1]
  const isFirst = first !== undefined && first.fold.length < groupLength && !first.fold.startsWith('0')
  return isFirst && isGroup(tokens[at]) && isGroup(tokens[at + 1])
}

/** .77 or ,77: a figure that leaves out its zero; null where the mark at `from` opens none. */
export function readBareDecimal(tokens: readonly Token[], from: number, notation: Notation): Figure | null {
  const [mark, digits, before] = [tokens[from], tokens[from + 1], tokens[from - 1]]
  if (mark === undefined || digits?.kind !== 'digits' || digits.spaced) return null
  if (mark.fold !== '٫' && mark.fold !== notation.decimal && !(mark.fold === '.' && notation.decimal === ','))
    return null
  const isOpen = mark.spaced || before === undefined || /^[-$€£(]$/u.test(before.fold)
  const ends = tokens[from + 2]
  const goesOn = ends !== undefined && !ends.spaced && /^[.,/:]$/u.test(ends.fold)
  if (!isOpen || (goesOn && tokens[from + 3]?.kind === 'digits') || digits.fold.length > longest) return null
  return { value: Number(`0.${digits.fold}`), next: from + 2 }
}

/** Null where these parts are not one figure (13.3.2025) or have more digits than a double holds. */
function figureValue(first: string, parts: readonly Part[], notation: Notation): number | null {
  const groups = groupCount(first, parts, notation)
  const rest = parts.slice(groups)
  if (rest.length > 1) return null
  const decimal = rest[0]
  if (decimal !== undefined && !isDecimal(decimal, groups, notation)) return null
  const whole =
    first +
    parts
      .slice(0, groups)
      .map((part) => part.digits)
      .join('')
  const digits = decimal === undefined ? whole : `${whole}.${decimal.digits}`
  return digits.length > longest + 1 ? null : Number(digits)
}

/** How many of the leading parts are groups of thousands. */
function groupCount(first: string, parts: readonly Part[], notation: Notation): number {
  const separator = parts[0]?.separator
  if (separator === undefined || first.length > groupLength || separator === '٫') return 0
  let count = 0
  while (parts[count]?.separator === separator && parts[count]?.digits.length === groupLength) count += 1
  if (count === 0) return 0
  if (separator !== notation.decimal || count > 1 || parts[count] !== undefined) return count
  // "720,000" where a comma is decimal: nobody writes three zero decimals.
  return parts[0]?.digits === '000' && first !== '0' ? 1 : 0
}

function isDecimal(part: Part, groups: number, notation: Notation): boolean {
  if (part.separator === '٫') return true
  if (part.separator === '،') return true
  if (part.separator !== '.' && part.separator !== ',') return false
  if (part.separator === notation.decimal || groups > 0) return true
  // The other convention, unmistakable because the group is not of three digits: 10,5 in English.
  return part.digits.length !== groupLength || part.digits === ''
}

/**
 * Whether a text writes decimals with a point or a comma: what its unmistakable figures (4.5, 10,25) say, else
 * the habit of the language. Figures with more than two parts are dates or times and do not count.
 */
export function notationOf(
  tokens: readonly Token[],
  habit: { decimal: '.' | ','; eitherDecimal: boolean; spaceGroups: boolean },
): Notation {
  const notation = { decimal: habit.decimal, spaceGroups: habit.spaceGroups }
  if (!habit.eitherDecimal) return notation
  const seen = { '.': 0, ',': 0 }
  for (let at = 1; at + 1 < tokens.length; at += 1) {
    const [before, mark, after, behind] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]]
    if (before?.kind !== 'digits' || after?.kind !== 'digits' || mark?.spaced || after.spaced) continue
    if (mark?.fold !== '.' && mark?.fold !== ',') continue
    if (
      tokens[at - 2]?.fold === mark.fold ||
      (behind?.fold === mark.fold && tokens[at + 3]?.kind === 'digits')
    )
      continue
    if (after.fold.length !== groupLength) seen[mark.fold] += 1
  }
  const other = habit.decimal === '.' ? ',' : '.'
  return seen[habit.decimal] === 0 && seen[other] > 0 ? { ...notation, decimal: other } : notation
}
