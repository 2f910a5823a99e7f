import pc from 'picocolors'
import type { ReadReports } from '../app/read-reports.ts'

type Reading = ReadReports['readings'][number]

/** A reading for people: what is claimed, by whom, how surely, with the words. */
export function showReading(reading: Reading, options: { colour: boolean }): string {
  const paint = pc.createColors(options.colour)
  const dated =
    reading.published === null ? 'undated' : `${reading.published} (${reading.published_from ?? 'assumed'})`
  const lines = [
    paint.bold(`${reading.id}  [${reading.lang}]  ${dated}`),
    ...(reading.title === null ? [] : [isolate(reading.title)]),
    '',
  ]
  for (const claim of reading.claims) {
    const sure = `${claim.event.replaceAll('_', ' ')}, ${claim.modality.replaceAll('_', ' ')}${claim.polarity === 'negative' ? ', negative' : ''}`
    lines.push(`${paint.cyan(claim.id.padEnd(4))} ${claim.gloss}`)
    lines.push(`     ${paint.dim(sure)}${claim.time === null ? '' : paint.dim(`, ${claim.time}`)}`)
    const chain = [claim.speaker, ...claim.via.map((via) => `via ${via}`)].filter((part) => part !== null)
    if (chain.length > 0) lines.push(`     ${paint.dim(chain.join(', '))}`)
    lines.push(`     ${isolate(`“${claim.evidence}”`)}`)
    lines.push('')
  }
  if (reading.claims.length === 0) lines.push('no claim found', '')
  for (const problem of reading.problems) lines.push(paint.yellow(problem.message))
  return lines.join('\n')
}

/** Keeps a quotation in its own direction inside a left-to-right line. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
