import { cutWords, type Word, type WordCut } from '../words.ts'

/** A word of the text, or one Han character. Offsets count UTF-16 units of the text. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Folded spellings that a cue may match: the word itself first, then without Arabic proclitics. */
  readonly forms: readonly string[]
  /** As printed, accents and case kept. */
  readonly printed: string
  readonly word: Word
  /** Whether a sentence or a line may begin with it: no phrase runs over into it. */
  readonly opens: boolean
}

const MARKS = /[\p{M}\u0640]/gu
const BUT_OGONEK = /(?!\u0328)\p{M}/gu

/**
 * One spelling for what readers take as one word: case, accents and vowel marks go, Arabic letter variants
 * fall together. `lang` matters for the Turkish dotless i only.
 */
export function foldWord(word: string, lang: string): string {
  const lower = lang === 'tr' ? word.toLocaleLowerCase('tr').replaceAll('ı', 'i') : word.toLowerCase()
  // Polish tells tense by it: "zwiększa" raises, "zwiększą" will raise.
  if (lang === 'pl') return lower.normalize('NFKD').replace(BUT_OGONEK, '').normalize('NFC')
  const bare = lower.normalize('NFKD').replace(MARKS, '')
  if (lang === 'el') return bare.replaceAll('ς', 'σ')
  if (lang !== 'ar') return bare
  return bare.replace(/[ٱ]/gu, 'ا').replaceAll('ى', 'ي').replaceAll('ة', 'ه').replaceAll('ء', '')
}

/** Words of two letters that "and" is written onto. */
const PARTICLES = new Set(['لم', 'لن', 'لا', 'قد', 'ان', 'ما', 'لو'])

/** And, so; then by, for, like; then the article: the order in which Arabic puts them before a word. */
function arabicForms(word: string): string[] {
  const forms = [word]
  const add = (form: string): void => {
    if (form.length >= 2 && !forms.includes(form)) forms.push(form)
  }
  const heads = [word]
  const first = word[0]
  const isJoined = word.length > 3 || PARTICLES.has(word.slice(1))
  if ((first === 'و' || first === 'ف') && isJoined) heads.push(word.slice(1))
  // The future is the present with one letter before it.
  for (const head of [...heads]) if (/^س[يتنا]/u.test(head) && head.length > 4) heads.push(head.slice(1))
  for (const head of heads) {
    add(head)
    const bodies = [head]
    const next = head[0]
    if ((next === 'ب' || next === 'ل' || next === 'ك') && head.length > 3) bodies.push(head.slice(1))
    for (const body of bodies) {
      add(body)
      if (body.startsWith('ال') && body.length > 4) add(body.slice(2))
    }
    if (head.startsWith('لل') && head.length > 4) add(head.slice(2))
  }
  return forms
}

/** All words of a text in order; time and memory grow with its length. `cut`: its words, where they are known. */
export function tokenise(text: string, lang: string, { words, ends }: WordCut = cutWords(text)): Token[] {
  const tokens: Token[] = []
  let before = ''
  let last = 0
  words.forEach((word, at) => {
    const { printed } = word
    word.forms ??= formsOf(printed, lang)
    const { forms } = word
    if (forms.length === 0) return
    const [start, end] = [ends[2 * at] ?? 0, ends[2 * at + 1] ?? 0]
    const opens = start > last && isBetweenSentences(text.slice(last, start), before, printed)
    last = end
    before = printed
    tokens.push({ start, end, forms, printed, word, opens })
  })
  return tokens
}

const ABBREVIATED = 2

/** A line break, or a full stop that ends no short word ("U.S. oil", "млн. т") before what may begin a sentence. */
function isBetweenSentences(gap: string, before: string, next: string): boolean {
  if (gap === ' ') return false
  if (/[。！？]/u.test(gap)) return true
  // Lines broken at a fixed width go on in small letters.
  if (/^\p{Ll}/u.test(next)) return false
  if (gap.includes('\n')) return true
  if (!/[.!?؟…]["”»’')\]]*\s/u.test(gap)) return false
  return before.length > ABBREVIATED || /[!?؟…]/u.test(gap)
}

/** Empty for a word of marks alone. */
function formsOf(printed: string, lang: string): readonly string[] {
  const folded = foldWord(printed, lang)
  if (folded === '') return []
  return lang === 'ar' ? arabicForms(folded) : [folded]
}
