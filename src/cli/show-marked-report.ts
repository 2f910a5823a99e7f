import pc from 'picocolors'
import type { ReadReports } from '../app/read-reports.ts'
import { wrapSpans } from './text-width.ts'

type Reading = ReadReports['readings'][number]
type Paint = (text: string) => string

const LEFT_TO_RIGHT = '\u2066'
const RIGHT_TO_LEFT = '\u2067'
const END = '\u2069'
const FIRST_LETTER = /\p{L}/u
const RUNS_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/**
 * The text of a report with the words of its claims marked: in turn by one of five colours, or by brackets where
 * there is no colour, with the id of the claim before them. Each line is isolated in the
 * direction of its paragraph, that of its first letter, and is at most `width` columns wide.
 */
export function showMarkedReport(reading: Reading, options: { colour: boolean; width: number }): string {
  const paint = pc.createColors(options.colour)
  const paints: readonly Paint[] = [paint.cyan, paint.yellow, paint.green, paint.magenta, paint.blue]
  const { text, claims } = reading
  const edges = new Set(claims.flatMap((claim) => claim.span))
  const ofPlace = (start: number, end: number): number =>
    claims.findIndex(({ span }) => span[0] < end && start < span[1])
  const piece = (start: number, end: number): string => {
    const at = ofPlace(start, end)
    const claim = claims[at]
    const words = text.slice(start, end)
    if (claim === undefined) return words
    const label = claim.span[0] === start ? paint.bold(`${options.colour ? '' : '['}${claim.id} `) : ''
    const close = !options.colour && claim.span[1] === end ? ']' : ''
    return (paints[at % paints.length] ?? String)(`${label}${words}${close}`)
  }
  // Labels take columns too; a line of claims holds one or two.
  const lines = wrapSpans(text, Math.max(20, options.width - 12))
  return lines
    .map(([start, end]) => {
      const cuts = [start, ...[...edges].filter((one) => one > start && one < end).sort((a, b) => a - b), end]
      const pieces = cuts.slice(1).map((cut, index) => piece(cuts[index] ?? start, cut))
      return start === end ? '' : `${directionAt(text, start)}${pieces.join('')}${END}`
    })
    .join('\n')
}

/** A line that was broken off runs as its paragraph does, whatever letter it begins with. */
function directionAt(text: string, start: number): string {
  const paragraph = text.slice(text.lastIndexOf('\n', start - 1) + 1)
  return RUNS_LEFT.test(FIRST_LETTER.exec(paragraph)?.[0] ?? '') ? RIGHT_TO_LEFT : LEFT_TO_RIGHT
}
