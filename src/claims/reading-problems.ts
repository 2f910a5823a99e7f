import type { Report } from '../reports/report.ts'
import type { Quantity, Reading } from './claim.ts'
import { findDisagreements } from './quantities/find-disagreements.ts'
import type { QuantityLexicon } from './quantities/unit-lexicon.ts'

type Problem = Reading['problems'][number]

/** A report whose language no lexicon knows, or whose few words do not show their language (`und`). */
export function languageUnknown({ id, lang }: Report, known: readonly string[]): Problem {
  const why =
    lang === 'und'
      ? 'its words are too few to tell the language: pass it as .json with "lang" beside "text"'
      : `no lexicon for language '${lang}': read are ${known.join(', ')}; another is a folder in --lexicons (docs/adding-a-language.md)`
  return { code: 'language_unknown', where: id, message: `${id}: ${why}` }
}

/**
 * The limit of one report. Time grows with length, so a bound on length is a bound on time, and the same text
 * always gives the same reading, which no clock could promise.
 */
export const MOST_CHARACTERS = 300_000

export function tooLong(report: Report): Problem {
  const message = `${report.id}: ${report.text.length} characters are more than one report holds; the first ${MOST_CHARACTERS} were read: split the file into its reports.`
  return { code: 'report_too_long', where: report.id, message }
}

/** One line for each pair of amounts that the report gives for one thing and that cannot both be true. */
export function disagreements(
  report: Report,
  quantities: readonly Quantity[],
  equals: QuantityLexicon['units']['equals'],
): Problem[] {
  return findDisagreements(report.text, quantities, equals).map(({ first, second }) => ({
    code: 'quantities_disagree',
    where: report.id,
    message: `${report.id}: "${first.surface}" and "${second.surface}" are given for one amount and cannot both be true: check the report before using either.`,
  }))
}
