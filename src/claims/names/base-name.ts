import { plainForm } from './plain-form.ts'
import type { NameContext } from './spotting.ts'
import { formsOf } from './token-forms.ts'
import type { WordLists } from './word-lists.ts'

const NICKNAME = /\s["«“„'‘][^\s"»”“'’]+["»”“'’]\s/u

/** The name with its case endings taken off, where a known given name shows that it stands in an oblique case. */
export function baseName(context: NameContext, lists: WordLists, from: number, to: number): string {
  const { tokens, lexicon, text } = context
  const first = tokens[from]
  const last = tokens[to - 1]
  if (first === undefined || last === undefined) return ''
  const written = text.slice(first.start, last.end).replace(NICKNAME, ' ')
  if (lexicon === undefined || lists.givenNames.has(first.fold) || to - from < 2) return written
  const given = lists.givenStems.get(
    formsOf(first, lexicon).stems.find((stem) => lists.givenStems.has(stem)) ?? '',
  )
  if (given === undefined) return written
  const surname = last.raw.normalize('NFC')
  for (const { from: endings, to: base } of lexicon.data.oblique_names) {
    const ending = endings.find((one) => surname.endsWith(one) && surname.length - one.length >= 3)
    if (ending === undefined) continue
    const middle = text.slice(first.end, last.start)
    return `${given}${middle}${surname.slice(0, surname.length - ending.length)}${base}`
  }
  return written
}

/** Romanised, with given names as English spells them. */
export function inEnglish(name: string, context: NameContext): string {
  const english = context.lexicon?.data.given_english ?? {}
  return name
    .split(' ')
    .map(
      (word) =>
        (Object.hasOwn(english, word) ? english[word] : undefined) ??
        plainForm(word, context.lexicon?.data.romanise),
    )
    .join(' ')
}
