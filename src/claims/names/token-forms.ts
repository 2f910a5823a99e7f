import { type FormedWord, type NameWord, nameWord, type TokenForms } from './name-word.ts'
import type { NamesLexicon } from './names-lexicon.ts'

const longest = 7
/** Letters that a proclitic leaves at least: لخط is "of the line". */
const SHORTEST = 2

export function formedWord(raw: string, lexicon: NamesLexicon | undefined): FormedWord {
  const { fold, offsets, script, isCapital, isUpper } = nameWord(raw)
  const { exact, stems, withoutClitics } = formsOf({ fold, script }, lexicon)
  const forms = { exact, stems, withoutClitics, flags: { asked: 0, yes: 0 } }
  return { fold, offsets, script, isCapital, isUpper, forms }
}

/** Words come again and again; what is kept of a language is bounded. */
const mostKept = 20_000
const kept = new WeakMap<NamesLexicon, Map<string, TokenForms>>()

/** Stems of a token: endings are data of the language; fewer than `min_stem` letters are never left. */
export function formsOf(
  token: Pick<NameWord, 'fold' | 'script'>,
  lexicon: NamesLexicon | undefined,
): TokenForms {
  if (lexicon === undefined || token.script !== lexicon.script)
    return { exact: token.fold, stems: [token.fold], withoutClitics: [] }
  let known = kept.get(lexicon)
  if (known === undefined) {
    known = new Map()
    kept.set(lexicon, known)
  }
  const before = known.get(token.fold)
  if (before !== undefined) return before
  const forms = findForms(token, lexicon)
  if (known.size >= mostKept) known.clear()
  known.set(token.fold, forms)
  return forms
}

function findForms(token: Pick<NameWord, 'fold'>, lexicon: NamesLexicon): TokenForms {
  const exact = token.fold
  const stems = [exact]
  const withoutClitics: { key: string; shift: number }[] = []
  for (let cut = exact.length - 1; cut >= Math.max(lexicon.minStem, exact.length - longest); cut--) {
    if (lexicon.suffixes.has(exact.slice(cut))) stems.push(exact.slice(0, cut))
  }
  for (const { end, base } of lexicon.alternations) {
    if (exact.length - end.length + base.length < lexicon.minStem || !exact.endsWith(end)) continue
    stems.push(exact.slice(0, exact.length - end.length) + base)
  }
  for (const clitic of lexicon.clitics) {
    if (!exact.startsWith(clitic.form) || exact.length - clitic.form.length < SHORTEST) continue
    withoutClitics.push({
      key: clitic.leaves + exact.slice(clitic.form.length),
      shift: clitic.form.length - clitic.leaves.length,
    })
  }
  return { exact, stems: [...stems], withoutClitics }
}

/** Stem of one word of a listed name: its longest base ending comes off where three letters stay. */
export function stemOfName(fold: string, lexicon: NamesLexicon | undefined): string {
  if (lexicon === undefined) return fold
  for (let cut = Math.max(lexicon.minStem, fold.length - longest); cut < fold.length; cut++) {
    if (lexicon.baseEndings.has(fold.slice(cut))) return fold.slice(0, cut)
  }
  return fold
}
