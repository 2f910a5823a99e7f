export type CsvValue = string | number | boolean | null | undefined

/** CSV (RFC 4180 with line feeds): a header, then rows; null and undefined are empty, what needs it is quoted. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return `${[header, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`
}

function cell(value: CsvValue): string {
  const text = value === null || value === undefined ? '' : String(value)
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
