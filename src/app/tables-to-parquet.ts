import { parquetWriteBuffer } from 'hyparquet-writer'
import type { SolutionTable } from '../solve/export/solution-tables.ts'

/**
 * Tables as Parquet files by name: numbers as DOUBLE, words as UTF-8 strings. The unit of a column stands in its
 * name (`value_gwh_d`).
 */
export function tablesToParquet(tables: readonly SolutionTable[]): Map<string, Uint8Array> {
  return new Map(
    tables.map(({ name, header, rows }) => {
      const columnData = header.map((column, index) => {
        const values = rows.map((row) => row[index] ?? null)
        const isNumber = values.every((value) => value === null || typeof value === 'number')
        return isNumber
          ? { name: column, data: values as (number | null)[], type: 'DOUBLE' as const, nullable: true }
          : {
              name: column,
              data: values.map((value) => (value === null ? null : String(value))),
              type: 'STRING' as const,
              nullable: true,
            }
      })
      return [`${name}.parquet`, new Uint8Array(parquetWriteBuffer({ columnData }))]
    }),
  )
}
