import { writeFileSync } from 'node:fs'

/** A CSV file of the atlas (RFC 4180), rows in the order given. */
export class FileOfRows {
  readonly #header: string
  #rows: string[][] = []

  constructor(header: string) {
    this.#header = header
  }

  add(cells: readonly (string | number)[]): void {
    this.#rows.push(cells.map(String))
  }

  keepOnly(keeps: (row: readonly string[]) => boolean): void {
    this.#rows = this.#rows.filter(keeps)
  }

  write(path: string): void {
    const lines = this.#rows.map((row) => row.map(quoted).join(','))
    writeFileSync(path, `${[this.#header, ...lines].join('\n')}\n`)
  }
}

function quoted(cell: string): string {
  return /[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
