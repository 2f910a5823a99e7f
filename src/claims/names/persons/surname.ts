import type { NameContext } from '../spotting.ts'

const SHORTEST = 5

/** A capitalised word that ends as surnames of the language do, with no other capitalised word behind it. */
export function isSurname({ tokens }: NameContext, endings: readonly string[], at: number): boolean {
  const [word, after] = [tokens[at], tokens[at + 1]]
  if (word === undefined || !word.isCapital || word.isUpper || word.fold.length < SHORTEST) return false
  if (after?.isCapital === true && after.gap === ' ') return false
  const lower = word.raw.toLowerCase()
  return endings.some((ending) => lower.endsWith(ending))
}
