import { parseCalendarDate } from '../core/time.ts'

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

const OPEN_OR_DATE = /^(\.\.)?$|^\d{4}(-\d{2}|$)/

/** `2025-02-17` as `17 February 2025`; months, years and intervals likewise; other text as it stands. */
export function formatTime(iso: string): string {
  const slash = iso.indexOf('/')
  if (slash < 0) return formatPoint(iso)
  const [from, to] = [iso.slice(0, slash), iso.slice(slash + 1)]
  if (![from, to].every((end) => OPEN_OR_DATE.test(end))) return iso
  const isOpenFrom = from === '' || from === '..'
  const isOpenTo = to === '' || to === '..'
  if (isOpenFrom && isOpenTo) return 'at any time'
  if (isOpenFrom) return `until ${formatPoint(to)}`
  if (isOpenTo) return `from ${formatPoint(from)}`
  return from === to ? formatPoint(from) : `${formatPoint(from)} to ${formatPoint(to)}`
}

function formatPoint(iso: string): string {
  const day = parseCalendarDate(iso.slice(0, 10))
  if (day !== null) {
    const clock = /^T(\d{2}:\d{2})/.exec(iso.slice(10))?.[1]
    return dayFormat.format(new Date(`${day}T00:00:00Z`)) + (clock === undefined ? '' : `, ${clock}`)
  }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(iso)) return monthFormat.format(new Date(`${iso}-01T00:00:00Z`))
  return iso
}
