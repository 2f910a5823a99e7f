import type { Atlas } from '../atlas/atlas.ts'
import type { Reading } from '../claims/claim.ts'
import { namesOfAtlas } from '../claims/names/atlas-names.ts'
import { createReader, type Reader } from '../claims/read-claims.ts'
import { CorridorError, type Problem } from '../core/errors.ts'
import { readReport } from '../reports/read-report.ts'
import { collectInputs, type InputOptions } from './collect-inputs.ts'
import { lexiconLanguages, loadLexicons } from './load-lexicons.ts'
import { breathe, type Progress } from './progress.ts'

export interface ReadReports {
  readonly readings: readonly Reading[]
  /** Inputs that could not be used; the others are in `readings`. */
  readonly problems: readonly Problem[]
}

/** The embedded reader with the shipped lexicons and the names of an atlas. */
export function openReader(atlas: Atlas): Reader {
  const outlets = atlas.tables.actors.filter((actor) => actor.kind === 'outlet').map((actor) => actor.name)
  return createReader({ lexicons: loadLexicons(), names: namesOfAtlas(atlas), outlets })
}

/** Reads what the paths name. Throws `input_unreadable` only when nothing at all could be used. */
export async function readReports(
  paths: readonly string[],
  options: InputOptions & { readonly atlas: Atlas; readonly progress: Progress },
): Promise<ReadReports> {
  const collected = collectInputs(paths, options)
  const languages = new Set(lexiconLanguages())
  const reader = openReader(options.atlas)
  const readings: Reading[] = []
  const problems: Problem[] = [...collected.problems]
  for (const [index, input] of collected.inputs.entries()) {
    await breathe(options.progress)
    options.progress.say(`reading ${index + 1} of ${collected.inputs.length}: ${input.name}`)
    const result = readReport(input, { languages })
    if (result.kind === 'problem') {
      problems.push(result.problem)
      continue
    }
    const reading = reader.read(result.report)
    const undated = reading.published === null && collected.fallbackDate !== null
    const dated = undated
      ? reader.read({ ...result.report, published: collected.fallbackDate, published_from: 'option' })
      : reading
    // A language that the reader does not know is an input that could not be used, though its text is kept.
    problems.push(...dated.problems.filter((problem) => problem.code === 'language_unknown').map(toProblem))
    readings.push(dated)
  }
  const usable = readings.filter(
    (reading) => !reading.problems.some((problem) => problem.code === 'language_unknown'),
  )
  if (usable.length === 0) {
    throw new CorridorError(
      problems[0]?.code ?? 'input_unreadable',
      problems.length > 1 ? `none of the ${problems.length} inputs could be used` : 'no input could be used',
      { details: { problems } },
    )
  }
  return { readings, problems }
}

function toProblem(problem: Reading['problems'][number]): Problem {
  return { code: 'language_unknown', where: problem.where, message: problem.message }
}
