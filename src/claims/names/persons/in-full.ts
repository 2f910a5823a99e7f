import { foldText } from '../spelling/fold-text.ts'
import type { Spotting } from '../spotting.ts'

/** Fewer words are a surname alone, which is found as an echo. */
const SURNAME_WORDS = 2

/** "Ould Salah" after "Karim Ould Salah": surnames of several words are those of whom the text names in full. */
export function inFull(spottings: readonly Spotting[]): Spotting[] {
  const full = new Map<string, Spotting>()
  for (const one of spottings) {
    if (one.type !== 'person') continue
    const words = foldText(one.canonical).split(' ')
    for (let from = 1; from + SURNAME_WORDS <= words.length; from++) {
      const surname = words.slice(from).join(' ')
      if (!full.has(surname)) full.set(surname, one)
    }
  }
  if (full.size === 0) return [...spottings]
  return spottings.map((one) => {
    if (one.type !== 'person' || one.match !== 'pattern') return one
    const whole = full.get(foldText(one.canonical))
    if (whole === undefined || whole === one) return one
    const { canonical, atlas, match, options } = whole
    return { ...one, canonical, atlas, match, options }
  })
}
