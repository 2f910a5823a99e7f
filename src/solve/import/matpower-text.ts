import { CorridorError } from '../../core/errors.ts'
import { parseNumber } from './csv-table.ts'

/** One matrix of a case file with the line of each row, for messages. */
export interface MatpowerMatrix {
  readonly field: string
  readonly rows: readonly Float64Array[]
  readonly lines: readonly number[]
}

export interface MatpowerText {
  readonly file: string
  /** Name of the function that the file defines; empty where it defines none. */
  readonly name: string
  readonly scalars: ReadonlyMap<string, string>
  readonly matrices: ReadonlyMap<string, MatpowerMatrix>
}

/** Names of columns by number change nothing as long as no other statement uses them, and that is refused. */
const HARMLESS = /^(?:function\b.*|end(?:function)?|return|define_constants|\[[\w\s,]*\]\s*=\s*idx_\w+)$/u

/** Tables and base as version 1 gave them: variables of their own. */
const FIRST_VERSION = /^(?:baseMVA|bus|gen|branch|areas|gencost)\s*=\s*[[\d]/u

/**
 * Reads the assignments of a MATPOWER case without running it: scalars, texts and matrices of numbers written out.
 * Any other statement could change the numbers, so it is refused with its line.
 */
export function parseMatpowerText(file: string, text: string): MatpowerText {
  const scalars = new Map<string, string>()
  const matrices = new Map<string, MatpowerMatrix>()
  let name = ''
  for (const { source, line } of statements(file, withoutBlocks(text))) {
    name = /^function\s+\w+\s*=\s*(\w+)/u.exec(source)?.[1] ?? name
    const nested = /^\w+\.(\w+)\.[\w.]+\s*=/u.exec(source)?.[1]
    if (nested !== undefined) throw fieldRefused(file, line, nested)
    const assigned = /^(\w+)\.(\w+)\s*=\s*([\s\S]+)$/u.exec(source)
    if (assigned === null) {
      if (HARMLESS.test(source)) continue
      if (FIRST_VERSION.test(source)) throw firstVersionRefused(file, line)
      throw statementRefused(file, line, source)
    }
    const [, , field = '', value = ''] = assigned
    if (value.startsWith('[')) matrices.set(field, readMatrix(file, { field, value, line, source }))
    else if (value.startsWith('{')) continue
    else if (/^(?:'[^']*'|"[^"]*"|[\w.+-]+)$/u.test(value)) scalars.set(field, value.replace(/['"]/gu, ''))
    else throw statementRefused(file, line, source)
  }
  return { file, name, scalars, matrices }
}

function firstVersionRefused(file: string, line: number): CorridorError {
  return new CorridorError(
    'network_unsupported',
    `${file}, line ${line}: a case of version 1, which gives its tables without "mpc."; only version 2 is read (MATPOWER: loadcase and savecase convert).`,
    { details: { file, line } },
  )
}

function statementRefused(file: string, line: number, source: string): CorridorError {
  const short = source.split('\n')[0]?.slice(0, 60) ?? ''
  return new CorridorError(
    'network_unsupported',
    `${file}, line ${line}: "${short}" computes something, and case files are read, not run; write the numbers out (MATPOWER: savecase).`,
    { details: { file, line } },
  )
}

function fieldRefused(file: string, line: number, field: string): CorridorError {
  return new CorridorError(
    'network_unsupported',
    `${file}, line ${line}: mpc.${field} is not supported; leave it out to solve without it.`,
    { details: { file, line, field } },
  )
}

/** Comments from a line of only %{ to one of only %} fall away; their line ends stay, so that lines keep their numbers. */
function withoutBlocks(text: string): string {
  return text.replace(/^[ \t]*[%#]\{[ \t]*$[\s\S]*?^[ \t]*[%#]\}[ \t]*$/gmu, (block) =>
    block.replace(/[^\n]+/gu, ''),
  )
}

interface Statement {
  readonly source: string
  /** First line, from 1. */
  readonly line: number
}

/** Cuts the text at semicolons and line ends that stand outside brackets and quotes; comments fall away. */
function statements(file: string, text: string): Statement[] {
  const found: Statement[] = []
  let source = ''
  let line = 1
  let startLine = 1
  let depth = 0
  let quote = ''
  const finish = () => {
    if (source.trim() !== '') found.push({ source: source.trim(), line: startLine })
    source = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === '\n') line += 1
    if (quote !== '') {
      if (sign === quote || sign === '\n') quote = ''
    } else if (sign === '%' || sign === '#' || text.startsWith('...', at)) {
      const end = text.indexOf('\n', at)
      // A continued line goes on; a comment ends where the line ends, which still separates rows.
      const isContinued = sign === '.'
      at = end === -1 ? text.length : isContinued ? end : end - 1
      if (isContinued) line += 1
      continue
    } else if (sign === "'" || sign === '"') {
      quote = sign
    } else if (sign === '[' || sign === '{') {
      depth += 1
    } else if (sign === ']' || sign === '}') {
      depth -= 1
    } else if (depth === 0 && (sign === ';' || sign === '\n')) {
      finish()
      continue
    }
    if (source.trim() === '') startLine = line
    source += sign
  }
  finish()
  if (depth !== 0) {
    throw new CorridorError(
      'network_invalid',
      `${file}, line ${startLine}: a bracket is not closed; the file may be cut short.`,
    )
  }
  return found
}

function readMatrix(
  file: string,
  of: { field: string; value: string; line: number; source: string },
): MatpowerMatrix {
  const inner = /^\[([\s\S]*)\]$/u.exec(of.value)?.[1]
  if (inner === undefined || /[[\]'"(]/u.test(inner)) throw statementRefused(file, of.line, of.source)
  const rows: Float64Array[] = []
  const lines: number[] = []
  for (const [offset, lineText] of inner.split('\n').entries()) {
    for (const rowText of lineText.split(';')) {
      const cells = rowText.split(/[\s,]+/u).filter((cell) => cell !== '')
      if (cells.length === 0) continue
      const values = Float64Array.from(cells, (cell) => {
        const value = parseNumber(cell)
        if (value === undefined || Number.isNaN(value)) {
          throw new CorridorError(
            'network_invalid',
            `${file}, line ${of.line + offset}: "${cell}" in mpc.${of.field} is no number; write it out.`,
          )
        }
        return value
      })
      if (rows[0] !== undefined && rows[0].length !== values.length && of.field !== 'gencost') {
        throw new CorridorError(
          'network_invalid',
          `${file}, line ${of.line + offset}: ${values.length} columns in a row of mpc.${of.field}, ${rows[0].length} in its first; give all rows the same.`,
        )
      }
      rows.push(values)
      lines.push(of.line + offset)
    }
  }
  return { field: of.field, rows, lines }
}
