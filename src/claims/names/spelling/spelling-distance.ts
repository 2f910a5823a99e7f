import { arabicSpellings, cyrillicSpellings, type Spellings } from './letter-spellings.ts'

/** What it costs to take a spelling that is the rule, often met, met now and then, or seldom. */
const TIERS = [0, 0.1, 0.25, 0.45]
const OTHER_VOWEL = 0.5
const OTHER = 1.2
const LOST = 1

interface Script {
  readonly spellings: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Letters that may stand for no sound of the Latin spelling, and what that costs. */
  readonly mute: Readonly<Record<string, number>>
  readonly vowels: string
  /** A vowel that the script leaves out: inside a word, and as its last letter. */
  readonly vowelLeftOut: number
  readonly lastVowelLeftOut: number
}

function compiled(spellings: Spellings): Script['spellings'] {
  return new Map(
    Object.entries(spellings).map(([letter, tiers]) => {
      const costs = new Map<string, number>()
      for (const [tier, list] of tiers.entries())
        for (const spelling of list.split(' '))
          if (spelling !== '' && !costs.has(spelling)) costs.set(spelling, TIERS[tier] ?? LOST)
      return [letter, costs] as const
    }),
  )
}

const arabic: Script = {
  spellings: compiled(arabicSpellings),
  mute: {
    ا: 0.3,
    أ: 0.2,
    إ: 0.2,
    آ: 0.4,
    ع: 0.1,
    ء: 0,
    ئ: 0.1,
    ؤ: 0.1,
    ه: 0.3,
    ة: 0.2,
    ى: 0.3,
    و: 0.5,
    ي: 0.4,
    ح: 0.5,
  },
  vowels: 'اأإآوي',
  vowelLeftOut: 0.15,
  lastVowelLeftOut: 0.4,
}
const cyrillic: Script = {
  spellings: compiled(cyrillicSpellings),
  mute: {
    ь: 0,
    ъ: 0,
    й: 0.25,
    а: 0.5,
    е: 0.4,
    и: 0.4,
    о: 0.5,
    у: 0.5,
    э: 0.5,
    ы: 0.5,
    ю: 0.5,
    я: 0.5,
    ё: 0.5,
    х: 0.6,
  },
  vowels: 'аеёиоуыэюяйіїє',
  vowelLeftOut: 0.4,
  lastVowelLeftOut: 0.45,
}

const marked: Readonly<Record<string, string>> = {
  č: 'ch',
  ć: 'ch',
  š: 'sh',
  ş: 'sh',
  ș: 'sh',
  ž: 'zh',
  ż: 'zh',
  đ: 'dj',
  ț: 'ts',
  ţ: 'ts',
  ğ: 'gh',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  ą: 'on',
  ę: 'en',
  ś: 's',
  ź: 'z',
  ř: 'rz',
  ç: 'ç',
}

/** A name in Latin letters as its letters alone: no case or accents, letters of their own sound as English writes them, c before e, i and y as ç. */
export function latinLetters(name: string): string {
  let out = ''
  for (const letter of name.normalize('NFC').toLowerCase())
    out += marked[letter] ?? letter.normalize('NFD').replace(/[^a-z]/gu, '')
  return out.replace(/c(?=[eiy])/gu, 'ç')
}

const VOWELS = 'aeiouy'
const SILENT_LAST = 'stdxzpn'

/** What it costs that the other script writes nothing for the Latin letter at `at`. */
function leftOut(latin: string, at: number, script: Script): number {
  const letter = latin.charAt(at)
  const [before, after] = [latin.charAt(at - 1), latin.charAt(at + 1)]
  if (letter === before) return 0.02
  if (VOWELS.includes(letter)) {
    if (at === 0) return 0.6
    if (after !== '') return script.vowelLeftOut
    return letter === 'e' ? 0.1 : script.lastVowelLeftOut
  }
  if (letter === 'h') return at === 0 ? 0.4 : 0.15
  if (letter === 'g' && (before === 'n' || after === 'n' || after === 'h')) return 0.3
  if (letter === 'w' || letter === 'j') return 0.6
  if (after === '' && SILENT_LAST.includes(letter)) return 0.5
  return LOST
}

/** A name in Arabic or Cyrillic letters, laid out for comparing with Latin spellings. */
export interface WrittenName {
  readonly letters: string
  readonly script: Script
  /** For each letter: the costs of the spellings of it alone and of it with the next. */
  readonly alone: ReadonlyArray<ReadonlyMap<string, number> | undefined>
  readonly pairs: ReadonlyArray<ReadonlyMap<string, number> | undefined>
}

export function writtenName(name: string): WrittenName | null {
  const script = /\p{Script=Arabic}/u.test(name)
    ? arabic
    : /\p{Script=Cyrillic}/u.test(name)
      ? cyrillic
      : null
  if (script === null) return null
  const letters = [...name.normalize('NFC').toLowerCase()]
    .filter((letter) => script.spellings.has(letter) || script.mute[letter] !== undefined)
    .join('')
  return {
    letters,
    script,
    alone: [...letters].map((letter) => script.spellings.get(letter)),
    pairs: [...letters].map((_, at) => script.spellings.get(letters.slice(at, at + 2))),
  }
}

/** How far a Latin spelling (`latinLetters`) is from what a written name may be spelt as: 0 for its plainest spelling. `most`: where to give up. */
export function spellingDistance(name: WrittenName, latin: string, most = Number.POSITIVE_INFINITY): number {
  const { letters, script, alone, pairs } = name
  const [height, width] = [letters.length, latin.length]
  const rows = Array.from({ length: height + 1 }, () =>
    new Array<number>(width + 1).fill(Number.POSITIVE_INFINITY),
  )
  const put = (i: number, j: number, cost: number) => {
    const row = rows[i]
    if (row !== undefined && cost < (row[j] ?? 0)) row[j] = cost
  }
  put(0, 0, 0)
  // The article, which names of the press often drop.
  if (letters.startsWith('ال') && height > 4) put(2, 0, 0.3)
  for (let i = 0; i <= height; i++) {
    let least = Number.POSITIVE_INFINITY
    for (let j = 0; j <= width; j++) {
      const cost = rows[i]?.[j] ?? Number.POSITIVE_INFINITY
      if (cost === Number.POSITIVE_INFINITY) continue
      if (cost < least) least = cost
      if (j < width) put(i, j + 1, cost + leftOut(latin, j, script))
      if (i === height) continue
      const letter = letters.charAt(i)
      put(i + 1, j, cost + (letter === letters.charAt(i - 1) ? 0.3 : (script.mute[letter] ?? LOST)))
      if (j === width) continue
      const bothVowels = script.vowels.includes(letter) && VOWELS.includes(latin.charAt(j))
      put(i + 1, j + 1, cost + (bothVowels ? OTHER_VOWEL : OTHER))
      for (let end = j + 1; end <= width && end <= j + 4; end++) {
        const spelt = latin.slice(j, end)
        const one = alone[i]?.get(spelt)
        if (one !== undefined) put(i + 1, end, cost + one)
        const two = pairs[i]?.get(spelt)
        if (two !== undefined) put(i + 2, end, cost + two)
      }
    }
    const next = Math.min(...(rows[i + 1] ?? []))
    if (least > most && next > most) return Number.POSITIVE_INFINITY
  }
  return rows[height]?.[width] ?? Number.POSITIVE_INFINITY
}
