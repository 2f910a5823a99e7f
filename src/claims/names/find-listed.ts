import { isParted, LONG_HEAD, SHORTEST_GLUED } from './glued-names.ts'
import type { IndexedName } from './indexed-name.ts'
import { joinsAt, type NameToken } from './name-tokens.ts'
import { listed, type NameContext, rankOptions, type Spotting } from './spotting.ts'
import { stemOfName } from './token-forms.ts'

const cased = new Set(['latin', 'cyrillic', 'greek'])

/** A name with a capital needs one in the text; an abbreviation needs all of them. */
function isWrittenSo(name: IndexedName, first: NameToken, last: NameToken): boolean {
  if (!cased.has(first.script)) return true
  if (name.isAbbreviation && first === last) {
    if (first.isUpper || first.raw === name.entry.name) return true
    return first.isCapital && first.raw.length >= 4
  }
  return !name.isCapital || first.isCapital
}

/** What parts the given name from the surname of a foreigner in Chinese. */
const DOT = /[·•・‧]/u

/** 马克·里 within 马克·里纳 is not 马克里: a name in Han letters runs over no dot that it is not written with. */
function runsOverDot(
  name: IndexedName,
  tokens: readonly NameToken[],
  where: { from: number; to: number },
): boolean {
  if (tokens[where.from]?.script !== 'han' || DOT.test(name.entry.name)) return false
  return tokens.slice(where.from + 1, where.to).some(({ gap }) => DOT.test(gap))
}

/** Names of the text's language, of English, and of the languages that it takes names from. */
function isOfLanguage(name: string, context: NameContext): boolean {
  return name === context.lang || name === 'en' || context.lexicon?.data.names_from.includes(name) === true
}

/** "Víctor Rodríguez Padilla" is not the Rodríguez of the list: one word with parts of a name on both sides. */
function isMiddleOfName(tokens: readonly NameToken[], where: { from: number; to: number }): boolean {
  if (where.to - where.from > 1) return false
  const [before, own, after] = [tokens[where.from - 1], tokens[where.from], tokens[where.to]]
  const isPart = (token: NameToken | undefined): boolean =>
    token?.isCapital === true && !token.isUpper && cased.has(token.script)
  return isPart(before) && isPart(after) && own?.gap === ' ' && after?.gap === ' '
}

/**
 * Abbreviations take no endings; of names of one word, only those of the language's shorter list, but a commodity is a common
 * noun and is bent like any.
 */
function mayInflect(name: IndexedName, where: { from: number; to: number }, context: NameContext): boolean {
  if (name.isAbbreviation) return false
  const token = context.tokens[where.from]
  const lexicon = context.lexicon
  if (where.to - where.from > 1 || token === undefined || lexicon === undefined) return true
  const listed = name.fold
  const bases = lexicon.paradigms.filter(({ base }) => listed.endsWith(base))
  if (bases.length > 0) return bases.some((paradigm) => isFormOf(token.fold, listed, paradigm))
  const endings = name.entry.type === 'commodity' ? lexicon.suffixes : lexicon.singleSuffixes
  return isFormOf(token.fold, listed, { base: '', endings })
}

/** True when `form` is `listed` with its base ending replaced by one of `endings`. */
function isFormOf(
  form: string,
  listed: string,
  paradigm: { base: string; endings: ReadonlySet<string> },
): boolean {
  const stem = listed.slice(0, listed.length - paradigm.base.length)
  const ending = form.slice(stem.length)
  return form.startsWith(stem) && paradigm.endings.has(ending) && (ending !== '' || stem.length >= 4)
}

const isPlused = ({ name }: { readonly name: string }): boolean => name.endsWith('+')

/** 欧佩克+: a plus behind a Han character, which stands alone among the tokens. */
const endsInPlus = (text: string, end: number, last: NameToken): boolean =>
  last.script === 'han' && text[end] === '+'

/** Of names that are parted by their plus alone the one as printed. */
function ofPlus(names: readonly IndexedName[], isPlus: boolean): readonly IndexedName[] {
  const plused = names.filter(({ entry }) => isPlused(entry))
  if (plused.length === 0 || plused.length === names.length) return names
  return isPlus ? plused : names.filter((name) => !plused.includes(name))
}

