import { countryName } from './country-name.ts'
import { type DemonymIndex, demonymAt } from './demonyms.ts'
import { joins } from './name-tokens.ts'
import type { NameContext, Spotting } from './spotting.ts'
import type { WordLists } from './word-lists.ts'

export interface OfficeData {
  readonly demonyms: DemonymIndex
  /** ISO code -> English adjective ("Kazakh"). */
  readonly adjectives: ReadonlyMap<string, string>
  /** Canonical place name -> ISO code of the country whose seat it is. */
  readonly seats: ReadonlyMap<string, string>
  /** Folded canonical name of listed organisations -> spotting fields, so that a composed name finds its row. */
  readonly organisations: ReadonlyMap<string, { canonical: string; atlas: string }>
}

function codeOf(spotting: Spotting, data: OfficeData): string | null {
  const country = spotting.options.find((option) => option.table === 'countries')
  return country?.row ?? data.seats.get(spotting.canonical) ?? null
}

/** Country where an office names none: the dateline's, else the language's, else the last one named before it. */
function homeOf(
  context: NameContext,
  listed: readonly Spotting[],
  data: OfficeData,
): (at: number) => string | null {
  const dateline = listed.find((one) => isDateline(context, one))
  const fixed = (dateline === undefined ? null : codeOf(dateline, data)) ?? context.lexicon?.home ?? null
  if (fixed !== null) return () => fixed
  const named = listed.filter((one) => codeOf(one, data) !== null)
  return (at) => {
    const last = named.filter((one) => one.end <= at).at(-1) ?? named[0]
    return last === undefined ? null : codeOf(last, data)
  }
}

/** A place at the start of a line with a date, dash, full stop or bracket close behind it. */
export function isDateline(context: NameContext, spotting: Spotting): boolean {
  if (!['place', 'country', 'port', 'terminal'].includes(spotting.type)) return false
  const before = context.text.slice(Math.max(0, spotting.start - 2), spotting.start)
  if (before !== '' && !/\n\s*$/u.test(before) && !/^\s*$/u.test(before)) return false
  return /^[^\n]{0,3}(?:[,(.\-–—/:]|\s*\d)/u.test(context.text.slice(spotting.end, spotting.end + 6))
}

/** Ministries and state offices: "Kazakhstan's Energy Ministry" is the Kazakh Energy Ministry. */
export function findOffices(
  context: NameContext,
  lists: WordLists,
  listed: readonly Spotting[],
  data: OfficeData,
): Spotting[] {
  const { tokens, forms, lexicon } = context
  const found: Spotting[] = []
  const canJoin = (i: number): boolean => {
    const previous = tokens[i - 1]
    const here = tokens[i]
    return previous !== undefined && here !== undefined && joins(previous, here)
  }
  const home = homeOf(context, listed, data)
  for (let i = 0; i < tokens.length; i++) {
    const hit = lists.offices.hitsAt(forms, i, canJoin).at(-1)
    const office = hit?.payloads[0]
    const first = tokens[i]
    const last = hit === undefined ? undefined : tokens[hit.to - 1]
    if (hit === undefined || office === undefined || first === undefined || last === undefined) continue
    if (first.script === 'latin' && !tokens.slice(i, hit.to).some((token) => token.isCapital)) continue
    let start = first.start + (first.offsets[hit.shift] ?? 0)
    let end = last.end
    let from = i
    let to = hit.to
    let code: string | null = null
    const ahead =
      listed.find(
        (one) => one.to === i && codeOf(one, data) !== null && near(context.text.slice(one.end, start)),
      ) ??
      listed.find(
        (one) =>
          one.to === i - 1 &&
          codeOf(one, data) !== null &&
          /^['’]s $/u.test(context.text.slice(one.end, start)),
      )
    const ahead2 = i > 0 ? demonymEndingAt(context, i, data.demonyms) : null
    if (ahead !== undefined && lexicon?.data.name_side !== 'after') {
      code = codeOf(ahead, data)
      start = ahead.start
      from = ahead.from
    } else if (ahead2 !== null) {
      code = ahead2.code
      start = ahead2.start
      from = ahead2.from
    } else {
      const behind = behindOffice(context, lists, hit.to, listed, data)
      if (behind !== null) {
        code = behind.code
        end = behind.end
        to = behind.to
      }
    }
    const country = code ?? home(start)
    if (country === null || (office.needsCountry && code === null)) continue
    const canonical = `${data.adjectives.get(country) ?? countryName(country)} ${office.english}`
    const known = data.organisations.get(canonical.toLowerCase())
    found.push({
      start,
      end,
      from,
      to,
      canonical: known?.canonical ?? canonical,
      type: 'organisation',
      atlas: known?.atlas ?? null,
      match: 'pattern',
      score: code === null ? 0.6 : 0.85,
      options: [],
    })
    i = hit.to - 1
  }
  return found
}

const near = (gap: string): boolean => /^(?:['’]s)?[\s\-'’]{0,2}$/u.test(gap)

function demonymEndingAt(context: NameContext, i: number, index: DemonymIndex) {
  for (let back = 1; back <= 3 && i - back >= 0; back++) {
    const found = demonymAt(context.tokens, i - back, index, context.lexicon)
    if (found !== null && found.to === i) return { ...found, from: i - back }
  }
  return null
}

function behindOffice(
  context: NameContext,
  lists: WordLists,
  from: number,
  listed: readonly Spotting[],
  data: OfficeData,
) {
  const { tokens, lexicon } = context
  for (let at = from; at < from + 3; at++) {
    const token = tokens[at]
    if (token === undefined || !/^[\s'’ ]{0,2}$/u.test(token.gap)) return null
    const demonym = demonymAt(tokens, at, data.demonyms, lexicon)
    if (demonym !== null) return { code: demonym.code, end: demonym.end, to: demonym.to }
    const named = listed.filter((one) => one.from === at && codeOf(one, data) !== null).at(-1)
    const code = named === undefined ? null : codeOf(named, data)
    if (named !== undefined && code !== null) return { code, end: named.end, to: named.to }
    if (!lists.connectors.has(token.fold)) return null
  }
  return null
}
