import type { Token } from './tokens.ts'

const ends = new Set(['.', '!', '?', '؟', '。', '！', '？', '…'])
/** Closing quotes and brackets that may stand between a stop and the next sentence. */
const closersBefore = 3
const cased = /^[\p{Lu}\p{Lt}]/u
const uncased = /^[\p{Lo}]/u

/**
 * For each token the number of its sentence. A stop ends a sentence before a capital, or before any word of a
 * script without capitals; an abbreviation before a capital is taken for an end unless `abbreviations` has it.
 */
export function sentenceNumbers(tokens: readonly Token[], abbreviations: ReadonlySet<string>): number[] {
  let sentence = 0
  return tokens.map((token, at) => {
    if (at > 0 && (token.newLine || endsBefore(tokens, at, abbreviations))) sentence += 1
    return sentence
  })
}

function endsBefore(tokens: readonly Token[], at: number, abbreviations: ReadonlySet<string>): boolean {
  let mark = at - 1
  if (tokens[mark]?.kind !== 'symbol') return false
  while (mark > 0 && at - mark <= closersBefore && /^[»”"'’)\]]$/u.test(tokens[mark]?.text ?? '')) mark -= 1
  const stop = tokens[mark]
  if (stop === undefined || !ends.has(stop.text)) return false
  if (stop.text !== '.') return true
  const [before, token] = [tokens[mark - 1], tokens[at]]
  if (!token?.spaced || (before !== undefined && abbreviations.has(before.fold))) return false
  return token.kind !== 'word' || cased.test(token.text) || uncased.test(token.text)
}
