import type { EntityType } from '../../claim.ts'
import { baseOfCanonical } from '../base-of-canonical.ts'
import type { NameEntry } from '../name-entry.ts'
import { capitalRun, capitalRunBefore, quotedRun, type Run, withQuotes } from '../name-runs.ts'
import { joins, joinsAt } from '../name-tokens.ts'
import { nearestBySkeleton } from '../nearest-by-skeleton.ts'
import { plainForm } from '../spelling/plain-form.ts'
import { type NameContext, type Spotting, spottingAt } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'
import { adjectiveName } from './adjective-name.ts'
import { demonymAt } from './demonyms.ts'
import { lentBehindOwner } from './lent-behind-owner.ts'
import { lentByPlace } from './lent-by-place.ts'
import { placeBeforeJoint, placeBehindOwner } from './place-beyond.ts'
import { type HeadHit, listedWithout, placeForms } from './place-forms.ts'

/** Types that a place may lend its name to: "refinery in X" is the X refinery. */
const placed: ReadonlySet<EntityType> = new Set(['station', 'refinery', 'terminal', 'port', 'plant', 'field'])

function findHeads(context: NameContext, lists: WordLists): HeadHit[] {
  const { tokens, forms } = context
  const hits: HeadHit[] = []
  const canJoin = joinsAt(tokens)
  for (let i = 0; i < tokens.length; i++) {
    const best = lists.heads.longestAt(forms, i, canJoin)
    const head = best?.payloads[0]
    if (best === undefined || head === undefined) continue
    hits.push({ head, from: i, to: best.to })
    i = best.to - 1
  }
  return hits
}

/** The listed thing of the head's type that a name beside it stands for, or null. */
function optionFor(context: NameContext, spotting: Spotting, type: EntityType): NameEntry | null {
  const own = spotting.options.find((option) => option.type === type)
  if (own !== undefined) return own
  const { byBase, namesakes } = context.index
  for (const option of spotting.options) {
    const based = byBase.get(baseOfCanonical(option.canonical))?.find((entry) => entry.type === type)
    if (based !== undefined) return based
    const namesake = namesakes.get(option.canonical)?.find((entry) => entry.type === type)
    if (namesake !== undefined) return namesake
  }
  return null
}

function span(
  context: NameContext,
  hit: HeadHit,
  name: { from: number; to: number; start: number; end: number },
) {
  const first = context.tokens[Math.min(hit.from, name.from)]
  const last = context.tokens[Math.max(hit.to, name.to) - 1]
  const quoted = withQuotes(context.text, name)
  return {
    start: Math.min(first?.start ?? name.start, quoted.start),
    end: Math.max(last?.end ?? name.end, quoted.end),
    from: Math.min(hit.from, name.from),
    to: Math.max(hit.to, name.to),
  }
}

function fromListed(context: NameContext, hit: HeadHit, name: Spotting, isApart = false): Spotting | null {
  const where = span(context, hit, name)
  const keepsInner = isApart && name.type === 'place'
  const option = optionFor(context, name, hit.head.type)
  if (option !== null) {
    return spottingAt(where, {
      canonical: option.canonical,
      type: option.type,
      atlas: `${option.table}/${option.row}`,
      match: name.match,
      score: name.score,
      options: [option],
      keepsInner,
    })
  }
  const { type, english } = hit.head
  // "das Schwarzmeer-Terminal", "the largest refinery in Africa": on a sea and on a continent lie many.
  const [place] = name.options
  if (place?.table === 'places' && place.seat === undefined) return null
  if (!placed.has(type) || (name.type !== 'place' && name.type !== 'port')) return null
  const canonical = type === 'port' ? name.canonical : `${name.canonical} ${english}`
  const unlisted = { atlas: null, match: 'pattern', score: 0.7, options: [] } as const
  return spottingAt(where, { canonical, type, keepsInner, ...unlisted })
}

