import { readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { CorridorError, type Problem } from '../core/errors.ts'
import { type CalendarDate, parseCalendarDate } from '../core/time.ts'
import type { ReportInput } from '../reports/read-report.ts'

/** A report longer than this is not a news text; reading it would only cost memory. */
export const LARGEST_INPUT_BYTES = 5 * 1024 * 1024

const kinds: Readonly<Record<string, ReportInput['kind']>> = {
  '.txt': 'txt',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
}

export interface InputOptions {
  readonly recursive?: boolean | undefined
  /** `DATE` dates all undated reports, `FILE=DATE` one of them. */
  readonly published?: readonly string[] | undefined
}

export interface CollectedInputs {
  readonly inputs: readonly ReportInput[]
  readonly problems: readonly Problem[]
  /** Day for every report that nothing else dates. */
  readonly fallbackDate: CalendarDate | null
}

/** The report files that paths name, in order; folders by file name, `-` for standard input. */
export function collectInputs(paths: readonly string[], options: InputOptions): CollectedInputs {
  const dates = readPublished(options.published ?? [])
  const problems: Problem[] = []
  const inputs: ReportInput[] = []
  const add = (path: string, name: string): void => {
    const result = readFile(path, name)
    if ('problem' in result) problems.push(result.problem)
    else {
      const date = dates.byFile.get(name) ?? dates.byFile.get(basename(name)) ?? dates.byFile.get(stem(name))
      inputs.push({ name, kind: result.kind, bytes: result.bytes, published: date })
      for (const key of [name, basename(name), stem(name)]) dates.unused.delete(key)
    }
  }
  for (const path of paths) {
    if (path === '-') add('-', 'stdin')
    else {
      const stat = statSync(path, { throwIfNoEntry: false })
      if (stat === undefined) problems.push(unreadable(path, 'no such file or folder: check the path'))
      else if (stat.isDirectory()) {
        const files = listFolder(path, options.recursive === true)
        if (files.length === 0) {
          problems.push(
            unreadable(
              path,
              'the folder has no .txt, .html, .htm or .json file and no feed (.xml, .rss, .atom): name another, or add --recursive',
            ),
          )
        }
        for (const file of files) add(file, basename(file))
      } else add(path, basename(path))
    }
  }
  for (const name of dates.unused) {
    throw new CorridorError(
      'option_invalid',
      `--published ${name}=…: no input is called "${name}"; name a file given`,
    )
  }
  return { inputs, problems, fallbackDate: dates.fallback }
}

function stem(name: string): string {
  return basename(name).replace(/\.[^.]*$/u, '')
}

function listFolder(folder: string, isRecursive: boolean): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return isRecursive ? listFolder(path, true) : []
    return extname(entry.name).toLowerCase() in kinds ? [path] : []
  })
}

type FileResult = { kind: ReportInput['kind']; bytes: Uint8Array } | { problem: Problem }

function readFile(path: string, name: string): FileResult {
  if (path === '-') return readStandardInput(name)
  const kind = kinds[extname(path).toLowerCase()]
  if (kind === undefined) {
    return {
      problem: unreadable(
        name,
        'not a .txt, .html, .htm or .json file and no feed (.xml, .rss, .atom): save the report as one of these',
      ),
    }
  }
  try {
    if (statSync(path).size > LARGEST_INPUT_BYTES) return { problem: tooLarge(name) }
    return { kind, bytes: readFileSync(path) }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return { problem: unreadable(name, `cannot be read (${reason}): check that it exists and may be opened`) }
  }
}

/** Standard input is read up to the limit and no further, so that an endless stream does not fill memory. */
function readStandardInput(name: string): FileResult {
  const chunks: Buffer[] = []
  let total = 0
  for (;;) {
    const chunk = Buffer.alloc(65_536)
    let count = 0
    try {
      count = readSync(0, chunk)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') continue
      if (error instanceof Error && 'code' in error && error.code === 'EOF') break
      throw error
    }
    if (count === 0) break
    total += count
    if (total > LARGEST_INPUT_BYTES) return { problem: tooLarge(name) }
    chunks.push(chunk.subarray(0, count))
  }
  const bytes = Buffer.concat(chunks)
  const head = bytes.subarray(0, 512).toString('latin1').trimStart().toLowerCase()
  return { kind: kindOf(head), bytes }
}

function kindOf(head: string): ReportInput['kind'] {
  if (head.startsWith('{')) return 'json'
  if (/<(?:rss|feed|rdf:rdf)[\s>]/u.test(head)) return 'feed'
  return /^<(?:!doctype|html|head|body)/u.test(head) ? 'html' : 'txt'
}

function tooLarge(name: string): Problem {
  const limit = `${LARGEST_INPUT_BYTES / 1024 / 1024} MB`
  return {
    code: 'input_too_large',
    where: name,
    message: `${name}: larger than ${limit}, which no report is: split it into one file a report`,
  }
}

function unreadable(where: string, what: string): Problem {
  return { code: 'input_unreadable', where, message: `${where}: ${what}` }
}

function readPublished(values: readonly string[]): {
  fallback: CalendarDate | null
  byFile: Map<string, CalendarDate>
  unused: Set<string>
} {
  let fallback: CalendarDate | null = null
  const byFile = new Map<string, CalendarDate>()
  for (const value of values) {
    const equals = value.lastIndexOf('=')
    const day = parseCalendarDate(value.slice(equals + 1))
    if (day === null) {
      throw new CorridorError(
        'date_impossible',
        `--published ${value}: "${value.slice(equals + 1)}" is not a day that exists; write it as YYYY-MM-DD`,
      )
    }
    if (equals < 0) fallback = day
    else byFile.set(value.slice(0, equals), day)
  }
  return { fallback, byFile, unused: new Set(byFile.keys()) }
}
