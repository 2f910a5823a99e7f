import { romanise, type Spelling } from './romanise.ts'

/**
 * Romanised letters to sound classes: what scripts and romanisations confuse falls together
 * (g/gh/h/kh/q/k, p/b, v/w/f, z/s, j/dj/zh, ts/c, sh/s), so that one skeleton serves all scripts.
 */
const classes: ReadonlyArray<readonly [RegExp, string]> = [
  [/shch|sch|tch|tsch|sh|ch|zh|dj|dzh|dz|tz|ts|tj/gu, 'S'],
  [/kh|gh|ck|cq|qu/gu, 'K'],
  [/ph/gu, 'F'],
  [/th/gu, 'T'],
  [/x/gu, 'KS'],
  [/[jszcç]/gu, 'S'],
  [/[gkqh]/gu, 'K'],
  [/[bp]/gu, 'P'],
  [/[fvw]/gu, 'F'],
  [/[dt]/gu, 'T'],
  [/l/gu, 'L'],
  [/r/gu, 'R'],
  [/m/gu, 'M'],
  [/n/gu, 'N'],
]

/** Consonant skeleton of a name in any of the scripts; vowels and doublings are gone, but a vowel at the start shows as `+`. Han gives ''. */
export function skeleton(text: string, spelling?: Spelling): string {
  let roman = romanise(text, spelling)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/gu, 'i')
    .replace(/^al-/u, '')
  const first = roman.charAt(0)
  for (const [letters, sound] of classes) roman = roman.replace(letters, sound)
  const start = /^[aeiouy]/u.test(first) ? '+' : ''
  return start + roman.replace(/[^A-Z]/gu, '').replace(/(.)\1+/gu, '$1')
}
