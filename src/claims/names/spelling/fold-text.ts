/** A folded string and, for each of its units, the offset in the original that it came from. */
export interface Folded {
  readonly fold: string
  /** Same length as `fold`, plus one last element: the length of the original. */
  readonly offsets: readonly number[]
}

const special: ReadonlyMap<string, string> = new Map([
  ['ı', 'i'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ə', 'a'],
  ['ς', 'σ'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ة', 'ه'],
  ['ک', 'ك'],
  ['گ', 'ك'],
  ['ڤ', 'ف'],
  ['پ', 'ب'],
  ['چ', 'ج'],
  ['ґ', 'г'],
  ['ʼ', ''],
  ['ـ', ''],
])

const known = new Map<string, string>()

function foldCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  let folded = ''
  // Marks go after decomposition: that takes hamza off alef, tonos off vowels, breve off й, the dot off İ.
  for (const part of character
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u200b-\u200f\ufeff]/gu, '')) {
    folded += special.get(part) ?? part
  }
  known.set(character, folded)
  return folded
}

/** Folds case, diacritics and spelling variants of one script; keeps where each unit came from. */
export function foldWithOffsets(text: string): Folded {
  let fold = ''
  const offsets: number[] = []
  let at = 0
  for (const character of text) {
    const folded = foldCharacter(character)
    for (let i = 0; i < folded.length; i++) offsets.push(at)
    fold += folded
    at += character.length
  }
  offsets.push(text.length)
  return { fold, offsets }
}

/** Folds case, diacritics, alef and ya forms, tonos, ё and й; the empty string stays empty. */
export function foldText(text: string): string {
  let fold = ''
  for (const character of text) fold += foldCharacter(character)
  return fold
}
