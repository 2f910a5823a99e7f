import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { latinLetters, spellingDistance, writtenName } from './spelling-distance.ts'

function apart(written: string, latin: string): number {
  const name = writtenName(written)
  if (name === null) throw new Error(`${written} is in neither script`)
  return spellingDistance(name, latinLetters(latin))
}

it.each([
  ['كروس', 'Kross'],
  ['ويلسون', 'Wilson'],
  ['Шевченко', 'Shevchenko'],
  ['Хельмут', 'Khelmut'],
])('counts nothing for a plain spelling: %s is %s, but for the short vowels of Arabic', (written, latin) => {
  expect(apart(written, latin)).toBeLessThan(0.2)
})

it.each([
  ['جورج', 'George', 'Jarij'],
  ['غينسبورغ', 'Gainsbourg', 'Kanspork'],
  ['تشرشل', 'Churchill', 'Tsharsaul'],
  ['عبدالله', 'Abdullah', 'Bedell'],
  ['الدخيل', 'Dakhil', 'Aldecott'],
  ['نيفي', 'Nevé', 'Nafa'],
  ['Джордж', 'George', 'Dzhurab'],
  ['Жан', 'Jean', 'Gawain'],
  ['Хуарес', 'Juárez', 'Kares'],
  ['Пуатье', 'Poitier', 'Potter'],
  ['Цянь', 'Qian', 'Sean'],
  ['Мюррей', 'Murray', 'Myra'],
])('finds %s nearer to %s than to %s', (written, meant, other) => {
  expect(apart(written, meant)).toBeLessThan(apart(written, other))
})

it('takes short vowels as what Arabic leaves out and long ones as written', () => {
  expect(apart('محمد', 'Muhammad')).toBeCloseTo(0.15 * 3)
  expect(apart('كريم', 'Karim')).toBeLessThan(apart('كريم', 'Karam'))
})

it('adds a whole sound for a consonant that is missing, and half for another vowel', () => {
  expect(apart('Иван', 'Ivan')).toBe(0)
  expect(apart('Иван', 'Ivank')).toBeCloseTo(1)
  expect(apart('Том', 'Tim')).toBeCloseTo(0.5)
})

it('gives up past the distance that is asked for', () => {
  const name = writtenName('Рюрик')
  expect(name && spellingDistance(name, 'washington', 1)).toBe(Number.POSITIVE_INFINITY)
  expect(writtenName('Ryurik')).toBeNull()
})

it.each([
  ['wd_russian_20', 0.95],
  ['wd_arabic_20', 0.93],
])('finds most names of %s among 500 by how they may be spelt', (file, floor) => {
  const path = `../shared/reading/netranslit/data/${file}`
  if (!existsSync(path)) {
    // biome-ignore lint/suspicious/noConsole: a missing corpus must be seen
    console.warn(`SKIPPED: ${path} is missing`)
    return
  }
  const all = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [latin, letters] = line.split('\t')
      const name = latin && letters ? writtenName(letters) : null
      return latin && name ? [{ name, latin: latinLetters(latin) }] : []
    })
  const step = Math.floor(all.length / 500)
  const sample = all.filter((_, index) => index % step === 0).slice(0, 500)
  const first = sample.filter(({ name, latin }, index) => {
    const own = spellingDistance(name, latin)
    return sample.every((other, at) => at === index || spellingDistance(name, other.latin, own) > own)
  })
  expect(first.length / sample.length).toBeGreaterThan(floor)
})
