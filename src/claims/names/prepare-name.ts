import type { IndexedName } from './indexed-name.ts'
import type { NameEntry } from './name-entry.ts'
import { tokeniseNames } from './name-tokens.ts'
import type { NamesLexicon } from './names-lexicon.ts'
import { foldText } from './spelling/fold-text.ts'
import { listedSkeletons } from './spelling/skeleton.ts'
import { stemOfName } from './token-forms.ts'

/** A listed name with everything that the index keeps it under; depends on the name and the lexicon of its language alone. */
export interface PreparedName {
  readonly indexed: IndexedName
  /** The folded words, and what is left of each without the ending of its base form. */
  readonly folds: readonly string[]
  readonly stems: readonly string[]
  /** The words without their spaces. */
  readonly joined: string
  /** The same with the stem of the last word; null where the name is not looked for run together. */
  readonly glued: string | null
  /** The stem by which a region is known ("X-ish oblast"), else null. */
  readonly regionStem: string | null
  /** English names of the thing that its bases are made from. */
  readonly called: readonly string[]
  readonly skeletons: readonly string[]
}

const SHORTEST_GLUED = 6
const SHORTEST_SKELETON = 4
const isLongEnough = (skeleton: string): boolean => skeleton.length >= SHORTEST_SKELETON

/** Null for a name without letters or figures. */
export function prepareName(entry: NameEntry, lexicon: NamesLexicon | undefined): PreparedName | null {
  const tokens = tokeniseNames(entry.name)
  const first = tokens[0]
  if (first === undefined) return null
  const folds = tokens.map((token) => token.fold)
  const stems = tokens.map((token) =>
    token.script === lexicon?.script ? stemOfName(token.fold, lexicon) : token.fold,
  )
  const isAbbreviation =
    entry.kind === 'abbreviation' || (tokens.length === 1 && first.isUpper && first.raw.length <= 4)
  const joined = folds.join('')
  const isLetters = first.script !== 'han' && !isAbbreviation
  const stem = stems[0]
  const isRegion =
    entry.type === 'place' && first.script === 'cyrillic' && tokens.length === 2 && stem !== undefined
  return {
    indexed: { entry, fold: foldText(entry.name), isCapital: first.isCapital, isAbbreviation },
    folds,
    // An abbreviation takes no endings of its own script, except after an apostrophe or hyphen.
    stems: isAbbreviation ? folds : stems,
    joined,
    glued:
      isLetters && joined.length >= SHORTEST_GLUED
        ? folds.slice(0, -1).join('') + (stems.at(-1) ?? '')
        : null,
    regionStem: isRegion && /[сцз]ь?к(?:ая|ий|а)?$/u.test(stem) ? stem : null,
    // "Neftohim Burgas", also called Burgas refinery, is the refinery in Burgas.
    called: entry.lang === 'en' && !isAbbreviation ? [entry.canonical, entry.name] : [entry.canonical],
    // Copied: what a filter gives keeps room for sixteen more.
    skeletons: isLetters ? [...listedSkeletons(entry.name, lexicon?.data.romanise).filter(isLongEnough)] : [],
  }
}