/** Names of the index in a text, overlapping ones included, in order of their start. `ordinary`: see `WordLists`. */
export function findListed(context: NameContext, ordinary: ReadonlySet<string>): Spotting[] {
  const { tokens, forms, index, lang } = context
  const found: Spotting[] = []
  const canJoin = joinsAt(tokens)
  const keep = (
    names: readonly IndexedName[],
    where: { start: number; end: number; from: number; to: number; isExact: boolean },
  ): void => {
    const first = tokens[where.from]
    const last = tokens[where.to - 1]
    if (first === undefined || last === undefined) return
    const isMiddle = isMiddleOfName(tokens, where)
    // "Gaz popłynie": what is traded, in its listed form, and no case of the name of a town.
    const traded = names.some((name) => name.entry.type === 'commodity' && name.fold === first.fold)
    const isPlus = endsInPlus(context.text, where.end, last)
    const possible = ofPlus(names, isPlus).filter(
      (name) =>
        !(traded && name.entry.type === 'place' && name.fold !== first.fold) &&
        !(isMiddle && name.entry.type === 'person') &&
        isWrittenSo(name, first, last) &&
        !runsOverDot(name, tokens, where) &&
        isOfLanguage(name.entry.lang, context) &&
        (where.isExact || mayInflect(name, where, context)),
    )
    if (possible.length === 0) return
    // "Gas will last" in a language where it is written as an oblique form of a place: the word, not the place.
    // What is traded is an ordinary word too, and meant: petrol is no company then.
    const usual = possible.filter(
      (name) =>
        !ordinary.has(name.fold) ||
        (name.entry.type === 'commodity' && (!first.isCapital || opensSentence(first, where.from))),
    )
    const isOrdinary = usual.length === 0
    const options = (isOrdinary ? possible : usual).map((name) => name.entry)
    const isDoubtful = isOrdinary && !isInQuotes(context.text, where.start, where.end)
    const end = isPlus && options.some(isPlused) ? where.end + 1 : where.end
    const spotting = listed(rankOptions(options, lang), { ...where, end }, isDoubtful)
    if (spotting !== null) found.push(spotting)
  }
  tokens.forEach((token, i) => {
    for (const hit of index.phrases.hitsAt(forms, i, canJoin)) {
      const last = tokens[hit.to - 1]
      if (last === undefined) continue
      const start = token.start + (token.offsets[hit.shift] ?? 0)
      keep(hit.payloads, { start, end: last.end, from: i, to: hit.to, isExact: hit.isExact })
    }
    findGlued(context, i, canJoin, keep)
  })
  return found
}

const opensSentence = ({ gap }: NameToken, at: number): boolean => at === 0 || /[.!?:\n]/u.test(gap)

