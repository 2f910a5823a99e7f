import type { Token } from '../text/tokens.ts'
import type { CueMatch, Found } from './cue.ts'
import { isAccentedSo } from './cue-pattern.ts'

/**
 * More words; of as many, those with the accents of the entry (exporte > exporté*); then written out further:
 * transportiert > transport*.
 */
function isCloser(match: Found, last: Found, tokens: readonly Token[], lang: string): boolean {
  const more = match.lastToken - match.firstToken - (last.lastToken - last.firstToken)
  if (more !== 0) return more > 0
  if (match.firstToken !== last.firstToken) return false
  const [one, other] = [match, last].map((each) => isAsPrinted(each, tokens, lang))
  if (one !== other) return one === true
  const [a, b] = [match.compiled, last.compiled]
  return a.letters !== b.letters ? a.letters > b.letters : b.isOpen && !a.isOpen
}

/** Arabic words carry other words before them and are printed with or without hamza: any print will do. */
function isAsPrinted(match: Found, tokens: readonly Token[], lang: string): boolean {
  if (lang === 'ar') return true
  const first = match.compiled.elements[0]
  const token = tokens[match.firstToken]
  if (match.firstToken === match.lastToken)
    return first !== undefined && token !== undefined && isAccentedSo(first, token, lang)
  const { elements } = match.compiled
  // Beside a gap it is not known which words were met.
  if (elements.length !== match.lastToken - match.firstToken + 1) return true
  return elements.every((element, step) => {
    const word = tokens[match.firstToken + step]
    return word !== undefined && isAccentedSo(element, word, lang)
  })
}

export function longestOfGroup(
  matches: readonly Found[],
  tokens: readonly Token[],
  lang: string,
): CueMatch[] {
  const byGroup = new Map<string, Found[]>()
  for (const match of matches) {
    let list = byGroup.get(match.cue.group)
    if (list === undefined) {
      list = []
      byGroup.set(match.cue.group, list)
    }
    const last = list.at(-1)
    // An exclusion stands against any cue that it overlaps, however long.
    if (
      last !== undefined &&
      match.firstToken <= last.lastToken &&
      last.cue.isExclusion !== match.cue.isExclusion
    ) {
      if (match.cue.isExclusion) list[list.length - 1] = match
      continue
    }
    if (last === undefined || match.firstToken > last.lastToken) list.push(match)
    else if (isCloser(match, last, tokens, lang)) list[list.length - 1] = match
  }
  const longest: CueMatch[] = []
  for (const list of byGroup.values())
    for (const match of list) if (!match.cue.isExclusion) longest.push(match)
  return longest.sort((a, b) => a.start - b.start || b.end - a.end)
}
