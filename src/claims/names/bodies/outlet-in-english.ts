import type { NamesLexicon } from '../names-lexicon.ts'
import { syllablesOf } from '../spelling/pinyin.ts'

/**
 * "华北石油日报" as "Huabei Petroleum Daily": words of outlets in English, what stands between them as it sounds. Null
 * where the lexicon has no such words, the name ends in none, or a letter is not listed.
 */
export function outletInEnglish(written: string, lexicon: NamesLexicon | undefined): string | null {
  const words = Object.entries(lexicon?.data.outlet_english ?? {}).sort((a, b) => b[0].length - a[0].length)
  if (lexicon === undefined || !words.some(([word]) => written.endsWith(word))) return null
  const syllables = syllablesOf(lexicon.data)
  const parts: string[] = []
  let sounded = ''
  const close = (): void => {
    if (sounded !== '') parts.push(sounded.slice(0, 1).toUpperCase() + sounded.slice(1))
    sounded = ''
  }
  for (let at = 0; at < written.length; ) {
    const word = words.find(([one]) => written.startsWith(one, at))
    const syllable = word === undefined ? syllables.get(written.charAt(at)) : undefined
    if (word !== undefined) {
      close()
      parts.push(word[1])
    } else if (syllable === undefined) return null
    else sounded += syllable
    at += word === undefined ? 1 : word[0].length
  }
  close()
  return parts.join(' ')
}
