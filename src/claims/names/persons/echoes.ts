import { foldText } from '../spelling/fold-text.ts'
import { echoAt, type NameContext, type Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'

/** A surname of fewer letters may be a word; of one less it is a name right behind a verb of saying. */
const SURNAME_LETTERS = 4

/** Later short forms of what the text itself introduced: "(ABC)" after a name, the surname of a person. */
export function echoes(context: NameContext, spottings: readonly Spotting[], lists: WordLists): Spotting[] {
  const { text, tokens, forms } = context
  const short = new Map<string, Spotting>()
  for (const one of spottings) {
    // A listed name brings the short forms of its list, but not every list has the surname alone.
    const isFull = one.type === 'person' && one.to - one.from > 1 && tokens[one.from]?.script !== 'han'
    if (one.match !== 'pattern' && !isFull) continue
    const bracket = /^\s?[(（]\s?([\p{Lu}][\p{Lu}\p{N}&-]{1,9})\s?[)）]/u.exec(
      text.slice(one.end, one.end + 16),
    )
    if (bracket?.[1] !== undefined) short.set(foldText(bracket[1]), one)
    if (one.type !== 'person') continue
    const surname = tokens[one.to - 1]
    const isBrief = surname?.script === 'arabic' && surname.fold.length === SURNAME_LETTERS - 1
    if (surname === undefined || !(isBrief || surname.fold.length >= SURNAME_LETTERS)) continue
    // "Minister Surname" behind the full name says no more than it.
    if (one.to - one.from > 1 || !short.has(surname.fold)) short.set(surname.fold, one)
  }
  if (short.size === 0) return []
  const found: Spotting[] = []
  tokens.forEach((token, i) => {
    if (!token.isCapital && token.script !== 'arabic') return
    const shift = forms[i]?.withoutClitics.find(({ key }) => short.has(key))
    const stem = forms[i]?.stems.find((key) => short.has(key))
    const one = short.get(stem ?? shift?.key ?? '')
    if (one === undefined) return
    const verb = forms[i - 1]
    if (
      token.script === 'arabic' &&
      (stem ?? shift?.key ?? '').length < SURNAME_LETTERS &&
      (verb === undefined || token.gap !== ' ' || !lists.sayings.of(verb))
    )
      return
    const start = token.start + (stem === undefined ? (token.offsets[shift?.shift ?? 0] ?? 0) : 0)
    found.push(echoAt({ start, end: token.end, from: i, to: i + 1 }, one))
  })
  return found
}

/** A text that names more is hostile: each is looked for in the whole of it. */
const MOST_OUTLETS = 40

/** Later mentions of an outlet that the text itself introduced, in whatever case they stand. */
export function outletEchoes(context: NameContext, spottings: readonly Spotting[]): Spotting[] {
  const { tokens, forms } = context
  const stemAt = (i: number): string => forms[i]?.stems.at(-1) ?? ''
  const unlisted = spottings.filter((one) => one.isOutlet === true && one.match === 'pattern')
  const found: Spotting[] = []
  const seen = new Set<string>()
  for (const one of unlisted) {
    if (seen.has(one.canonical) || seen.size >= MOST_OUTLETS) continue
    seen.add(one.canonical)
    const size = one.to - one.from
    const isSame = (own: number, other: number): boolean => {
      const [a, b] = [tokens[own], tokens[other]]
      if (a === undefined || b === undefined || a.isCapital !== b.isCapital) return false
      return a.fold === b.fold || (stemAt(own) === stemAt(other) && stemAt(other).length > 2)
    }
    for (let i = 0; i + size <= tokens.length; i++) {
      let length = 0
      while (length < size && isSame(one.from + length, i + length)) length++
      const first = tokens[i]
      const end = tokens[i + size - 1]
      if (length === size && first !== undefined && end !== undefined)
        found.push(echoAt({ start: first.start, end: end.end, from: i, to: i + size }, one))
    }
  }
  return found
}
