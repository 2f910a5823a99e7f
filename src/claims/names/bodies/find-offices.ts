import { joinsAt } from '../name-tokens.ts'
import type { PhraseHit } from '../phrase-index.ts'
import { countryName } from '../places/country-name.ts'
import { type DemonymIndex, demonymAt, type Implied } from '../places/demonyms.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { Office, WordLists } from '../word-lists.ts'

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

const REGION = / (?:Territory|Oblast|Region|Krai|Autonomous Okrug|Province)$/u

/** Whether an office of this country is listed. */
type IsOffice = (code: string) => boolean
type Home = (at: number, whose: 'theirs' | 'of the country' | null, isOffice: IsOffice) => string | null

/**
 * Country where an office names none: the dateline's, else the language's unless the text names others alone, else
 * the last one named before it, by a name or an adjective, that is not where something goes to. Null where the text
 * before names none.
 */
function homeOf(context: NameContext, lists: WordLists, listed: readonly Spotting[], data: OfficeData): Home {
  const lines = listed.filter((one) => isDateline(context, one))
  // "Iran, Iraq agree …" begins as a dateline does; the day tells.
  const dateline =
    lines.find((one) => /^[^\n]{0,30}\d/u.test(context.text.slice(one.end, one.end + 32))) ??
    lines.find((one) => one.type !== 'country')
  const seat = dateline === undefined ? null : codeOf(dateline, data)
  const named = listed.flatMap((one) => {
    const code = codeOf(one, data)
    const before = context.tokens[one.from - 1]
    const isGoal = before !== undefined && one.from > 0 && lists.toward.has(before.fold)
    return code === null || isGoal ? [] : [{ code, end: one.end }]
  })
  // Spanish "China" is a country and an adjective.
  const implied = context.adjectives.filter(
    (one) =>
      !listed.some((thing) => thing.start < one.end && one.start < thing.end) &&
      !isOfPlant(context, lists, one),
  )
  const all = [...named, ...implied].sort((a, b) => a.end - b.end)
  const own = context.lexicon?.home ?? null
  const tellsOfAbroad = context.lexicon?.tellsOfAbroad ?? false
  const speaksOfOwn = all.some((one) => one.code === own)
  return (at, whose, isOffice) => {
    const last = all.findLast((one) => one.end <= at)?.code ?? null
    // A German text of Iraq and Turkey alone speaks of no German ministry; one of Russian gas may.
    const speaksOfOthers = tellsOfAbroad && !speaksOfOwn && named.some((one) => one.end <= at)
    const fixed = seat ?? (speaksOfOthers ? null : own)
    if (whose === 'theirs') return last ?? fixed
    // "the ministry of the country": of the dateline, else of the country that the text speaks of.
    if (whose === 'of the country') return seat ?? mostNamed(all.filter((one) => one.end <= at)) ?? fixed
    // Turkey has no ministry of oil: one named in Turkish after Iran is that of Iran.
    const isOther = fixed !== null && last !== null && !isOffice(fixed) && isOffice(last)
    return isOther ? last : (fixed ?? last)
  }
}

/** "the Turkish port of X": whose ground something leads to is not who speaks of it. */
function isOfPlant({ tokens, forms }: NameContext, lists: WordLists, adjective: Implied): boolean {
  const [first, next] = [indexFrom(tokens, adjective.start), indexFrom(tokens, adjective.end)]
  return [first - 1, next].some((at) => lists.heads.hitsAt(forms, at, () => false).length > 0)
}

/** The first token from a place of the text on. */
function indexFrom(tokens: NameContext['tokens'], place: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? place) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The code named most often; of equals the last. */
function mostNamed(named: readonly { readonly code: string }[]): string | null {
  const counts = new Map<string, number>()
  let best: string | null = null
  for (const { code } of named) {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    if (best === null || count >= (counts.get(best) ?? 0)) best = code
  }
  return best
}

