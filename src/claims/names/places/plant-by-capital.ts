import { PLANT_TYPES } from '../../plant-types.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'

/**
 * "Output at Troll", "gas from Troll": an ordinary word in the midst of a sentence, with a capital where nouns have none,
 * right behind a word of place is the plant of that name. Not "the Star", nor a part of a longer name.
 */
export function isPlantByCapital(
  { tokens, lexicon }: NameContext,
  lists: WordLists,
  { type, from, to }: Spotting,
): boolean {
  if (!PLANT_TYPES.has(type) || lexicon === undefined || lexicon.data.nouns_capital) return false
  const [before, first, last, after] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]]
  if (before === undefined || first === undefined || last === undefined) return false
  const isWritten = first.isCapital && !first.isUpper && first.gap === ' ' && !before.isCapital
  const goesOn = after?.isCapital === true && /^[ \-‑'’]$/u.test(after.gap)
  return isWritten && !goesOn && lists.placeLeads.has(before.fold)
}
