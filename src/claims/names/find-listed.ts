import { foldText } from './fold-text.ts'
import type { IndexedName } from './name-index.ts'
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

/** Abbreviations take no endings; of names of one word, only those of the language's shorter list. */
function mayInflect(name: IndexedName, where: { from: number; to: number }, context: NameContext): boolean {
  if (name.isAbbreviation) return false
  const token = context.tokens[where.from]
  const lexicon = context.lexicon
  if (where.to - where.from > 1 || token === undefined || lexicon === undefined) return true
  const listed = foldText(name.entry.name)
  const bases = lexicon.paradigms.filter(({ base }) => listed.endsWith(base))
  if (bases.length > 0) return bases.some((paradigm) => isFormOf(token.fold, listed, paradigm))
  return isFormOf(token.fold, listed, { base: '', endings: lexicon.singleSuffixes })
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

/** Names of the index in a text, overlapping ones included, in order of their start. */
export function findListed(context: NameContext): Spotting[] {
  const { tokens, forms, index, lexicon, lang } = context
  const ordinary = new Set(lexicon?.data.ordinary_words.map(foldText) ?? [])
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
    const possible = names
      .filter((name) => !(isMiddle && name.entry.type === 'person'))
      .filter((name) => isWrittenSo(name, first, last))
      .filter((name) => isOfLanguage(name.entry.lang, context))
      .filter((name) => where.isExact || mayInflect(name, where, context))
      .map((name) => name.entry)
    // "Gas will last" in a language where it is written as an oblique form of a place: the word, not the place.
    const usual = possible.filter((entry) => !ordinary.has(foldText(entry.name)))
    const options = usual.length > 0 ? usual : possible
    const isOrdinary = options.length > 0 && usual.length === 0
    const spotting = listed(rankOptions(options, lang), where)
    const isQuoted = isInQuotes(context.text, where.start, where.end)
    if (spotting !== null) found.push(isOrdinary && !isQuoted ? { ...spotting, isOrdinary } : spotting)
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

const isInQuotes = (text: string, start: number, end: number): boolean =>
  /[«"“„‹《「'‘]/u.test(text.charAt(start - 1)) && /[»"”“›》」'’]/u.test(text.charAt(end))

type Keep = (
  names: readonly IndexedName[],
  where: { start: number; end: number; from: number; to: number; isExact: boolean },
) => void

/** Spellings that join what the list parts, or part what it joins; also several names run together. */
function findGlued(context: NameContext, i: number, canJoin: (i: number) => boolean, keep: Keep): void {
  const { tokens, index, lexicon } = context
  const first = tokens[i]
  if (first === undefined || first.script === 'han' || first.script === 'number') return
  let joined = ''
  for (let to = i + 1; to <= Math.min(tokens.length, i + 4); to++) {
    const last = tokens[to - 1]
    if (last === undefined || (to - 1 > i && !canJoin(to - 1)) || last.script !== first.script) break
    // A letter alone is a word of its own (Russian "и"), never part of a split name.
    if (last.fold.length < 2) break
    joined += last.fold
    if (joined.length < 6) continue
    for (const variant of variantsOf(context, i, joined)) {
      const start = first.start + (first.offsets[variant.shift] ?? 0)
      const where = { start, end: last.end, from: i, to }
      const exact = index.glued.get(variant.key)
      if (exact !== undefined) {
        // A name in one word found in one word is what the trie has found already.
        const names = exact.filter((name) => to - i !== 1 || /[\s\-‑–]/u.test(name.entry.name.trim()))
        if (names.length > 0) keep(names, { ...where, isExact: true })
        continue
      }
      if (lexicon === undefined || to - i === 1) continue
      const stem = stemOfName(variant.key, lexicon)
      const inflected = index.glued.get(`${stem}~`)
      if (stem !== variant.key && inflected !== undefined) keep(inflected, { ...where, isExact: false })
    }
  }
  if (first.script === 'arabic' && first.fold.length >= 12) splitRun(context, i, keep)
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
      const head = context.index.glued.get(key.slice(0, cut))
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
        keep(head, { ...where, start: at(shift), end: at(cutAt) })
        keep(tail.payloads, {
          ...where,
          start: at(cutAt + clitic.form.length - clitic.leaves.length),
          end: token.end,
        })
        return
      }
    }
  }
}
