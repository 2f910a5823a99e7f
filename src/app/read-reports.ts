import type { Atlas } from '../atlas/atlas.ts'
import type { Reading } from '../claims/claim.ts'
import { namesOfAtlas } from '../claims/names/atlas-names.ts'
import { successionsOf } from '../claims/names/succeeded.ts'
import { createReader, type Reader } from '../claims/read-claims.ts'
import type { ClaimTrace } from '../claims/trace.ts'
import { CorridorError, type Problem } from '../core/errors.ts'
import type { Languages } from '../reports/identify-language.ts'
import { type ReportInput, type ReportResult, readInput } from '../reports/read-report.ts'
import type { Report } from '../reports/report.ts'
import { collectInputs, type InputOptions } from './collect-inputs.ts'
import type { ModelReader } from './llm/model-reader.ts'
import { loadLanguages, loadLexicons } from './load-lexicons.ts'
import { breathe, type Progress } from './progress.ts'
import { withinTime } from './within-time.ts'

export interface ReadReports {
  readonly readings: readonly Reading[]
  /** Inputs that could not be used; the others are in `readings`. */
  readonly problems: readonly Problem[]
  /** Things worth a line on standard error that leave no input out. */
  readonly notes: readonly string[]
  /** Why each claim of the embedded reader is as it is, by report id; empty unless asked for. */
  readonly traces: ReadonlyMap<string, readonly ClaimTrace[]>
}

export interface ReadOptions extends InputOptions {
  readonly atlas: Atlas
  readonly progress: Progress
  /** A language model beside or in place of the embedded reader; absent: the embedded reader alone. */
  readonly model?: ModelReader | null | undefined
  /** Seconds that extracting and reading one report may take (default 30). */
  readonly timeLimit?: number | undefined
  readonly withTraces?: boolean | undefined
  /** A folder with lexicons of the user's own beside the shipped ones. */
  readonly lexicons?: string | undefined
}

const TIME_LIMIT_SECONDS = 30

/** The embedded reader with the shipped lexicons, those of a folder of the user's, and the names of an atlas. */
export function openReader(atlas: Atlas, lexicons?: string): Reader {
  const named = (kind: string): string[] =>
    atlas.tables.actors.filter((actor) => actor.kind === kind).map((actor) => actor.name)
  return createReader({
    lexicons: loadLexicons(lexicons),
    names: namesOfAtlas(atlas),
    outlets: named('outlet'),
    platforms: named('platform'),
    bodies: countriesOfBodies(atlas),
    successions: successionsOf(atlas),
  })
}

function countriesOfBodies({ tables }: Atlas): Map<string, readonly string[]> {
  return new Map(tables.actors.map(({ name, country }) => [name, country.split(' ').filter(Boolean)]))
}

/** Reads what the paths name. Throws `input_unreadable` only when nothing at all could be used. */
export async function readReports(paths: readonly string[], options: ReadOptions): Promise<ReadReports> {
  const collected = collectInputs(paths, options)
  const limit = options.timeLimit ?? TIME_LIMIT_SECONDS
  const embedded = openLimitedReader(options, limit)
  const readings: Reading[] = []
  const problems: Problem[] = [...collected.problems]
  const notes: string[] = []
  const traces = new Map<string, readonly ClaimTrace[]>()
  const languages = loadLanguages(options.lexicons)
  for (const [index, input] of collected.inputs.entries()) {
    await breathe(options.progress)
    options.progress.say(`reading ${index + 1} of ${collected.inputs.length}: ${input.name}`)
    for (const result of openInput(input, { limit, languages })) {
      if (result.kind === 'problem') {
        problems.push(result.problem)
        continue
      }
      await breathe(options.progress)
      const read = embedded.read(result.report, {
        day: collected.fallbackDate,
        withTraces: options.withTraces === true,
      })
      if ('problem' in read) {
        problems.push(read.problem)
        continue
      }
      const { reading, failure } = await asked(read, options)
      // What keeps an input from being used is told; its reading is kept all the same.
      if (failure !== null) problems.push(failure)
      problems.push(...reading.problems.filter(isUnknownLanguage).map(toProblem))
      notes.push(...reading.problems.filter((one) => one.code === 'claims_dropped').map((one) => one.message))
      readings.push(reading)
      if (read.traces !== null) traces.set(reading.id, renumbered(read.traces, read.reading, reading))
    }
  }
  const isUsable = (reading: Reading): boolean =>
    !reading.problems.some(
      (one) => isUnknownLanguage(one) || (one.code === 'reader_failed' && !hasClaims(reading)),
    )
  if (!readings.some(isUsable)) {
    throw new CorridorError(
      problems[0]?.code ?? 'input_unreadable',
      problems.length > 1 ? `none of the ${problems.length} inputs could be used` : 'no input could be used',
      { details: { problems } },
    )
  }
  if (options.model) notes.push(options.model.summary())
  return { readings, problems, notes, traces }
}

