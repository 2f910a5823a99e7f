import { expect, it } from 'vitest'
import type { CueMatch } from '../lexicon/cue.ts'
import { negatesStemOf } from './negated-stem.ts'

const match = (pattern: string, word: string, lastToken = 0, firstToken = lastToken): CueMatch => ({
  cue: { group: 'g', pattern, value: null, isExclusion: false },
  start: 0,
  end: word.length,
  firstToken,
  lastToken,
})

it('tells an ending that negates from the stem that makes the event', () => {
  const word = 'imzalanmadığını'
  expect(negatesStemOf(match('imzala*', word), match('*madığı*', word))).toBe(true)
  // Of two words the last is negated: «қол қойылмағанын».
  expect(negatesStemOf(match('қол қойыл*', 'қойылмағанын', 1, 0), match('*мағанын', 'қойылмағанын', 1))).toBe(
    true,
  )
})

it('tells a negated word in full from the stem it begins with', () => {
  expect(negatesStemOf(match('ihraç edil*', 'edilmedi', 1, 0), match('edilmed*', 'edilmedi', 1))).toBe(true)
  expect(negatesStemOf(match('durmad*', 'durmadı'), match('durmad*', 'durmadı'))).toBe(false)
})

it('tells an ending from the same ending with its negation', () => {
  const word = 'bulunmamaktadır'
  expect(negatesStemOf(match('*maktadır', word), match('*mamaktadır', word))).toBe(true)
  expect(negatesStemOf(match('*maktadır', word), match('*maktadır', word))).toBe(false)
})

it('leaves a phrase that spells the negation out, and one that the negation is no part of', () => {
  const word = 'durmadı'
  expect(negatesStemOf(match('durmad*', word), match('*madı', word))).toBe(false)
  expect(negatesStemOf(match('durmadı', word), match('*madı', word))).toBe(false)
  expect(negatesStemOf(match('dur*', word, 1), match('*madı', word, 3))).toBe(false)
  expect(negatesStemOf(match('without changes*', word, 1, 0), match('without', word, 0))).toBe(false)
})