function fromUnknown(context: NameContext, lists: WordLists, hit: HeadHit, run: Run): Spotting | null {
  for (let i = run.from; i < run.to; i++) {
    if (demonymAt(context, i, lists.demonyms) !== null) return null
    if (lists.heads.hitsAt(context.forms, i, () => false).length > 0) return null
  }
  // "the head of the refinery Rumen Petrov"
  const isPerson = run.to - run.from > 1 && lists.givenNames.has(context.tokens[run.from]?.fold ?? '')
  if (isPerson && quotedRun(context, run.from) === null) return null
  const written = context.text.slice(run.start, run.end)
  if (written.length < 3 && context.lexicon?.script !== 'han') return null
  const where = span(context, hit, run)
  const whole = listedWithout(context, hit, run)
  if (whole !== null) {
    const atlas = `${whole.table}/${whole.row}`
    const { canonical, type } = whole
    return spottingAt(where, { canonical, type, atlas, match: 'inflected', score: 0.9, options: [whole] })
  }
  const spelling = context.lexicon?.data.romanise
  const near =
    lentByPlace(context.index, placeForms(context, run), { type: hit.head.type, spelling }) ??
    nearestBySkeleton(written, { spelling, index: context.index, types: [hit.head.type] })
  if (near !== null) return spottingAt(where, bySkeleton(near))
  if (hit.head.isListedOnly) return null
  if (context.lexicon?.script === 'arabic' && quotedRun(context, run.from) === null) return null
  const name = plainForm(written, context.lexicon?.data.romanise)
  return spottingAt(where, {
    canonical: `${name} ${hit.head.english}`,
    type: hit.head.type,
    atlas: null,
    match: 'pattern',
    score: 0.6,
    options: [],
  })
}

function bySkeleton({ entry, score }: NonNullable<ReturnType<typeof lentByPlace>>) {
  const { canonical, type } = entry
  const match = 'skeleton' as const
  return { canonical, type, atlas: `${entry.table}/${entry.row}`, match, score, options: [entry] }
}

/**
 * Names beside a type word: "pumping station X", "X refinery", "терминал «X»". A listed name takes the type of the
 * word; a place lends its name; an unknown name is looked up by its sound, else kept romanised.
 */
export function findHeaded(context: NameContext, lists: WordLists, listed: readonly Spotting[]): Spotting[] {
  const found: Spotting[] = []
  const startsAt = new Map<number, Spotting>()
  const endsAt = new Map<number, Spotting>()
  for (const spotting of listed) {
    const longer = startsAt.get(spotting.from)
    if (longer === undefined || longer.end < spotting.end) startsAt.set(spotting.from, spotting)
    const earlier = endsAt.get(spotting.to)
    if (earlier === undefined || earlier.start > spotting.start) endsAt.set(spotting.to, spotting)
  }
  for (const hit of findHeads(context, lists)) {
    const inside = listed.find(
      (one) => one.from <= hit.from && one.to >= hit.to && one.to - one.from > hit.to - hit.from,
    )
    if (inside !== undefined && inside.type === hit.head.type) continue
    const spotting = before(context, lists, hit, endsAt) ?? after(context, lists, hit, startsAt)
    if (spotting !== null) found.push(spotting)
  }
  return found
}

