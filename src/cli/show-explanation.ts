import pc from 'picocolors'
import type { ReadReports } from '../app/read-reports.ts'
import { CorridorError } from '../core/errors.ts'

type Reading = ReadReports['readings'][number]
type Trace = ReadReports['traces'] extends ReadonlyMap<string, readonly (infer T)[]> ? T : never
type Cue = Trace['event']['cues'][number]

/**
 * Why the claims of a reading are as they are, field by field: the rule, and each cue with the list of the
 * lexicon that it stands in and the words that it met. Throws `name_not_found` where no claim has the id.
 */
export function showExplanation(
  reading: Reading,
  traces: readonly Trace[],
  options: { claim: string | null; colour: boolean },
): string {
  const paint = pc.createColors(options.colour)
  const shown = traces.filter((trace) => options.claim === null || trace.claim === options.claim)
  if (shown.length === 0 && options.claim !== null) {
    throw new CorridorError(
      'name_not_found',
      `${reading.id}: no claim "${options.claim}" of the embedded reader`,
      {
        details: { suggestions: traces.map((trace) => trace.claim) },
      },
    )
  }
  const cue = ({ file, list, pattern, surface }: Cue): string =>
    `       lexicons/${reading.lang}/${file}.yaml ${list}: “${pattern}” ← ${isolate(surface)}`
  const lines = shown.flatMap((trace) => {
    const claim = reading.claims.find((one) => one.id === trace.claim)
    if (claim === undefined) return []
    const { event, certainty, speaker, time } = trace
    const who = [claim.speaker ?? 'the report', ...claim.via.map((via) => `via ${via}`)]
      .map(isolate)
      .join(', ')
    return [
      `${paint.cyan(claim.id)} ${isolate(`“${claim.evidence}”`)}`,
      `     ${paint.bold('event')} ${claim.event}: ${event.rule === null ? 'no rule met' : `rule ${event.rule} (priority ${event.priority})`}`,
      ...event.cues.map(cue),
      `     ${paint.bold('certainty')} ${claim.modality}, ${claim.polarity}: ${certainty.rule}`,
      ...certainty.cues.map(cue),
      `     ${paint.bold('speaker')} ${who}: ${speaker.by ?? 'nobody is named'}${speaker.frame === null ? '' : `, in ${isolate(`“${speaker.frame.surface}”`)}`}`,
      ...speaker.cues.map(cue),
      `     ${paint.bold('time')} ${claim.time ?? 'none'}${time.from === null ? '' : `: from the ${time.from}`}${datesOf(reading, claim)}`,
      `     ${paint.bold('assets')} ${claim.assets.length === 0 ? 'none' : ''}`.trimEnd(),
      ...trace.assets.flatMap((asset) => [
        `       ${isolate(asset.name)}: ${asset.by}`,
        ...asset.cues.map(cue),
      ]),
      '',
    ]
  })
  return lines.length === 0 ? 'no claim of the embedded reader to explain\n' : lines.join('\n')
}

/** The words of dates in a claim, each with what was read of it: so that a wrong time is found in the text. */
function datesOf(reading: Reading, { span: [start, end] }: Reading['claims'][number]): string {
  const dates = reading.dates.filter((date) => date.start >= start && date.end <= end)
  return dates.map(({ surface, iso }) => `; ${isolate(`“${surface}”`)} is ${iso ?? 'unresolved'}`).join('')
}

/** Keeps words of any script in their own direction inside a left-to-right line. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
