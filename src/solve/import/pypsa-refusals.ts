import { CorridorError } from '../../core/errors.ts'
import { type CsvTable, isMissing, parseFlag, parseNumber } from './csv-table.ts'
import {
  type ComponentAttributes,
  type ComponentKind,
  inertTables,
  looksLikeAttribute,
  pypsaAttributes,
} from './pypsa-attributes.ts'

/** Throws for a table of components that are neither read nor without effect. */
export function refuseUnknownTable(name: string, table: CsvTable): void {
  const kind = name.split('-')[0] ?? name
  if (kind in pypsaAttributes || inertTables.includes(kind) || table.length === 0) return
  throw new CorridorError(
    'network_unsupported',
    `${table.file}: components of this kind are not supported; leave the file out to solve without them.`,
  )
}

/** Curves stand in files of two header lines, such as `generators-marginal_cost-pw.csv`. */
export function refusePiecewise(files: readonly string[]): void {
  const file = files.find((name) => name.endsWith('-pw.csv'))
  if (file === undefined) return
  throw new CorridorError(
    'network_unsupported',
    `${file}: piecewise attributes are not supported; leave the file out to solve with the one number of the table.`,
    { details: { file } },
  )
}

/** Ports beyond the first: `efficiency2` has the meaning of `efficiency`, `rate1` of `rate`. */
export function baseOf(kind: ComponentKind, attribute: string): string {
  switch (kind) {
    case 'links':
      return attribute.replace(/^(bus|efficiency|delay|cyclic_delay)[1-9]\d*$/u, '$1')
    case 'processes':
      return attribute.replace(/^(rate)[1-9]\d*$/u, '$1').replace(/^(bus|delay|cyclic_delay)\d+$/u, '$1')
    default:
      return attribute
  }
}

/** Columns of buses that limit what may be built there of a carrier: `nom_max_wind`. */
export function busLimit(column: string): { readonly isLeast: boolean; readonly carrier: string } | null {
  const [, side, carrier] = /^nom_(min|max)_(.+)$/u.exec(column) ?? []
  return carrier === undefined ? null : { isLeast: side === 'min', carrier }
}

/** Throws for the first cell that would change the answer and is not supported. */
export function refuseUnsupported(
  attributes: ComponentAttributes,
  table: CsvTable,
  where: (row: number) => string,
): void {
  const kind = table.file.replace(/\.csv$/u, '') as ComponentKind
  for (const [attribute, cells] of table.columns) {
    if (kind === 'buses' && busLimit(attribute) !== null) continue
    const base = baseOf(kind, attribute)
    const neutral = attributes.refused[base]
    if (neutral === undefined && (isRead(attributes, base) || !looksLikeAttribute(attribute))) continue
    const row = cells.findIndex((cell) => !isMissing(cell) && !isNeutral(cell, neutral ?? []))
    if (row === -1) continue
    throw new CorridorError(
      'network_unsupported',
      `${where(row)}: ${attribute} = ${cells[row]} changes the answer and is not supported; ${
        neutral === undefined || neutral.length === 0
          ? 'empty the column'
          : `set it to ${neutral.join(' or ')}`
      } to solve without it.`,
      { details: { file: table.file, attribute } },
    )
  }
}

function isRead(attributes: ComponentAttributes, base: string): boolean {
  return (
    base in attributes.numbers ||
    base in attributes.flags ||
    attributes.texts.includes(base) ||
    attributes.inert.includes(base) ||
    base.startsWith('mu_')
  )
}

function isNeutral(cell: string, neutral: readonly (number | string)[]): boolean {
  return neutral.some((value) =>
    typeof value === 'number' ? parseNumber(cell) === value : parseFlag(cell) === parseFlag(value),
  )
}

/** The same for a table of values over snapshots. */
export function refuseSeries(attributes: ComponentAttributes, base: string, table: CsvTable): void {
  if (attributes.inert.includes(base) || base.startsWith('mu_')) return
  if (attributes.refused[base] === undefined && !looksLikeAttribute(base)) return
  const names = table.header.slice(1)
  const given = names.find((name) =>
    table.columns.get(name)?.some((cell) => !isMissing(cell) && parseNumber(cell) !== 0),
  )
  if (given === undefined) return
  throw new CorridorError(
    'network_unsupported',
    `${table.file}: a ${base} that varies over snapshots (column "${given}") is not supported; leave the file out.`,
  )
}
