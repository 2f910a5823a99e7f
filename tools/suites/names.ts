import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  latinLetters,
  spellingDistance,
  writtenName,
} from '../../src/claims/names/spelling/spelling-distance.ts'
import { type Judged, suiteFolder } from './suite.ts'

const FILES: Readonly<Record<string, string>> = { ar: 'wd_arabic_20', ru: 'wd_russian_20' }
const SAMPLE = 2000

/** Each name of a sample of 2,000, spread over the file, sought among the Latin spellings of all: a tie is wrong. `from`: which sample. */
export function namesAcrossScripts(lang: string, from = 0): Judged[] {
  const path = join(suiteFolder, 'netranslit', 'data', FILES[lang] ?? '')
  if (!existsSync(path)) return []
  const all = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [latin, letters] = line.split('\t')
      return latin && letters ? [{ latin, written: letters.replaceAll(' ', '') }] : []
    })
  const step = Math.floor(all.length / SAMPLE)
  const sample = all.filter((_, index) => index % step === from).slice(0, SAMPLE)
  const spelt = sample.map(({ latin }) => ({ latin, letters: latinLetters(latin) }))
  return sample.map(({ latin, written }) => {
    const name = writtenName(written)
    if (name === null)
      return { text: written, wanted: latin, said: '', right: false, skipped: 'in another script' }
    const own = spellingDistance(name, latinLetters(latin))
    let best = { said: '', distance: Number.POSITIVE_INFINITY }
    for (const other of spelt) {
      if (other.latin === latin) continue
      const distance = spellingDistance(name, other.letters, Math.min(best.distance, own))
      if (distance < best.distance) best = { said: other.latin, distance }
    }
    const right = own < best.distance
    return { text: written, wanted: latin, said: right ? latin : best.said, right }
  })
}
