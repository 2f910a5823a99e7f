/** Letter tables: practical romanisation as the English-language press spells names, not a reversible standard. */
const russian: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ў: 'u',
}
/** How a language of a script spells letters otherwise than the table of the script: `romanise` of its names.yaml. */
export interface Spelling {
  readonly letters: Readonly<Record<string, string>>
  /** At the beginning of a word. */
  readonly initials: Readonly<Record<string, string>>
}

const greek: Readonly<Record<string, string>> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
}
const greekPairs: ReadonlyArray<readonly [RegExp, string]> = [
  [/(^|[\s-])μπ/gu, '$1b'],
  [/μπ/gu, 'b'],
  [/(^|[\s-])ντ/gu, '$1d'],
  [/ντ/gu, 'd'],
  [/γκ/gu, 'g'],
  [/γγ/gu, 'ng'],
  [/τζ/gu, 'dz'],
  [/ου/gu, 'ou'],
  [/ευ/gu, 'ev'],
  [/αυ/gu, 'av'],
  [/αι/gu, 'ai'],
  [/ει/gu, 'ei'],
  [/οι/gu, 'oi'],
]
const arabic: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ٱ: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'u',
  ي: 'i',
  ى: 'a',
  ة: 'a',
  ئ: 'i',
  ؤ: 'u',
  ء: '',
  پ: 'p',
  چ: 'ch',
  گ: 'g',
  ڤ: 'v',
}

type Letters = Readonly<Record<string, string>>

/** `own`: what a language spells otherwise than the table of its script. */
function spell(text: string, table: Letters, own: Letters = {}): string {
  const romanOf = (letter: string): string | undefined => own[letter] ?? table[letter]
  let out = ''
  for (const letter of text.normalize('NFC')) {
    const lower = letter.toLowerCase()
    const roman = romanOf(lower) ?? romanOf(lower.normalize('NFD').replace(/\p{M}/gu, ''))
    if (roman === undefined) out += /\p{M}|\u0640/u.test(letter) ? '' : letter
    else out += lower === letter ? roman : roman.charAt(0).toUpperCase() + roman.slice(1)
  }
  return out
}

/**
 * Romanises as the press does ("Kropotkinskaya"); Latin text comes back as it is. Han stays as written. Cyrillic
 * without a `spelling` of its language is spelt as Russian.
 */
export function romanise(text: string, spelling?: Spelling): string {
  if (/\p{Script=Cyrillic}/u.test(text)) {
    if (spelling !== undefined) {
      const initials = text.normalize('NFC').replace(/(?<!\p{L})\p{L}/gu, (letter) => {
        const lower = letter.toLowerCase()
        const roman = spelling.initials[lower] ?? letter
        return letter === lower || roman === letter ? roman : roman.charAt(0).toUpperCase() + roman.slice(1)
      })
      return spell(initials.replace(/['’ʼ]/gu, ''), russian, spelling.letters)
    }
    // -ский and -ый end in one y in English-language press.
    const adjusted = text
      .normalize('NFC')
      .replace(/(?<=\p{L})[иы]й(?!\p{L})/gu, 'й')
      .replace(/ье/gu, 'йе')
    return spell(adjusted, russian)
  }
  if (/\p{Script=Greek}/u.test(text)) {
    // Voiceless before voiceless: Ναυτική is Naftiki.
    let bare = text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/([αε])υ(?=[θκξπσςτφχψ])/giu, '$1f')
    for (const [pair, roman] of greekPairs) {
      const upper = new RegExp(pair.source, 'giu')
      bare = bare.replace(upper, (found) => {
        const lower = found.toLowerCase().replace(pair, roman)
        return found.trimStart() === found.trimStart().toLowerCase()
          ? lower
          : lower.replace(/\p{L}/u, (c) => c.toUpperCase())
      })
    }
    return spell(bare, greek)
  }
  if (/\p{Script=Arabic}/u.test(text)) {
    const bare = text.replace(/(^|\s)ال(?=\p{L}{2})/gu, '$1Al-')
    // Short vowels are not written: one is put between two consonants at the start of a word.
    return spell(bare, arabic)
      .replace(
        /(^|[\s-])(sh|kh|gh|th|dh|ch|[bfhjlmnpqrvyz]|[cdgkst](?!h))(?=[bcdfghjklmnpqrstvyz])/gu,
        '$1$2a',
      )
      .replace(/(^|[\s-])\p{Ll}/gu, (start) => start.toUpperCase())
  }
  return text
}
