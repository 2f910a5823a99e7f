import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

export function roleLabel(
  marks: Marks,
  region: Span,
  role: { readonly start: number; readonly cue: { readonly value: string | null } },
  named: string | null,
): string {
  const qualifiers = cuesIn(marks, region, 'qualifier').map((one) => one.cue.value ?? '')
  const countries = marks.implied.within(region.start, region.end).map((one) => one.canonical)
  const owner = named ?? [...new Set(countries)].join(' and ')
  const isCounted = qualifiers.some((word) => COUNTS.has(word))
  const what = role.cue.value ?? 'speaker'
  // "two unnamed Turkey energy officials": how many and how, then whose, then of what.
  const kinds = [...new Set(qualifiers)]
  const leading = kinds
    .filter((word) => !FIELDS.has(word))
    .sort((a, b) => Number(COUNTS.has(b)) - Number(COUNTS.has(a)))
  const fields = kinds.filter((word) => FIELDS.has(word))
  return [...leading, owner, ...fields, isCounted ? plural(what) : what]
    .filter((word) => word !== '')
    .join(' ')
}

const COUNTS = new Set(['two', 'three'])
const FIELDS = new Set(['energy', 'port', 'customs', 'industry', 'diplomatic', 'government', 'market'])

const plural = (what: string): string =>
  /(?:s|data|men)$/u.test(what) ? what : `${what}s`.replace(/mans$/u, 'men')
