import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { calendarDate } from '../../core/time.ts'
import { parseDateLexicon } from './parse-date-lexicon.ts'
import { findPublicationDate, latestFullDate } from './publication-date.ts'

function lexicon(lang: string) {
  const read = (name: string): unknown =>
    parse(readFileSync(new URL(`../../../lexicons/${lang}/${name}.yaml`, import.meta.url), 'utf8'))
  return parseDateLexicon(lang, { numbers: read('numbers'), dates: read('dates') })
}

test('a dateline dates the report', () => {
  const found = findPublicationDate(
    'Pump tests\n\nOSLO, Jan 5, 2026 (Fjord Wire) - Tests ran.',
    lexicon('en'),
  )
  expect(found).toMatchObject({ date: '2026-01-05', from: 'text', surface: 'Jan 5, 2026' })
})

test('a leading date field dates the report', () => {
  expect(findPublicationDate(' date 2026-03-02 Νέα', lexicon('el'))?.date).toBe('2026-03-02')
})

test('a Chinese dateline without a year needs a day near which it appeared', () => {
  const text = '测试\n\n东京3月5日电（某报）测试开始。'
  expect(findPublicationDate(text, lexicon('zh'))).toBeNull()
  expect(findPublicationDate(text, lexicon('zh'), calendarDate('2026-03-20'))).toMatchObject({
    date: '2026-03-05',
    from: 'text_without_year',
  })
})

test('a date in the run of a sentence is no dateline', () => {
  expect(findPublicationDate('The line opened on 4 May 2019 and was shut later.', lexicon('en'))).toBeNull()
})

test('the latest full date leaves out what is to come', () => {
  const text = 'It was hit on 4 May 2026. It will reopen on 9 June 2026. The first hit was on 2 April 2026.'
  expect(latestFullDate(text, lexicon('en'))?.date).toBe('2026-05-04')
})

test('a day that does not exist dates nothing', () => {
  expect(latestFullDate('It was signed on 30 February 2026.', lexicon('en'))).toBeNull()
})
