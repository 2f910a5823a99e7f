import { expect, it } from 'vitest'
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

it('counts nothing for one sound, little for a vowel, a whole error for another consonant', () => {
  expect(soundDistance('ivanov', 'ivanov')).toBe(0)
  expect(soundDistance('ivanov', 'ivanav')).toBe(0.25)
  expect(soundDistance('basra', 'basara')).toBeCloseTo(0.3)
  expect(soundDistance('basra', 'batra')).toBe(1)
})