function before(
  context: NameContext,
  lists: WordLists,
  hit: HeadHit,
  endsAt: ReadonlyMap<number, Spotting>,
): Spotting | null {
  const side = context.lexicon?.data.name_side ?? 'both'
  const token = context.tokens[hit.from]
  const previous = context.tokens[hit.from - 1]
  const place = placeBeforeJoint(context, lists, hit, endsAt)
  const lent = place === null ? null : fromListed(context, hit, place, true)
  if (lent !== null) return lent
  const bracketed = beforeBracket(context, hit, endsAt)
  if (bracketed !== null) return bracketed
  if (token === undefined || previous === undefined || !joins(previous, token)) return null
  const listed = endsAt.get(hit.from)
  if (listed !== undefined && (side !== 'after' || previous.script === 'latin' || /[-–]/u.test(token.gap))) {
    const spotting = fromListed(context, hit, listed)
    if (spotting !== null) return spotting
  }
  if (side === 'after' && listed === undefined) {
    const named = adjectiveName(context, lists, hit.from - 1, hit.head)
    const run = { from: hit.from - 1, to: hit.from, start: previous.start, end: previous.end }
    if (named !== null) return spottingAt(span(context, hit, run), { type: hit.head.type, ...named })
  }
  if (side === 'after' || listed !== undefined) return null
  const run = capitalRunBefore(context, lists, hit.from)
  if (run === null || (hit.head.type === 'field' && !isFieldName(context, hit, run))) return null
  return fromUnknown(context, lists, hit, run)
}

/**
 * "The Johan Castberg field": two words, or one before "oilfield" or "gas field"; one before "field" alone may be any
 * field of work ("in the Banking field").
 */
function isFieldName(
  { tokens }: NameContext,
  { head, from: at, to: end }: HeadHit,
  { from, to }: Run,
): boolean {
  const word = tokens[at]?.fold ?? ''
  const isOfTrade = end - at > 1 || (word !== head.english && word.endsWith(head.english))
  return (isOfTrade || to - from > 1) && tokens.slice(from, to).every(({ isUpper }) => !isUpper)
}

function after(
  context: NameContext,
  lists: WordLists,
  hit: HeadHit,
  startsAt: ReadonlyMap<number, Spotting>,
): Spotting | null {
  const { tokens, lexicon, forms } = context
  const place = placeBehindOwner(context, lists, hit, startsAt)
  const lent = place === null ? null : fromListed(context, hit, place, true)
  if (lent !== null) return lent
  const owned = lentBehindOwner(context, lists, hit)
  if (owned !== null) return spottingAt(span(context, hit, owned.run), bySkeleton(owned.near))
  let at = hit.to
  let connectors = 0
  let isArticled = false
  while (connectors < 3) {
    const token = tokens[at]
    const previous = tokens[at - 1]
    if (token === undefined || previous === undefined) return null
    if (!BEFORE_NAME.test(token.gap) || /\n/u.test(token.gap)) return null
    const listed = startsAt.get(at)
    if (listed !== undefined) {
      const spotting = fromListed(context, hit, listed, connectors > 0)
      if (spotting !== null) return spotting
    }
    if (!lists.connectors.has(token.fold)) break
    isArticled ||= lists.connectingArticles.has(token.fold)
    connectors++
    at++
  }
  if ((lexicon?.data.name_side ?? 'both') === 'before' && connectors === 0) return null
  if (startsAt.has(at)) return null
  // "Hits refinery – Shares fall": behind a dash with spaces something new begins.
  if (connectors === 0 && /\s[-–—]\s/u.test(tokens[at]?.gap ?? '')) return null
  // "FSRU-Plattformen", "Pumpstation: Durchfluss": where nouns are capitalised, what a hyphen joins or a colon opens is a common one.
  if (lexicon?.data.nouns_capital === true && connectors === 0 && /-$|:/u.test(tokens[at]?.gap ?? ''))
    return null
  const bare = quotedRun(context, at) ?? withoutRegion(context, lists, capitalRun(context, lists, at))
  const run = bare === null || connectors === 0 ? bare : withArticle(context, bare)
  if (run !== null)
    return (isArticled || (connectors > 0 && lexicon?.data.name_side === 'before')) &&
      quotedRun(context, at) === null
      ? skeletonOnly(context, lists, hit, run)
      : fromUnknown(context, lists, hit, run)
  const token = tokens[at]
  if (token?.script !== 'arabic' || forms[at] === undefined) return null
  const next = { from: at, to: at + 1, start: token.start, end: token.end }
  return skeletonOnly(context, lists, hit, next) ?? unquotedArabic(context, lists, hit, next)
}

