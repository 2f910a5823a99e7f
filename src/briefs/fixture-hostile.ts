import type { Brief } from './brief.ts'
import { fixtureBrief } from './fixture-brief.ts'

/** What somebody might put where a brief expects words. */
export const payloads = [
  '"><img src=x onerror=alert(1)><script>alert(2)</script>',
  "' onmouseover='alert(3)",
  '</style></svg></title><iframe src=//example.org></iframe>',
  '[click](javascript:alert(4)) ![x](https://example.org/pixel.png) `code` <b>',
  '\u202Edesrever\u0000\u001b[31mred\ud800',
  '=HYPERLINK("https://example.org")',
]

/** Keys whose strings are fixed words, times or references of our own; all other strings come from outside. */
const own = new Set([
  'schema_version',
  'event',
  'modality',
  'polarity',
  'type',
  'status',
  'field',
  'kind',
  'because',
])
const structural = new Set([
  'id',
  'report',
  'claim',
  'events',
  'generated_for',
  'period',
  'from',
  'to',
  'time',
])

/** The fixture with `payload` put at both ends of every string that a report, a name or a source may bring. */
export function hostileBrief(payload: string): Brief {
  const spoil = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (key === 'url') return 'javascript:alert(5)'
      if (key === 'unit' || own.has(key) || structural.has(key)) return value
      return `${payload}${value}${payload}`
    }
    if (Array.isArray(value)) return value.map((item) => spoil(item, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([inner, item]) => [inner, spoil(item, key === 'names' ? 'name' : inner)]),
    )
  }
  return spoil(fixtureBrief, '') as Brief
}
