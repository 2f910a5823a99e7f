import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from './csv.ts'
import { readCsv } from './read-csv.ts'

/** The same by a parser of csv-parse; null where it refuses the text. */
function parsed(text: string): { record: string[]; line: number }[] | null {
  try {
    const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count: true } as const
    const found = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
    return found.map(({ record, info }) => ({ record, line: info.lines }))
  } catch {
    return null
  }
}

describe('reading CSV', () => {
  it('splits fields, undoes quotes, and counts the lines that a quoted field spans', () => {
    expect(readCsv('a,b\n\n1,"x, ""y""\nz"\n,last')).toEqual([
      { record: ['a', 'b'], line: 1 },
      { record: ['1', 'x, "y"\nz'], line: 4 },
      { record: ['', 'last'], line: 5 },
    ])
  })

  it('reads no text in which a quote stands where none belongs, one is open, or lines end otherwise', () => {
    for (const text of ['a"b,c', '"a"b', '"a', 'x\n1,"a', 'a\r\nb']) expect(readCsv(text)).toBeNull()
  })

  it('reads what is written', () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 3 }))
    fc.assert(
      fc.property(cells, (rows) => {
        const plain = rows.map((row) => row.map((cell) => cell.replaceAll('\r', '')))
        const records = readCsv(csvText(['first', 'second'], plain))
        expect(records?.slice(1).map(({ record }) => record)).toEqual(plain)
      }),
      { seed: 5 },
    )
  })

  it('agrees with csv-parse wherever it reads a text, and reads every text without carriage returns that csv-parse does', () => {
    const piece = fc.constantFrom('a', 'b c', ',', '\n', '"', '""', '"x"', '"y,\n"', ' ', '\ufeff', 'é')
    let read = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const ours = readCsv(text)
        if (ours !== null) read++
        expect(ours).toEqual(parsed(text))
      }),
      { numRuns: 4000, seed: 9 },
    )
    expect(read).toBeGreaterThan(500)
  })
})
