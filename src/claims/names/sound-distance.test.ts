import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { romanise } from './romanise.ts'
import { soundDistance, soundKey } from './sound-distance.ts'

it('writes one sound with one letter, without doublings and accents', () => {
  expect(soundKey('Tchaikovsky')).toBe('Caikovski')
  expect(soundKey('Müller')).toBe('muler')
})

it('writes the spellings of Central Europe and Japan as one hears them', () => {
  expect(soundKey('Backović')).toBe('bakoviC')
  expect(soundKey('Mickiewicz')).toBe('mikiviC')
  expect(soundKey('Teltscher')).toBe('telCer')
  expect(soundKey('Kawashita')).toBe('kavaSita')
  expect(soundDistance(soundKey('ukichi'), soundKey('ukiti'))).toBeCloseTo(0.4)
})

it('writes Latin, Polish and Chinese names as Cyrillic spells them', () => {
  expect(soundKey('Gellius')).toBe(soundKey('gelli'))
  expect(soundKey('Rosowski')).toBe(soundKey('rosovski'))
  expect(soundKey('Zhu')).toBe(soundKey('chzhu'))
  expect(soundDistance(soundKey('Luxian'), soundKey('lusyan'))).toBe(0)
  expect(soundDistance(soundKey('Qingfeng'), soundKey('tsinfen'))).toBeLessThan(1)
})

it('counts nothing for one sound, little for a vowel, a whole error for another consonant', () => {
  expect(soundDistance('ivanov', 'ivanov')).toBe(0)
  expect(soundDistance('ivanov', 'ivanav')).toBe(0.25)
  expect(soundDistance('basra', 'basara')).toBeCloseTo(0.3)
  expect(soundDistance('basra', 'batra')).toBe(1)
})

const pairs = (file: string): (readonly [string, string])[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [latin, letters] = line.split('\t')
      return latin && letters ? [[latin, letters.replaceAll(' ', '')] as const] : []
    })

it.each([
  ['wd_russian_20', 0.92],
  ['wd_arabic_20', 0.83],
])('finds most names of %s among 500 by their sound', (name, floor) => {
  const file = `../shared/reading/netranslit/data/${name}`
  if (!existsSync(file)) {
    // biome-ignore lint/suspicious/noConsole: a missing corpus must be seen
    console.warn(`SKIPPED: ${file} is missing`)
    return
  }
  const all = pairs(file)
  const step = Math.floor(all.length / 500)
  const sample = all.filter((_, index) => index % step === 0).slice(0, 500)
  const keys = sample.map(([latin]) => soundKey(latin))
  const first = sample.filter(([, other], index) => {
    const sought = soundKey(romanise(other))
    const own = soundDistance(sought, keys[index] ?? '')
    return keys.every((key, at) => at === index || soundDistance(sought, key) > own)
  })
  expect(first.length / sample.length).toBeGreaterThan(floor)
})
