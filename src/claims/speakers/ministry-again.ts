import type { Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import type { Discourse } from './discourse.ts'

const ROOT_LETTERS = 4

/**
 * "the ministry" after "the Oil Ministry" and "the regional government": of the bodies named before, the last whose
 * name holds the beginning of the word that takes it up; else the last of all. Null where none was named.
 */
export function ministryAgain(marks: Marks, word: Span, discourse: Discourse): string | null {
  const root = rootOf(marks.text.slice(word.start, word.end))
  for (const [canonical, surface] of [...discourse.ministries].reverse())
    if (root !== '' && folded(surface).includes(root)) return canonical
  return discourse.ministry
}

/** First letters of the last word, without an Arabic article; of Chinese the last letter (该部, 能源部). */
function rootOf(written: string): string {
  const word =
    folded(written)
      .split(/[\s'’]/u)
      .at(-1) ?? ''
  if (/\p{Script=Han}/u.test(word)) return word.slice(-1)
  const bare = word.replace(/^[وف]?[بك]?ال/u, '')
  return bare.length < ROOT_LETTERS ? '' : bare.slice(0, ROOT_LETTERS)
}

const folded = (written: string): string => written.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
