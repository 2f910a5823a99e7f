import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseNamesLexicon } from '../names-lexicon.ts'
import { romanise } from './romanise.ts'
import { listedSkeletons, skeleton, soughtSkeletons } from './skeleton.ts'

it('gives one skeleton for one name in four scripts', () => {
  const spellings = [
    ['Kropotkinskaya', 'en'],
    ['Кропоткинская', 'ru'],
    ['Κροπότκινσκαγια', 'el'],
    ['كروبوتكينسكايا', 'ar'],
  ] as const
  const skeletons = spellings.map(([name]) => skeleton(name))
  expect(skeletons).toEqual(['KRPTKNSK', 'KRPTKNSK', 'KRPTKNSK', 'KRPTKNSK'])
})
it('meets the Latin spelling of a letter that may be of two classes', () => {
  for (const [written, latin] of [
    ['جورج', 'Georg'],
    ['جمال', 'Jamal'],
    ['ويليام', 'William'],
    ['Уильям', 'William'],
    ['Вагнер', 'Wagner'],
    ['Карлос', 'Carlos'],
    ['Чаренц', 'Čarents'],
    ['عبدالله', 'Abdullah'],
  ] as const)
    expect(soughtSkeletons(written)).toEqual(
      expect.arrayContaining([
        expect.toSatisfy((one: string) => listedSkeletons(latin).includes(one), latin),
      ]),
    )
})
it.each([
  ['Унеча', 'ru', 'Unecha'],
  ['Запоріжжя', 'uk', 'Zaporizhzhia'],
  ['Αλεξανδρούπολη', 'el', 'Alexandroupoli'],
  ['Кавказский', 'ru', 'Kavkazsky'],
  ['Айтжанов', 'kk', 'Aitzhanov'],
  ['Търговище', 'bg', 'Targovishte'],
])('romanises %s as the press does', (name, lang, roman) => {
  const file = new URL(`../../../../lexicons/${lang}/names.yaml`, import.meta.url)
  expect(romanise(name, parseNamesLexicon(parse(readFileSync(file, 'utf8'))).data.romanise)).toBe(roman)
})
it('leaves Latin and Han text as it is', () => {
  expect(romanise('Százhalombatta')).toBe('Százhalombatta')
  expect(romanise('中石油')).toBe('中石油')
})

const pairs = (file: string): [string, string][] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [latin, letters] = line.split('\t')
      return latin && letters ? [[latin, letters.replaceAll(' ', '')] as [string, string]] : []
    })

it.each([
  ['ru', '../shared/reading/netranslit/data/wd_russian_20', 0.8],
  ['ar', '../shared/reading/netranslit/data/wd_arabic_20', 0.8],
])('gives most person names in %s the skeleton of their English spelling', (_lang, file, floor) => {
  if (!existsSync(file)) {
    // biome-ignore lint/suspicious/noConsole: a missing corpus must be seen.
    console.warn(`${file} is missing: not measured`)
    return
  }
  const sample = pairs(file).slice(0, 2000)
  const same = sample.filter(([latin, other]) =>
    soughtSkeletons(other).some((one) => listedSkeletons(latin).includes(one)),
  ).length
  expect(same / sample.length).toBeGreaterThan(floor)
})
