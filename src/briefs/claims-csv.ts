import type { Brief, BriefClaim } from './brief.ts'
import { formatGiven, withUnit } from './number-format.ts'

const columns = [
  'report',
  'claim',
  'lang',
  'outlet',
  'published',
  'event',
  'modality',
  'polarity',
  'assets',
  'implied',
  'speaker',
  'via',
  'time',
  'numbers',
  'evidence',
  'start',
  'end',
  'gloss',
] as const

/**
 * `claims.csv`: one claim a row, RFC 4180 (CRLF, quotes doubled), UTF-8 without a byte order mark; several values in
 * a cell stand apart by `; `. Spreadsheets run a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break as
 * a formula, so such a cell gets a leading apostrophe: take it off where the exact words matter, or read brief.json.
 */
export function claimsCsv(brief: Brief): string {
  const rows = brief.claims.map((claim) =>
    columns.map((column) => csvCell(cellText(claim, column))).join(','),
  )
  return [columns.join(','), ...rows].map((row) => `${row}\r\n`).join('')
}

function cellText(claim: BriefClaim, column: (typeof columns)[number]): string {
  switch (column) {
    case 'claim':
      return claim.id
    case 'implied':
      return claim.assets_implied.join('; ')
    case 'assets':
    case 'via':
      return claim[column].join('; ')
    case 'start':
      return String(claim.span[0])
    case 'end':
      return String(claim.span[1])
    case 'numbers':
      return claim.numbers.map(numberText).join('; ')
    default:
      return claim[column] ?? ''
  }
}

/** `as written = value unit`, and `= value unit` once more in the base unit where that differs. */
export function numberText(number: BriefClaim['numbers'][number]): string {
  const value = withUnit([number.value].flat().map(formatGiven).join(' to '), number.unit)
  const steps = [number.surface, value, number.normalised].filter((step) => step !== null && step !== '')
  return [...new Set(steps)].join(' = ')
}

/** Full-width forms too: some spreadsheets fold them. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u

function csvCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
