import { romanise, type Spelling } from './romanise.ts'

/**
 * Romanised letters to sound classes: what scripts and romanisations confuse falls together
 * (g/gh/h/kh/q/k, p/b, v/w/f, z/s, j/dj/zh, ts/c, sh/s), so that one skeleton serves all scripts.
 */
const classes: ReadonlyArray<readonly [RegExp, string]> = [
  [/shch|tsch|tsh|sch|tch|sh|ch|zh|dj|dzh|dz|t?tz|t?ts|tj/gu, 'S'],
  [/kh|gh|ck|cq|qu/gu, 'K'],
  [/ph/gu, 'F'],
  [/th/gu, 'T'],
  [/x/gu, 'KS'],
  [/[jszç]|c(?=[eiy])/gu, 'S'],
  // A silent last letter: Abdullah, Sarah.
  [/h(?![a-zA-Z])/gu, ''],
  [/[gkqhc]/gu, 'K'],
  [/[bp]/gu, 'P'],
  [/[fvw]/gu, 'F'],
  [/[dt]/gu, 'T'],
  [/l/gu, 'L'],
  [/r/gu, 'R'],
  [/m/gu, 'M'],
  [/n/gu, 'N'],
]

/** Letters with marks, and letters of their own, that stand for other sounds than the bare ones. */
const marked: ReadonlyArray<readonly [RegExp, string]> = [
  [/[čćšşșžżțţđ]/gu, 'sh'],
  [/ł/gu, 'l'],
  [/ø/gu, 'o'],
  [/ı/gu, 'i'],
  [/^æ/u, 'a'],
]

/** Consonant skeleton of a name in any of the scripts; vowels and doublings are gone, but a vowel at the start shows as `+`. Han gives ''. */
export function skeleton(text: string, spelling?: Spelling): string {
  let roman = romanise(text, spelling).normalize('NFC').toLowerCase()
  for (const [letter, sound] of marked) roman = roman.replace(letter, sound)
  roman = roman.normalize('NFKD').replace(/\p{M}/gu, '').replace(/^al-/u, '')
  const first = roman.charAt(0)
  for (const [letters, sound] of classes) roman = roman.replace(letters, sound)
  const start = /^[aeiouy]/u.test(first) ? '+' : ''
  return start + roman.replace(/[^A-Z]/gu, '').replace(/(.)\1+/gu, '$1')
}

/** Letters that Latin spellings write with consonants of two classes: جورج is Georg and Jurj, Чехов is Chekhov, Чечен Čečen. */
const doubtful: ReadonlyArray<readonly [RegExp, string]> = [
  [/ج/gu, 'گ'],
  [/дж/giu, 'г'],
  [/خ/gu, 'ش'],
  [/х/giu, 'ш'],
]

/** The skeletons that Latin spellings of a name in Arabic or Cyrillic letters may have, the plainest first. */
export function soughtSkeletons(written: string, spelling?: Spelling): string[] {
  let spellings = [written]
  for (const [letters, other] of doubtful) {
    if (written.search(letters) < 0) continue
    spellings = [...spellings, ...spellings.map((one) => one.replace(letters, other))]
  }
  return [...new Set(spellings.map((one) => skeleton(one, spelling)))]
}

/** The skeletons that a listed name is kept under: of w, Arabic and Russian keep a vowel or a consonant. */
export function listedSkeletons(name: string, spelling?: Spelling): string[] {
  const plain = skeleton(name, spelling)
  if (!/w/iu.test(name)) return [plain]
  const other = skeleton(name.replace(/w/giu, 'u'), spelling)
  return other === plain ? [plain] : [plain, other]
}