/** A place at the start of a line with a date, dash, full stop or bracket close behind it. */
export function isDateline(context: NameContext, spotting: Spotting): boolean {
  if (!['place', 'country', 'port', 'terminal'].includes(spotting.type)) return false
  const before = context.text.slice(Math.max(0, spotting.start - 2), spotting.start)
  if (before !== '' && !/\n\s*$|^\s*$/u.test(before)) return false
  return /^[^\n]{0,3}(?:[,(.\-–—/:]|\s*\d)/u.test(context.text.slice(spotting.end, spotting.end + 6))
}

/** Ministries and state offices: "Kazakhstan's Energy Ministry" is the Kazakh Energy Ministry. */
export function findOffices(
  context: NameContext,
  lists: WordLists,
  listed: readonly Spotting[],
  data: OfficeData,
): Spotting[] {
  const { tokens, forms } = context
  const found: Spotting[] = []
  const canJoin = joinsAt(tokens)
  /** "the ministry of energy" after "Kazakhstan's energy ministry" is the same one. */
  const named = new Map<string, string>()
  let homes: Home | undefined
  const home: Home = (at, whose, isOffice) => {
    homes ??= homeOf(context, lists, listed, data)
    return homes(at, whose, isOffice)
  }
  const nameOf = (country: string | null, english: string): string =>
    country === null ? english : `${data.adjectives.get(country) ?? countryName(country)} ${english}`
  /** "its ministry", "the ministry of the country": of the country spoken of last. */
  const isTheirs = (token: NameContext['tokens'][number] | undefined): boolean =>
    lists.possessives.has(token?.fold ?? '')
  for (let i = 0; i < tokens.length; i++) {
    const word = forms[i]
    if (word === undefined || !lists.offices.mayBeginWith(word)) continue
    const parted = partedOffice(context, lists, i, canJoin, data)
    const hit = parted ?? lists.offices.longestAt(forms, i, canJoin)
    const office = hit?.payloads[0]
    const first = tokens[i]
    const last = hit === undefined ? undefined : tokens[hit.to - 1]
    if (hit === undefined || office === undefined || first === undefined || last === undefined) continue
    let start = first.start + (first.offsets[hit.shift] ?? 0)
    let end = last.end
    let from = i
    let to = hit.to
    let code: string | null = parted?.code ?? null
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
    // 奥伦堡州政府: the government of a region is not that of its country.
    if (ahead?.type === 'place' && REGION.test(ahead.canonical)) continue
    const ahead2 = i > 0 ? demonymEndingAt(context, i, data.demonyms) : null
    if (parted !== null) from = i
    else if (ahead !== undefined && context.lexicon?.data.name_side !== 'after') {
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
    if (office.needsCountry && (code === null || isApposed(context, to))) continue
    const country =
      code ??
      office.country ??
      named.get(office.english) ??
      home(
        start,
        isTheirs(tokens[i - 1]) ? 'theirs' : isTheirs(tokens[hit.to]) ? 'of the country' : null,
        (other) => data.organisations.has(nameOf(other, office.english).toLowerCase()),
      )
    // Where none says whose it is, it stays that of the first guess until another is named.
    if (country !== null) named.set(office.english, country)
    const canonical = nameOf(country, office.english)
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

/** "ministère *kazakh* de l'énergie": an office with an adjective behind its first word. */
function partedOffice(
  context: NameContext,
  lists: WordLists,
  i: number,
  canJoin: (i: number) => boolean,
  data: OfficeData,
): (PhraseHit<Office> & { readonly code: string }) | null {
  const { tokens, forms } = context
  if (!lists.officeStarts.has(tokens[i]?.fold ?? '') || !canJoin(i + 1)) return null
  const demonym = demonymAt(context, i + 1, data.demonyms)
  const first = forms[i]
  if (demonym === null || first === undefined || demonym.to >= tokens.length) return null
  const rest = [first, ...forms.slice(demonym.to, demonym.to + LONGEST_OFFICE)]
  const hit = lists.offices.longestAt(rest, 0, (k) => canJoin(demonym.to + k - 1))
  if (hit === undefined || hit.to < 2) return null
  const { shift, isExact, payloads } = hit
  return { from: i, to: demonym.to + hit.to - 1, shift, isExact, payloads, code: demonym.code }
}

const LONGEST_OFFICE = 8

/** "Greek grid operator ADMIE": the name behind says who it is. */
function isApposed(context: NameContext, to: number): boolean {
  const next = context.tokens[to]
  return next?.isCapital === true && next.gap === ' '
}

const near = (gap: string): boolean => /^(?:['’]s)?[\s\-'’]{0,2}$/u.test(gap)

function demonymEndingAt(context: NameContext, i: number, index: DemonymIndex) {
  for (let back = 1; back <= 3 && i - back >= 0; back++) {
    const found = demonymAt(context, i - back, index)
    if (found !== null && found.to === i) return { from: i - back, ...found }
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
  const { tokens } = context
  for (let at = from; at < from + 3; at++) {
    const token = tokens[at]
    if (token === undefined || !/^[\s'’ ]{0,2}$/u.test(token.gap)) return null
    const demonym = demonymAt(context, at, data.demonyms)
    if (demonym !== null) return { code: demonym.code, end: demonym.end, to: demonym.to }
    const named = listed.filter((one) => one.from === at && codeOf(one, data) !== null).at(-1)
    const code = named === undefined ? null : codeOf(named, data)
    if (named !== undefined && code !== null) return { code, end: named.end, to: named.to }
    if (!lists.connectors.has(token.fold)) return null
  }
  return null
}