interface Embedded {
  readonly report: Report
  readonly reading: Reading
  readonly traces: readonly ClaimTrace[] | null
}

async function asked(
  { report, reading }: Embedded,
  options: ReadOptions,
): Promise<{ reading: Reading; failure: Problem | null }> {
  if (!options.model) return { reading, failure: null }
  return options.model.read(report, reading, options.progress.signal)
}

/** Traces under the ids that claims have after a second reader's were merged in; without those that it replaced. */
function renumbered(traces: readonly ClaimTrace[], before: Reading, after: Reading): readonly ClaimTrace[] {
  if (before.claims === after.claims) return traces
  return traces.flatMap((trace) => {
    const was = before.claims.find((one) => one.id === trace.claim)
    const is = after.claims.find(
      (one) =>
        was !== undefined &&
        one.readers?.includes('embedded') === true &&
        one.event === was.event &&
        one.span[0] === was.span[0] &&
        one.span[1] === was.span[1],
    )
    return is === undefined ? [] : [{ ...trace, claim: is.id }]
  })
}

function openInput(
  input: ReportInput,
  { limit, languages }: { limit: number; languages: Languages },
): readonly ReportResult[] {
  try {
    return withinTime(limit, input.name, () => readInput(input, { languages }))
  } catch (error) {
    return [{ kind: 'problem', problem: slowness(error, input.name) }]
  }
}

interface LimitedReader {
  read(
    report: Report,
    given: { day: Report['published']; withTraces: boolean },
  ): Embedded | { readonly problem: Problem }
}

/** The embedded reader with a time limit; after a report that took too long it is opened anew. */
function openLimitedReader({ atlas, lexicons }: ReadOptions, limit: number): LimitedReader {
  let reader: Reader | null = null
  return {
    read: (report, { day, withTraces }) => {
      const open = reader ?? openReader(atlas, lexicons)
      reader = open
      const explained = (one: Report): Omit<Embedded, 'report'> =>
        withTraces ? open.explain(one) : { reading: open.read(one), traces: null }
      try {
        return withinTime(limit, report.id, () => {
          const first = explained(report)
          if (first.reading.published !== null || day === null) return { ...first, report }
          const dated: Report = { ...report, published: day, published_from: 'option' }
          return { ...explained(dated), report: dated }
        })
      } catch (error) {
        reader = null
        return { problem: slowness(error, report.id) }
      }
    },
  }
}

function slowness(error: unknown, where: string): Problem {
  if (!(error instanceof CorridorError) || error.code !== 'reading_too_slow') throw error
  return { code: error.code, where, message: error.message }
}

function hasClaims(reading: Reading): boolean {
  return reading.claims.length > 0
}

/** A language that the reader does not know is an input that could not be used, though its text is kept. */
function isUnknownLanguage(problem: { readonly code: string }): boolean {
  return problem.code === 'language_unknown'
}

function toProblem(problem: Reading['problems'][number]): Problem {
  return { code: 'language_unknown', where: problem.where, message: problem.message }
}