/** "нефтебаза в Клинцах *Брянской* области": the adjective before a word for a region is of the region. */
function withoutRegion({ tokens, forms }: NameContext, lists: WordLists, run: Run | null): Run | null {
  const [last, before] = run === null ? [] : [tokens[run.to - 1], tokens[run.to - 2]]
  if (run === null || last?.script !== 'cyrillic' || before === undefined || run.to - run.from < 2) return run
  const isRegion = tokens[run.to]?.gap === ' ' && lists.regions.hitsAt(forms, run.to, () => true).length > 0
  return isRegion ? { ...run, to: run.to - 1, end: before.end } : run
}

/** "refinería El Palito": an article with a capital is of the name. */
function withArticle({ tokens }: NameContext, run: Run): Run {
  const [article, first] = [tokens[run.from - 1], tokens[run.from]]
  const isOfName =
    article?.isCapital === true && !article.isUpper && article.gap === ' ' && first?.gap === ' '
  return isOfName ? { ...run, from: run.from - 1, start: article.start } : run
}

function skeletonOnly(context: NameContext, lists: WordLists, hit: HeadHit, run: Run): Spotting | null {
  const spotting = fromUnknown(context, lists, hit, run)
  return spotting?.match === 'skeleton' ? spotting : null
}

const BEFORE_NAME = /^[\s«"“„‹'’‘(\-–—:,+]{0,3}$/u

const namesPlace: ReadonlySet<EntityType> = new Set(['port', 'refinery', 'field'])

const ADJECTIVE = /^ال.+ي[هة]?$/u

/** After "port", "refinery" and "field" Arabic puts the name, unquoted; adjectives and common nouns are listed. */
function unquotedArabic(context: NameContext, lists: WordLists, hit: HeadHit, run: Run): Spotting | null {
  const token = context.tokens[run.from]
  const isTooPlain = token === undefined || token.fold.length < 4 || /^(?:لل|بال|ول|وال)/u.test(token.fold)
  // "the field" with the article is complete: what follows is no name.
  if (/^(?:[وف]?(?:ب|ك)?ال|[وف]?لل)/u.test(context.tokens[hit.from]?.fold ?? '')) return null
  // "the Russian refineries will defer": behind an adjective with its article the verb follows, no name.
  if (run.from > hit.to && ADJECTIVE.test(context.tokens[run.from - 1]?.fold ?? '')) return null
  if (isTooPlain || hit.head.isListedOnly || !namesPlace.has(hit.head.type)) return null
  if (token.gap !== ' ' || lists.notNames.has(token.fold) || lists.connectors.has(token.fold)) return null
  if (demonymAt(context, run.from, lists.demonyms) !== null) return null
  const name = plainForm(token.raw, context.lexicon?.data.romanise)
  const canonical = hit.head.type === 'refinery' ? `${name} ${hit.head.english}` : name
  const unlisted = { atlas: null, match: 'pattern', score: 0.5, options: [] } as const
  return spottingAt(span(context, hit, run), { canonical, type: hit.head.type, ...unlisted })
}

/** "Name (ABC) line": the name before the bracket, the short form in it, and the type word are one mention. */
function beforeBracket(
  context: NameContext,
  hit: HeadHit,
  endsAt: ReadonlyMap<number, Spotting>,
): Spotting | null {
  const short = endsAt.get(hit.from)
  if (short === undefined || !/^[)）] ?$/u.test(context.tokens[hit.from]?.gap ?? '')) return null
  const long = endsAt.get(short.from)
  const isOpened = /[(（]$/u.test(context.tokens[short.from]?.gap ?? '')
  if (long === undefined || !isOpened || long.canonical !== short.canonical) return null
  return fromListed(context, hit, { ...long, to: short.to, end: short.end })
}
