import type { NameToken } from '../name-tokens.ts'
import { countryName } from './country-name.ts'
import type { Implied } from './demonyms.ts'

/**
 * Countries by one letter each where two or more stand together ("中俄", "美、俄"), in order. A run that touches a thing
 * already named is none of it: in "其中俄罗斯" the second letter begins a name.
 */
export function findPaired(
  tokens: readonly NameToken[],
  letters: ReadonlyMap<string, string>,
  isNamed: (start: number, end: number) => boolean,
): Implied[] {
  if (letters.size === 0) return []
  const found: Implied[] = []
  let run: Implied[] = []
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)]
    if (first !== undefined && last !== undefined && run.length > 1 && !isNamed(first.start, last.end))
      found.push(...run)
    run = []
  }
  for (const { raw, start, end, gap } of tokens) {
    const code = letters.get(raw)
    if (code === undefined || (gap !== '' && gap !== '、')) close()
    if (code !== undefined) run.push({ canonical: countryName(code), code, start, end })
  }
  close()
  return found
}
