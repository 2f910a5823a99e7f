import type { Run } from './name-runs.ts'
import type { NameContext, Spotting } from './spotting.ts'

const name = "([\\p{L}][\\p{L}\\p{N} .'’&/-]{1,38}[\\p{L}\\p{N}])"

/** Where the outlet stands in a dateline, seen from the end of its place name. Anchored, so linear. */
const forms: readonly RegExp[] = [
  // CITY, 14 May 2026 (Outlet) -
  new RegExp(`^[^\\n(（]{3,40}[(（]${name}[)）]`, 'u'),
  // CITY (Outlet) -
  new RegExp(`^,? ?[(（]${name}[)）]`, 'u'),
  // CITY, 14 May 2026, «Outlet».
  new RegExp(`^[^\\n«"“]{3,40}[«"“]${name}[»"”]\\s*[.–—-]`, 'u'),
  // CITY - Outlet, 30 May 2025
  new RegExp(`^ ?[-–—] ?${name}[،,] ?\\d`, 'u'),
  // CITY. 22 March 2025. Outlet.
  new RegExp(`^[.,] [^\\n.]{0,20}\\d{4}[^\\n.]{0,8}\\. ${name}\\. `, 'u'),
  // 北京10月4日电（Outlet）
  /^[^\n（(]{0,16}电[（(]([\p{L}]{2,20})[)）]/u,
]

/** The outlet that a dateline credits ("CITY, date (Outlet)"); null where the text opens with none. */
export function datelineOutlet(context: NameContext, dateline: Spotting | undefined): Run | null {
  if (dateline === undefined) return null
  const rest = context.text.slice(dateline.end, dateline.end + 120)
  for (const form of forms) {
    const found = form.exec(rest)
    const written = found?.[1]
    if (found === null || written === undefined || /\d{3}/u.test(written)) continue
    const start = dateline.end + found[0].lastIndexOf(written)
    const end = start + written.length
    const from = context.tokens.findIndex((token) => token.start >= start)
    const after = context.tokens.findIndex((token) => token.start >= end)
    const to = after < 0 ? context.tokens.length : after
    if (from >= 0 && to > from && to - from <= 6) return { from, to, start, end }
  }
  return null
}
