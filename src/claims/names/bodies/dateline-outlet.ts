import type { Run } from '../name-runs.ts'
import type { NameContext, Spotting } from '../spotting.ts'

const name = "([\\p{L}][\\p{L}\\p{N} .'’&/-]{1,38}[\\p{L}\\p{N}])"

/** Where the outlet stands in a dateline, seen from the end of its place name. Anchored, so linear. */
const forms: readonly RegExp[] = [
  // CITY, 14 May 2026 (Outlet) -
  new RegExp(`^[^\\n(（]{3,40}[(（]${name}[)）]`, 'u'),
  // CITY (Outlet) -
  new RegExp(`^,? ?[(（]${name}[)）]`, 'u'),
  // CITY, 14 May 2026, «Outlet».
  new RegExp(`^[^\\n«"“/]{3,40}[«"“/]${name}[»"”/]\\s*[.–—-]`, 'u'),
  // CITY, 14 May 2026 /Outlet/ text
  new RegExp(`^[^\\n/]{3,40}/${name}/`, 'u'),
  // CITY - Outlet, 30 May 2025
  new RegExp(`^ ?[-–—] ?${name}[،,] ?\\d`, 'u'),
  // CITY. 22 March 2025. Outlet.
  new RegExp(`^[.,] [^\\n.]{0,20}\\d{4}[^\\n.]{0,8}\\. ${name}(?:\\.| [-–—]) `, 'u'),
  // 北京10月4日电（Outlet）
  /^[^\n（(]{0,16}电[（(]([\p{L}]{2,20})[)）]/u,
]

const townForm = new RegExp(
  `^\\p{Lu}[\\p{L} .'’/-]{1,30}[,.] ?(?=[^\\n(]{0,20}\\d)[\\p{L}\\p{N} .,/]{3,30}\\(${name}\\)\\s?[.:–—-]`,
  'u',
)
/** "22 March 2025, Town (Outlet)", "22 March 2025, Outlet. Text". */
const dayForms: readonly RegExp[] = [
  new RegExp(`^\\d{1,2}[^\\n(,]{4,30},\\s\\p{Lu}[\\p{L} -]{1,30}\\s?[(（][«"“„]?${name}[»"”]?[)）]`, 'u'),
  /^\d{1,2}[^\n(,.]{4,30}\d{4}[^\n(,.]{0,8},\s(\p{Lu}[\p{L}-]{2,30}(?: [\p{L}-]+)?)\.\s(?=\p{Lu})/u,
]
/** "(Outlet) - Text": the outlet alone, without a town. */
const bareForm = new RegExp(`^[(（](?=\\p{Lu})${name}[)）] ?[–—-] ?(?=\\p{Lu})`, 'u')
/** Headlines may stand before the dateline. */
const LINES = 6
const MOST_WORDS = 6

/** The outlet that a dateline credits ("CITY, date (Outlet)"); null where the text opens with none. */
export function datelineOutlet(context: NameContext, dateline: Spotting | undefined): Run | null {
  const joined = joinedHan(context)
  if (joined !== null) return joined
  if (dateline === undefined) return unplaced(context)
  const rest = context.text.slice(dateline.end, dateline.end + 120)
  for (const form of forms) {
    const found = form.exec(rest)
    const written = found?.[1]
    if (found === null || written === undefined || /\d{3}/u.test(written)) continue
    const start = dateline.end + found[0].lastIndexOf(written)
    const run = runOf(context, start, start + written.length)
    if (run !== null) return run
  }
  return null
}

function runOf(context: NameContext, start: number, end: number): Run | null {
  const from = context.tokens.findIndex((token) => token.start >= start)
  const after = context.tokens.findIndex((token) => token.start >= end)
  const to = after < 0 ? context.tokens.length : after
  return from >= 0 && to > from && to - from <= MOST_WORDS ? { from, to, start, end } : null
}

/** 新华社北京10月4日电: the outlet, the town and the day in one run at the start of a line. */
function joinedHan(context: NameContext): Run | null {
  if (context.lang !== 'zh') return null
  const found = hanForm.exec(context.text)
  return found?.[1] === undefined ? null : runOf(context, found.index, found.index + found[1].length)
}
const hanForm =
  /(?<=(?:^|\n\s*)据?)(?!据)(\p{Script=Han}{1,10}[社报网讯台])(?=\p{Script=Han}{2,10}\d{1,2}月\d{1,2}日电)/u

/** A dateline whose town is in no table: "TOWN, 14 mai 2026 (Outlet). ", at the start of one of the first lines. */
function unplaced(context: NameContext): Run | null {
  let at = 0
  for (const line of context.text.split('\n').slice(0, LINES)) {
    const head = line.slice(0, 120)
    const found =
      [townForm, ...dayForms, bareForm].map((form) => form.exec(head)).find((one) => one !== null) ?? null
    if (found?.[1] !== undefined && !/\d{3}/u.test(found[1])) {
      const start = at + found[0].lastIndexOf(found[1])
      return runOf(context, start, start + found[1].length)
    }
    at += line.length + 1
  }
  return null
}
