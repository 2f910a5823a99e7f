import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

export interface Dateline extends Span {
  readonly outlet: string | null
}

/** Place and outlet before the day; Han characters count one each. */
const PLACE_WORDS = 6
const REACH = 60
const LONGEST = 90
/** 电, "by wire", closes a Chinese dateline, with or without the outlet behind it. */
const WIRED = /^电\s*(?:[(（]([^)）\n]{2,50})[)）])?\s*/u
const ALONE = /^(?:,\s)?(\p{Lu}[\p{L}-]*(?:\.\p{L}{2,4})?(?: [\p{L}-]+){0,2})(\.|\s[-–—])\s/u

/** "5 June 2026 /Agency/", "5 June 2026 года. /Agency/ - ". */
const SLASHED = /^[^\n()（）«»–—/]{0,9}\s*\/([^/\n]{2,40})\/\s*(?:\.\s*)?(?:[-–—]\s*)?/u
/** "5 June 2026, Town (Paper). ". */
const PLACED =
  /^[^\n()（）«»–—,/]{0,6},\s\p{Lu}[\p{L}\s-]{1,30}\s?[(（][«"“„]?([^)）\n»"”]{2,50})[»"”]?[)）]\s*(?:\.\s*[-–—]?|[.–—-]|:)\s*/u
const PLAIN =
  /^[^\n.()（）«»–—-]{0,6}(?:[(（]([^)）\n]{2,50})[)）]|,?\s*[–—-]?\s*«([^»\n]{2,40})»)?\s*(?:电)?(?:[(（]([^)）\n]{2,50})[)）])?\s*(?:\.\s*[-–—]|[.–—-]|:)?\s*/u

/**
 * "ROME, March 3, 2025 (Harbour Ledger) - ": place, day and outlet before the first sentence, or null. The
 * outlet is the name found there, else what stands in brackets or quotation marks.
 */
export function findDateline(marks: Marks, line: Span): Dateline | null {
  const alone = ownLine(marks, line)
  if (alone !== null) return alone
  const dated = datedLine(marks, line)
  const undated = dated === null || dated.outlet === null ? undatedLine(marks, line) : null
  return undated !== null && (dated === null || undated.end >= dated.end) ? undated : dated
}

