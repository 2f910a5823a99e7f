import type { CueMatch } from '../lexicon/cue.ts'

/**
 * Whether a phrase gives only the stem of its last word and the negation is an ending of that word: Turkish
 * "imzalanmadı" is `imzala*` and not signed. A phrase that spells the ending out says what it means as a whole.
 */
export function negatesStemOf(phrase: CueMatch, negation: CueMatch): boolean {
  const stem = phrase.cue.pattern.split(' ').at(-1) ?? ''
  const ending = negation.cue.pattern
  // `*maktadır` of what lasts is within `*mamaktadır`, the same ending with its negation.
  if (stem.startsWith('*') && ending.length > stem.length && ending.endsWith(stem.slice(1))) return true
  if (phrase.lastToken !== negation.lastToken || negation.firstToken !== negation.lastToken) return false
  // `edilmed*` goes on where the stem of `ihraç edil*` ends.
  if (stem.endsWith('*') && ending.startsWith(stem.slice(0, -1)) && letters(ending) > letters(stem))
    return true
  if (!/^[^*]+\*$/u.test(stem) || !ending.startsWith('*')) return false
  return letters(stem) + letters(ending) <= negation.end - negation.start
}

function letters(pattern: string): number {
  return pattern.replace(/[*^~]/gu, '').length
}
