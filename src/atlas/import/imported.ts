import { CorridorError } from '../../core/errors.ts'
import type { Atlas } from '../atlas.ts'
import { foldName } from '../search-names.ts'
import type { Carrier } from '../tables.ts'

export type Cell = string | number | null

/** Rows by table, each as values by column; columns that are absent are empty. */
export interface Imported {
  readonly rows: Readonly<Partial<Record<ImportedTable, readonly Readonly<Record<string, Cell>>[]>>>
  /** What the file holds and the atlas has no place for, counted by reason. */
  readonly skipped: ReadonlyMap<string, number>
}

type ImportedTable = 'sources' | 'assets' | 'figures' | 'observations'

/** Counts what is left out and why. */
export class Skipped {
  readonly reasons = new Map<string, number>()
  add(reason: string): void {
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1)
  }
}

/** The file is not what the publisher gives out. `what` names the form that is expected. */
export function notOfForm(publisher: string, what: string): CorridorError {
  return new CorridorError(
    'input_not_a_report',
    `the file is not of the form that ${publisher} gives out: ${what}`,
  )
}

export function parseJson(publisher: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw notOfForm(publisher, `it is not valid JSON (${reason}); save the answer of the API as it comes`)
  }
}

/**
 * A number as publishers write it: `1,234.5`, `"91.2"`; null for `-`, `:`, `x`, blanks and what is no number. A comma parts
 * thousands alone: `171,2` is a decimal comma of some other program and is not read as 1712.
 */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  const number = value.trim()
  if (!/^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+(?:e[+-]?\d+)?)$/iu.test(number)) return null
  return Number(number.replaceAll(',', ''))
}

/** What parts the columns of a table: the semicolon or tab of its first line where that has no comma. */
export function delimiterOf(text: string): string {
  const head = /^[^\n]*/u.exec(text)?.[0] ?? ''
  if (head.includes(',')) return ','
  return head.includes(';') ? ';' : head.includes('\t') ? '\t' : ','
}

/** A value without the noise of binary fractions, as tables write it: never in exponents. */
export function tidy(value: number): string {
  const rounded = Number(value.toPrecision(9))
  return /e/u.test(String(rounded)) ? rounded.toFixed(9).replace(/\.?0+$/u, '') : String(rounded)
}

/** First and last day of a month `2024-02`, of a year `2024`, of a day, or null. */
export function daysOf(period: string): { from: string; to: string } | null {
  const month = /^(\d{4})-?M?(0[1-9]|1[0-2])$/u.exec(period)
  if (month) {
    const [year, at] = [Number(month[1]), Number(month[2])]
    const last = new Date(Date.UTC(year, at, 0)).getUTCDate()
    return { from: `${month[1]}-${month[2]}-01`, to: `${month[1]}-${month[2]}-${last}` }
  }
  if (/^\d{4}$/u.test(period)) return { from: `${period}-01-01`, to: `${period}-12-31` }
  return /^\d{4}-\d{2}-\d{2}$/u.test(period) ? { from: period, to: period } : null
}

/** Codes that European publishers write otherwise than ISO 3166. */
const otherCodes: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' }

export function isoCountry(code: string): string {
  const upper = code.trim().toUpperCase()
  return otherCodes[upper] ?? upper
}

/** Ids of the links of a carrier from a country to another, through any of their zones, in table order. */
export function linksBetween(atlas: Atlas, carrier: Carrier, from: string, to: string): string[] {
  const [starts, ends] = [new Set(atlas.zonesOf(from)), new Set(atlas.zonesOf(to))]
  return atlas.tables.links
    .filter((link) => link.carrier === carrier && starts.has(link.from_zone) && ends.has(link.to_zone))
    .map((link) => link.id)
}

/** The only row of a table of a carrier in a country, or why there is none to take. */
export function onlyRowIn<T extends 'supplies' | 'demands' | 'stores'>(
  atlas: Atlas,
  table: T,
  asked: { readonly carrier: Carrier; readonly country: string; readonly kind: string },
): { readonly id: string } | { readonly because: string } {
  const zones = new Set(atlas.zonesOf(asked.country))
  const rows = atlas.tables[table].filter(
    (row) => row.carrier === asked.carrier && zones.has(row.zone) && row.kind === asked.kind,
  )
  const [first] = rows
  if (first === undefined)
    return { because: `the atlas has no ${asked.carrier} row in ${table} for ${asked.country}` }
  if (rows.length > 1) {
    return {
      because: `${asked.country} has ${rows.length} ${asked.carrier} rows in ${table}: a national total cannot be split`,
    }
  }
  return { id: first.id }
}

/** Letters, digits and hyphens, as ids are written. */
export function slug(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
}

/** What the atlas knows by a name, in any language and spelling that folds to it: refs, from one table made once. */
export function nameLookup(atlas: Atlas): (name: string) => readonly string[] {
  const refs = new Map<string, string[]>()
  for (const entry of atlas.nameIndexEntries()) {
    const folded = foldName(entry.name)
    const list = refs.get(folded)
    if (list === undefined) refs.set(folded, [entry.ref])
    else if (!list.includes(entry.ref)) list.push(entry.ref)
  }
  return (name) => refs.get(foldName(name)) ?? []
}

/** Code of a country by its English name, also as publishers shorten or invert it; null where it is none. */
export function countryCodes(lookup: ReturnType<typeof nameLookup>): (name: string) => string | null {
  return (name) => {
    const spellings = [name, name.replace(/^The /u, ''), name.split(', ').reverse().join(' ')]
    const ref = spellings.flatMap(lookup).find((one) => one.startsWith('countries/'))
    return ref?.slice('countries/'.length) ?? null
  }
}
