import type { Spotting } from './spotting.ts'

const GLOSS = /^[”」》]?\s?[（(]([A-Z][\p{Script=Latin}\p{M} .'’-]{2,40})[)）]/u
const HAN = /\p{Script=Han}/u

/**
 * Names in Chinese letters that no table has, as the Latin letters in brackets behind one mention spell them: 卡尔松
 * （Anna Karlsson）is Anna Karlsson wherever the text names her.
 */
export function glossedInLatin(text: string, spottings: Spotting[]): Spotting[] {
  const glosses = new Map<string, string>()
  for (const one of spottings) {
    if (one.match !== 'pattern' || !HAN.test(one.canonical)) continue
    const gloss = GLOSS.exec(text.slice(one.end, one.end + 50))?.[1]
    if (gloss !== undefined) glosses.set(one.canonical, gloss.trim())
  }
  if (glosses.size === 0) return spottings
  return spottings.map((one) => {
    const canonical = one.match === 'pattern' ? glosses.get(one.canonical) : undefined
    return canonical === undefined ? one : { ...one, canonical }
  })
}
