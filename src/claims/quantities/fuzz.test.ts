import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseCalendarDate } from '../../core/time.ts'
import { parseDateLexicon } from '../dates/parse-date-lexicon.ts'
import { findPublicationDate, latestFullDate } from '../dates/publication-date.ts'
import { readDates } from '../dates/read-dates.ts'
import { parseQuantityLexicon, readQuantities } from './read-quantities.ts'

const lexicons = ['ar', 'en', 'de', 'tr', 'zh', 'ru'].map((lang) => {
  const read = (name: string): unknown =>
    parse(readFileSync(new URL(`../../../lexicons/${lang}/${name}.yaml`, import.meta.url), 'utf8'))
  const files = { numbers: read('numbers'), units: read('units'), dates: read('dates') }
  return { quantities: parseQuantityLexicon(lang, files), dates: parseDateLexicon(lang, files) }
})

const pieces = fc.constantFrom(
  ...[
    '12',
    '1,5',
    '3.400',
    '٢٠٤',
    '٬',
    '½',
    '$',
    '€',
    '%',
    '-',
    '–',
    '/',
    '.',
    ',',
    '(',
    ')',
    "'",
    ' ',
    '\n',
  ],
  ...[
    'million',
    'млрд',
    'مليار',
    '亿',
    '年',
    '月',
    '日',
    '每',
    '立方米',
    'bis',
    'und',
    'yüzde',
    'bin',
    'Mayıs',
    'من',
  ],
  ...[
    'from',
    'to',
    'May',
    'в',
    'год',
    'ночь',
    'a',
    'half',
    'third',
    '2025',
    '31',
    '30',
    'since',
    'ago',
    'days',
  ],
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' ')),
)

test('whatever the text, nothing is thrown, spans re-slice, do not overlap, and a second reading is the same', () => {
  const published = parseCalendarDate('2025-11-12')
  fc.assert(
    fc.property(anyText, fc.constantFrom(...lexicons), (text, lexicon) => {
      const quantities = readQuantities(text, lexicon.quantities)
      const dates = readDates(text, lexicon.dates, published)
      for (const list of [quantities, dates]) {
        let end = 0
        for (const mention of list) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.surface)
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          end = mention.end
        }
      }
      expect(readQuantities(text, lexicon.quantities)).toEqual(quantities)
      expect(readDates(text, lexicon.dates, published)).toEqual(dates)
      findPublicationDate(text, lexicon.dates, published)
      latestFullDate(text, lexicon.dates)
    }),
    { numRuns: 400 },
  )
})

test('every value is finite', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...lexicons), (text, lexicon) => {
      for (const { value } of readQuantities(text, lexicon.quantities))
        for (const number of typeof value === 'number' ? [value] : value)
          expect(Number.isFinite(number)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
