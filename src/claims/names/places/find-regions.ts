import { joinsAt } from '../name-tokens.ts'
import { romanise } from '../spelling/romanise.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'

const adjective = /(?:ск|цк|зьк|ськ|цьк)(?:ий|ого|ому|им|ом|ім|ая|ой|ую|а|ої|ій|у|ою|ое|ої)$/u

/** "Кавказский район": an adjective in -ский before a region word names a region; "Kavkazsky district". */
export function findRegions(
  context: NameContext,
  lists: WordLists,
  covered: (i: number) => Spotting | undefined,
): Spotting[] {
  const { tokens, forms } = context
  const found: Spotting[] = []
  const canJoin = joinsAt(tokens)
  for (let i = 1; i < tokens.length; i++) {
    const hit = lists.regions.longestAt(forms, i, canJoin)
    const english = hit?.payloads[0]
    const name = tokens[i - 1]
    const last = hit === undefined ? undefined : tokens[hit.to - 1]
    if (hit === undefined || english === undefined || name === undefined || last === undefined) continue
    if (name.script !== 'cyrillic' || !name.isCapital || covered(i - 1) !== undefined || !canJoin(i)) continue
    const lower = name.raw.toLowerCase()
    const ending = adjective.exec(lower)
    if (ending === null) continue
    const stem =
      name.raw.slice(0, ending.index) +
      (/ськ|зьк|цьк/u.test(ending[0]) ? 'ськ' : /цк/u.test(ending[0]) ? 'цк' : 'ск')
    const canonical = `${romanise(stem, context.lexicon?.data.romanise)}y ${english}`
    found.push({
      start: name.start,
      end: last.end,
      from: i - 1,
      to: hit.to,
      canonical,
      type: 'place',
      atlas: null,
      match: 'pattern',
      score: 0.6,
      options: [],
    })
  }
  return found
}
