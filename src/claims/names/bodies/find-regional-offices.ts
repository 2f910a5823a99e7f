import { joins, joinsAt } from '../name-tokens.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'

const generic = / (?:Territory|Oblast|Region|Krai|Autonomous Okrug|Province|district)$/u

/** Regions by the adjective they are named with: "Амурское правительство" is that of Amur Oblast. */
function regionBefore(context: NameContext, i: number): { canonical: string; from: number } | null {
  const token = context.tokens[i - 1]
  const here = context.tokens[i]
  if (token === undefined || here === undefined || !token.isCapital || !joins(token, here)) return null
  for (const stem of context.forms[i - 1]?.stems ?? []) {
    const place = context.index.regionStems.get(stem)
    if (place !== undefined) return { canonical: place, from: i - 1 }
  }
  return null
}

/** 奥伦堡州政府: where words are not parted, the region written on to its office. */
function regionRightBefore(
  context: NameContext,
  listed: readonly Spotting[],
  i: number,
): { canonical: string; from: number } | null {
  if (context.lexicon?.script !== 'han' || context.tokens[i]?.gap !== '') return null
  const region = listed.find((one) => one.to === i && one.type === 'place' && generic.test(one.canonical))
  return region === undefined ? null : { canonical: region.canonical, from: region.from }
}

/** "по данным регионального штаба": the region named last is meant. */
function regionMeant(
  context: NameContext,
  lists: WordLists,
  i: number,
  listed: readonly Spotting[],
): { canonical: string; from: number } | null {
  const token = context.tokens[i - 1]
  const here = context.tokens[i]
  if (token === undefined || here === undefined || !joins(token, here)) return null
  if (!lists.regionalWords.has(token.fold)) return null
  const last = regionNamedLast(listed, i)
  return last === null ? null : { canonical: last, from: i - 1 }
}

function regionNamedLast(listed: readonly Spotting[], i: number): string | null {
  const last = listed.findLast((one) => one.to < i && one.type === 'place' && generic.test(one.canonical))
  return last?.canonical ?? null
}

/** "сообщили в оперштабе": only a region has one, so it is that of the region named last. */
function regionAlone(
  context: NameContext,
  lists: WordLists,
  i: number,
  listed: readonly Spotting[],
): { canonical: string; from: number } | null {
  if (lists.officesAlone.longestAt(context.forms, i, joinsAt(context.tokens)) === undefined) return null
  const last = regionNamedLast(listed, i)
  return last === null ? null : { canonical: last, from: i }
}

/** Offices of a region: "operational headquarters of X Territory", "X regional government". */
export function findRegionalOffices(
  context: NameContext,
  lists: WordLists,
  listed: readonly Spotting[],
): Spotting[] {
  const { tokens, forms } = context
  const found: Spotting[] = []
  const canJoin = joinsAt(tokens)
  for (let i = 0; i < tokens.length; i++) {
    const hit = lists.regionalOffices.longestAt(forms, i, canJoin)
    const english = hit?.payloads[0]
    if (hit === undefined || english === undefined) continue
    const behind = listed
      .filter((one) => one.from === hit.to && one.type === 'place' && generic.test(one.canonical))
      .at(-1)
    const ahead =
      behind === undefined
        ? (regionRightBefore(context, listed, i) ??
          regionBefore(context, i) ??
          regionMeant(context, lists, i, listed) ??
          regionAlone(context, lists, i, listed))
        : null
    const region = behind?.canonical ?? ahead?.canonical
    const first = tokens[ahead?.from ?? i]
    const last = tokens[(behind?.to ?? hit.to) - 1]
    if (region === undefined || first === undefined || last === undefined) continue
    found.push({
      start: first.start,
      end: last.end,
      from: ahead?.from ?? i,
      to: behind?.to ?? hit.to,
      canonical: `${region.replace(generic, '')} ${english}`,
      type: 'organisation',
      atlas: null,
      match: 'pattern',
      score: 0.7,
      options: [],
    })
  }
  return found
}
