/** Letters with marks that stand for sounds of their own, before the marks are taken off. */
const marked: ReadonlyArray<readonly [RegExp, string]> = [
  [/[čć]/gu, 'ch'],
  [/[šş]/gu, 'sh'],
  [/ž/gu, 'zh'],
  [/đ/gu, 'dzh'],
  [/[țţ]/gu, 'ts'],
  [/ą/gu, 'on'],
  [/ę/gu, 'en'],
]

/** Spellings of one sound in romanised names, longest first, to one letter each; capitals are sounds of their own. */
const sounds: ReadonlyArray<readonly [RegExp, string]> = [
  // Polish -wski, Italian -gli-, -cci and -cchi, French -oux and -ier, English wh.
  [/w(?=sk)/gu, 'v'],
  [/gli(?=[aeou])/gu, 'li'],
  [/cch/gu, 'k'],
  [/cc(?=[ei])/gu, 'C'],
  [/oux$/gu, 'u'],
  [/(?<=[^aeiou])ier$/gu, 'ye'],
  [/wh/gu, 'w'],
  [/eigh/gu, 'ei'],
  [/ois$/gu, 'ua'],
  [/tzsch|tsch|tch|cz/gu, 'C'],
  [/shch|sch|sh|sz/gu, 'S'],
  [/ch|cs/gu, 'C'],
  [/kh/gu, 'H'],
  [/dzh|dj/gu, 'j'],
  [/zh|zs/gu, 'J'],
  [/dz/gu, 'z'],
  [/gh|gu(?=[eiy])/gu, 'g'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/dh/gu, 'd'],
  [/rh/gu, 'r'],
  [/ts|tz/gu, 'z'],
  [/ck|cq|qu(?=[ei])|q/gu, 'k'],
  [/x/gu, 'ks'],
  [/c(?=[eiy])/gu, 's'],
  [/c/gu, 'k'],
  [/(?:au|eau|ault|aud)$/gu, 'o'],
  [/(?<=[^aeiou])y(?=[ou])/gu, ''],
  [/ou|oo|ow(?![aeiouy])/gu, 'u'],
  [/ij(?![aeiouy])|ej(?![aeiou])|ee|ie|ey|ei/gu, 'i'],
  [/au|aw(?![aeiouy])/gu, 'o'],
  [/w/gu, 'v'],
  [/y/gu, 'i'],
]

const VOWELS = 'aeiou'
/** Letters that scripts and romanisations confuse, by group; an error within one costs little. */
const groups = [
  'bpf',
  'vfu',
  'szCSjJ',
  'gkHh',
  'gjJ',
  'dt',
  'jiJ',
  'vb',
  'zJ',
  'sS',
  'kC',
  'CH',
  'tC',
  'Hh',
  'zd',
  'mn',
  'lr',
]
const ALIKE = 0.4
const VOWEL_CHANGE = 0.25
const VOWEL_LOST = 0.3
/** The last letter of French names is often silent. */
const SILENT = 'tsdpzkr'
const SILENT_LOST = 0.6
/** The g of ng, and of gn. */
const NASAL_LOST = 0.4
/** Czech and Hungarian je- is e- elsewhere. */
const YOD_LOST = 0.6
/** A silent h, a glottal stop. */
const BREATH_LOST = 0.35

/** A romanised name as the sounds that `soundDistance` compares: no case, accents or doublings. */
export function soundKey(roman: string): string {
  let marks = roman.normalize('NFC').toLowerCase()
  for (const [letter, spelling] of marked) marks = marks.replace(letter, spelling)
  let key = marks
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replace(/[^a-z]/gu, '')
  for (const [spelling, sound] of sounds) key = key.replace(spelling, sound)
  return key.replace(/(.)\1+/gu, '$1')
}

const changes = new Map<string, number>()
for (const group of groups)
  for (const a of group) for (const b of group) if (a !== b) changes.set(a + b, ALIKE)

function changeCost(a: string, b: string): number {
  if (a === b) return 0
  if (VOWELS.includes(a) && VOWELS.includes(b)) return VOWEL_CHANGE
  return changes.get(a + b) ?? 1
}

function lossCost(letter: string, before: string, after: string): number {
  if (VOWELS.includes(letter)) return VOWEL_LOST
  if (letter === 'g' && (before === 'n' || after === 'n')) return NASAL_LOST
  if (letter === 'j' && before === '') return YOD_LOST
  return letter === 'h' || letter === 'H' || letter === 'j'
    ? BREATH_LOST
    : after === '' && SILENT.includes(letter)
      ? SILENT_LOST
      : 1
}

/** Weighted edits between two sound keys; 0 for one sound. Time grows with the product of their lengths. */
export function soundDistance(a: string, b: string): number {
  let row = [0]
  for (let j = 1; j <= b.length; j++)
    row.push((row[j - 1] ?? 0) + lossCost(b.charAt(j - 1), b.charAt(j - 2), b.charAt(j)))
  for (let i = 1; i <= a.length; i++) {
    const [letter, before] = [a.charAt(i - 1), a.charAt(i - 2)]
    const lost = lossCost(letter, before, a.charAt(i))
    const next = [(row[0] ?? 0) + lost]
    for (let j = 1; j <= b.length; j++) {
      const other = b.charAt(j - 1)
      next.push(
        Math.min(
          (row[j - 1] ?? 0) + changeCost(letter, other),
          (row[j] ?? 0) + lost,
          (next[j - 1] ?? 0) + lossCost(other, b.charAt(j - 2), b.charAt(j)),
        ),
      )
    }
    row = next
  }
  return row[b.length] ?? 0
}