/** "TOWN (Agency) - ", "TOWN/TOWN (agency/paper). ", "TOWN – Outlet: ". */
const BRACKETED = /^[^\n()（）«»"“”:]{2,45}[(（]([^)）\n]{2,40})[)）]\s*[.:]?\s*[-–—:]+\s*/u
const COLON = /^\p{L}[^\n()（）«»"“”:.,،]{1,25}\s[-–—]\s([^\n()（）«»"“”:.،,]{3,40})[:：]\s+/u
/** A town in capitals and a dash or a colon: "MERSİN - ", "ISLAMABAD: ". */
const CAPITALS = /^[\p{Lu}][\p{Lu}\s/-]{2,30}(?:\s[-–—]|:(?=\s\p{Lu}))\s+/u
/** "Town | Text": a place and a bar. */
const BARRED = /^\p{Lu}[\p{L}.\s-]{1,28}\s[|•]\s+/u
/** "ASTANA. Agency — ": the town as a sentence of its own. */
const STOPPED = /^\p{Lu}[\p{Lu}\s-]{2,30}\.\s(\p{Lu}[^\n()«»"“”:.,]{1,30}?)\s[-–—]\s+/u

/** "(Agency) - TOWN, 3 MAR - ", "(Agency) TOWN – ": the agency first. */
const AGENCY_FIRST =
  /^[(（]([^)）\n]{2,30})[)）]\s*(?:[-–—]\s*)?\p{Lu}[\p{L}'’ ]{1,25}(?:,\s[^\n–—-]{1,20})?\s?[-–—]\s+/u

/** "MOSCOW, March 5. /Agency/. ": the outlet between strokes. */
const STROKES = /^[^\n()«»"“”:]{2,45}\s\/([^\n/]{2,30})\/\.?\s*(?:[-–—]+\s*)?/u

/** "(Agency) - Text", "Agency - Text": of an outlet that is known, with no town. */
const BARE = /^(?:[(（]([^)）\n]{2,30})[)）]\s*(?:[-–—]+|[.:])\s*|(\p{L}[\p{L}. ]{1,24})\s[-–—]\s+)(?=\p{L})/u

const OWN_LINE = 45

/** "Agency- Town", "Town – Agency", alone on a line: of an outlet that is known. */
function ownLine(marks: Marks, line: Span): Dateline | null {
  if (line.end - line.start > OWN_LINE || !/[-–—/|(]/u.test(marks.text.slice(line.start, line.end)))
    return null
  if (!/^\s*(?:\n|$)/u.test(marks.text.slice(line.end, line.end + 2))) return null
  if (marks.tokens.countWithin(line.start, line.end) > PLACE_WORDS) return null
  if (cuesIn(marks, line, 'event:').length + cuesIn(marks, line, 'speech:verbs').length > 0) return null
  const named = marks.mentions
    .within(line.start, line.end)
    .find((one) => marks.outlets.has(one.entity.canonical))
  return named === undefined ? null : { start: line.start, end: line.end, outlet: named.entity.canonical }
}

function bareOutlet(marks: Marks, line: Span): Dateline | null {
  const found = BARE.exec(marks.text.slice(line.start, line.start + LONGEST))
  const written = found?.[1] ?? found?.[2]
  if (found === null || written === undefined) return null
  const end = line.start + found[0].length
  const at = line.start + found[0].indexOf(written)
  const named = marks.mentions
    .within(at, at + written.length)
    .find(
      (one) => one.start === at && one.end === at + written.length && marks.outlets.has(one.entity.canonical),
    )
  return named === undefined ? null : { start: line.start, end, outlet: named.entity.canonical }
}

function barred(marks: Marks, line: Span, text: string): RegExpExecArray | null {
  const found = BARRED.exec(text)
  const first = marks.mentions.firstWithin(line.start, line.start + (found?.[0].length ?? 0))
  const isPlace = first?.start === line.start && ['place', 'country', 'port'].includes(first.entity.type)
  return isPlace ? found : null
}

function undatedLine(marks: Marks, line: Span): Dateline | null {
  const text = marks.text.slice(line.start, Math.min(line.end, line.start + LONGEST))
  const close =
    AGENCY_FIRST.exec(text) ??
    BRACKETED.exec(text) ??
    STROKES.exec(text) ??
    COLON.exec(text) ??
    CAPITALS.exec(text) ??
    barred(marks, line, text) ??
    STOPPED.exec(marks.text.slice(line.start, line.start + LONGEST))
  if (close === null) return bareOutlet(marks, line)
  const span = { start: line.start, end: line.start + close[0].length }
  const place =
    close[1] === undefined ? span : { start: line.start, end: line.start + close[0].indexOf(close[1]) }
  if (marks.tokens.countWithin(place.start, place.end) > PLACE_WORDS) return null
  if (cuesIn(marks, place, 'speech:').length + cuesIn(marks, place, 'event:').length > 0) return null
  const named = marks.mentions
    .within(span.start, span.end)
    .find((one) => marks.outlets.has(one.entity.canonical))?.entity.canonical
  // An unknown name between a town and a colon may be anything.
  if (named === undefined && COLON.test(text) && !BRACKETED.test(text)) return null
  return { outlet: whole(close[1], named), ...span }
}

/** "(Agency-Markets)" is an outlet of its own beside the Agency. */
function whole(bracketed: string | null | undefined, named: string | undefined): string | null {
  const isPart = named !== undefined && bracketed?.startsWith(`${named}-`) === true
  return (isPart ? bracketed : named) ?? bracketed ?? null
}

/** Before a full stop any name but a place may be the outlet; before a dash only one that is known. */
function isOutletHere(marks: Marks, at: number, found: RegExpExecArray): boolean {
  const names = marks.mentions.within(at, at + found[0].length)
  if (names.some((one) => marks.outlets.has(one.entity.canonical))) return true
  const isSubject = names.some((one) => one.entity.type !== 'organisation')
  return found[2] === '.' && !isSubject
}

function datedLine(marks: Marks, line: Span): Dateline | null {
  const date = marks.dates.firstWithin(line.start, line.start + REACH)
  if (date?.iso === undefined || date.iso === null || !/^\d{4}-\d{2}-\d{2}$/u.test(date.iso)) return null
  const before = { start: line.start, end: date.start }
  const says = cuesIn(marks, before, 'speech:').length + cuesIn(marks, before, 'event:').length > 0
  // A name counts as one word, however many Han characters it has.
  const places = marks.mentions.within(before.start, before.end)
  const words = marks.tokens
    .within(before.start, before.end)
    .filter((token) => !places.some((one) => token.start >= one.start && token.end <= one.end))
  if (says || words.length > PLACE_WORDS) return null
  const rest = marks.text.slice(date.end, date.end + LONGEST)
  const close = WIRED.exec(rest) ?? SLASHED.exec(rest) ?? PLACED.exec(rest) ?? PLAIN.exec(rest)
  const bracketed = close?.[1] ?? close?.[2] ?? close?.[3] ?? null
  // "5 червня 2024 року. Портовий листок. …": the outlet as a sentence of its own
  const stop = date.end + (close?.[0].length ?? 0)
  const written = bracketed === null ? ALONE.exec(marks.text.slice(stop, stop + LONGEST)) : null
  const alone = written !== null && isOutletHere(marks, stop, written) ? written : null
  const end = stop + (alone?.[0].length ?? 0)
  if (!/[.–—\-:)）/电]\s*$/u.test(marks.text.slice(date.start, end))) return null
  const named = marks.mentions.within(line.start, end).find((one) => marks.outlets.has(one.entity.canonical))
    ?.entity.canonical
  const dash = /[\p{L}]\s+[-–—]\s+([\p{L}][\p{L} ]{2,30})[،,]/u.exec(
    marks.text.slice(line.start, date.start),
  )?.[1]
  return {
    start: line.start,
    end,
    outlet: whole(bracketed, named) ?? dash ?? alone?.[1] ?? null,
  }
}