const isInQuotes = (text: string, start: number, end: number): boolean =>
  /[«"“„‹《「'‘]/u.test(text.charAt(start - 1)) && /[»"”“›》」'’]/u.test(text.charAt(end))

type Keep = (
  names: readonly IndexedName[],
  where: { start: number; end: number; from: number; to: number; isExact: boolean },
) => void

/** A longer Arabic word may be several names run together. */
const LONGEST_WORD = 12

/** Spellings that join what the list parts, or part what it joins; also several names run together. */
function findGlued(context: NameContext, i: number, canJoin: (i: number) => boolean, keep: Keep): void {
  const { tokens, index } = context
  const first = tokens[i]
  if (first === undefined || first.script === 'han' || first.script === 'number') return
  const word = context.forms[i]
  if (word !== undefined && index.glued.mayBeginWith(word)) findJoined(context, i, canJoin, keep)
  if (first.script === 'arabic' && first.fold.length >= LONGEST_WORD) splitRun(context, i, keep)
}

function findJoined(context: NameContext, i: number, canJoin: (i: number) => boolean, keep: Keep): void {
  const { tokens, index, lexicon } = context
  const first = tokens[i]
  if (first === undefined) return
  const word = context.forms[i]
  const isPlain = (word?.withoutClitics.length ?? 0) === 0
  // Its first letters rule out nearly all: words are joined whole only where these may be a name's.
  let head = ''
  let length = 0
  for (let to = i + 1; to <= Math.min(tokens.length, i + 4); to++) {
    const last = tokens[to - 1]
    if (last === undefined || (to - 1 > i && !canJoin(to - 1)) || last.script !== first.script) break
    // A letter alone is a word of its own (Russian "и"), never part of a split name.
    if (last.fold.length < 2) break
    const isDecided = length >= SHORTEST_GLUED
    length += last.fold.length
    if (head.length < LONG_HEAD) head = (head + last.fold).slice(0, LONG_HEAD)
    // Later words change nothing of what the first letters are.
    if (isPlain && !isDecided && !index.glued.mayBegin(head)) return
    if (length < SHORTEST_GLUED) continue
    if (isPlain && to - i === 1 && word !== undefined && !index.glued.isPartedName(word)) continue
    if (isPlain && to - i > 1 && !index.glued.mayGoOn(head)) return
    const joined = foldsJoined(tokens, i, to)
    for (const variant of variantsOf(context, i, joined)) {
      const isBegun = isPlain || variant.key.length < SHORTEST_GLUED || index.glued.mayBegin(variant.key)
      if (!isBegun) continue
      const start = first.start + (first.offsets[variant.shift] ?? 0)
      const where = { start, end: last.end, from: i, to }
      const exact = index.glued.exactly(variant.key)
      if (exact !== undefined) {
        const names = to - i === 1 ? exact.filter(isParted) : exact
        if (names.length > 0) keep(names, { isExact: true, ...where })
        continue
      }
      if (lexicon === undefined || to - i === 1) continue
      const stem = stemOfName(variant.key, lexicon)
      const inflected = index.glued.stemmed(stem)
      if (stem !== variant.key && inflected !== undefined) keep(inflected, { isExact: false, ...where })
    }
  }
}

function foldsJoined(tokens: readonly NameToken[], from: number, to: number): string {
  let joined = ''
  for (let at = from; at < to; at++) joined += tokens[at]?.fold ?? ''
  return joined
}

function variantsOf(context: NameContext, i: number, joined: string): { key: string; shift: number }[] {
  const variants = [{ key: joined, shift: 0 }]
  const token = context.tokens[i]
  for (const { key, shift } of context.forms[i]?.withoutClitics ?? []) {
    if (token !== undefined) variants.push({ key: key + joined.slice(token.fold.length), shift })
  }
  return variants
}

/** "الولاياتالمتحدةوروسيا": a glued name at the start of a word, and what follows it read as words of its own. */
function splitRun(context: NameContext, i: number, keep: Keep): void {
  const token = context.tokens[i]
  if (token === undefined) return
  for (const { key, shift } of [{ key: token.fold, shift: 0 }, ...(context.forms[i]?.withoutClitics ?? [])]) {
    for (let cut = key.length - 3; cut >= 8; cut--) {
      const head = context.index.glued.exactly(key.slice(0, cut))
      if (head === undefined) continue
      const rest = key.slice(cut)
      const cutAt = token.fold.length - rest.length
      const tails = context.lexicon?.clitics.filter((clitic) => rest.startsWith(clitic.form)) ?? []
      for (const clitic of [{ form: '', leaves: '' }, ...tails]) {
        const bare = clitic.leaves + rest.slice(clitic.form.length)
        const hits = context.index.phrases.hitsAt(
          [{ exact: bare, stems: [], withoutClitics: [] }],
          0,
          () => false,
        )
        const tail = hits.at(-1)
        if (tail === undefined) continue
        const at = (unit: number): number => token.start + (token.offsets[unit] ?? token.raw.length)
        const where = { from: i, to: i + 1, isExact: true }
        const begin = at(cutAt + clitic.form.length - clitic.leaves.length)
        keep(head, { start: at(shift), end: at(cutAt), ...where })
        keep(tail.payloads, { start: begin, end: token.end, ...where })
        return
      }
    }
  }
}
