import { plainForm } from '../spelling/plain-form.ts'
import type { NameContext } from '../spotting.ts'
import { formsOf } from '../token-forms.ts'
import type { WordLists } from '../word-lists.ts'

const SHORTEST_SURNAME = 3
const NICKNAME = /\s["«“„'‘][^\s"»”“'’]+["»”“'’]\s/u

/** The name with its case endings taken off, where a known given name shows that it stands in an oblique case. */
export function baseName(context: NameContext, lists: WordLists, from: number, to: number): string {
  const { tokens, lexicon, text } = context
  const first = tokens[from]
  const last = tokens[to - 1]
  if (first === undefined || last === undefined) return ''
  const written = text.slice(first.start, last.end).replace(NICKNAME, ' ')
  if (lexicon === undefined || to - from < 2) return written
  const ending = lexicon.data.last_endings.find((one) => last.raw.normalize('NFC').endsWith(one))
  if (ending !== undefined && last.raw.length - ending.length >= SHORTEST_SURNAME)
    return written.normalize('NFC').slice(0, -ending.length)
  if (lists.givenNames.has(first.fold)) return written
  const given = lists.givenStems.get(
    formsOf(first, lexicon).stems.find((stem) => lists.givenStems.has(stem)) ?? '',
  )
  if (given === undefined) return written
  const base = baseSurname(context, to - 1)
  return base === null ? written : `${given}${text.slice(first.end, last.start)}${base}`
}

/** The surname at token `at`, which stands in an oblique case, in its base form; null where no ending shows one. */
export function baseSurname({ tokens, lexicon }: NameContext, at: number): string | null {
  const surname = tokens[at]?.raw.normalize('NFC') ?? ''
  for (const { from: endings, to: base } of lexicon?.data.oblique_names ?? []) {
    const ending = endings.find(
      (one) => surname.endsWith(one) && surname.length - one.length >= SHORTEST_SURNAME,
    )
    if (ending !== undefined) return `${surname.slice(0, surname.length - ending.length)}${base}`
  }
  return null
}

/** Romanised, with given names as English spells them; an Arabic article stands before one as "al-". */
export function inEnglish(name: string, context: NameContext): string {
  const english = new Map(Object.entries(context.lexicon?.data.given_english ?? {}))
  const [given = ''] = name.split(' ')
  const iotated = context.lexicon?.data.iotated ?? []
  const letters = english.has(given) ? Object.entries(context.lexicon?.data.surname_letters ?? {}) : []
  return name
    .replace(SERVANT, 'عبد')
    .replace(OF_FAITH, (words, given) => (english.has(`${given}الدين`) ? `${given}الدين` : words))
    .split(' ')
    .map((word, at) => {
      if (at > 0 && letters.length > 0) return respelled(word, letters)
      const spell = (one: string): string =>
        english.get(one) ?? plainForm(withYot(one, iotated, at > 0), context.lexicon?.data.romanise)
      const [servant, article] = [SERVANT_OF.exec(word)?.[1], ARTICLE.exec(word)?.[1]]
      if (english.has(word)) return spell(word)
      if (servant !== undefined) return `Abdul ${spell(servant)}`
      return article !== undefined && english.has(article) ? `al-${spell(article)}` : spell(word)
    })
    .join(' ')
}

/** "Szewczenko" behind "Wołodymyr" is Shevchenko: letter for letter, of several that begin alike the first listed. */
function respelled(word: string, letters: readonly (readonly [string, string])[]): string {
  const lower = word.normalize('NFC').toLowerCase()
  let spelled = ''
  for (let at = 0; at < lower.length; ) {
    const [from, to] = letters.find(([one]) => lower.startsWith(one, at)) ?? [
      lower.charAt(at),
      lower.charAt(at),
    ]
    spelled += to
    at += from.length
  }
  return `${spelled.charAt(0).toUpperCase()}${spelled.slice(1)}`
}

const VOWEL_BEFORE = /[аеёиоуыэюяәөұүі]$/iu

/** "Ермаков" is Yermakov and "Алиев" Aliyev: the letter y is written before some vowels, within a word in surnames alone. */
function withYot(word: string, iotated: readonly string[], isSurname: boolean): string {
  let written = ''
  for (const letter of word) {
    const lower = letter.toLowerCase()
    const isFirst = written === ''
    if (!iotated.includes(lower) || !(isFirst || (isSurname && VOWEL_BEFORE.test(written)))) written += letter
    else written += letter === lower ? `y${lower}` : `Y${lower}`
  }
  return written
}

const ARTICLE = /^ال(\p{Script=Arabic}{3,})$/u
/** "Abd al-Rahman" in two words is one name. */
const SERVANT = /عبد (?=ال\p{Script=Arabic}{3})/u
/** "Nur al-Din" in two words is one name where English has a name for it. */
const OF_FAITH = /(\p{Script=Arabic}+) الدين(?= |$)/u
const SERVANT_OF = /^عبدال(\p{Script=Arabic}{3,})$/u
