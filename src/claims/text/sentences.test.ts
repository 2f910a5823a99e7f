import { describe, expect, it } from 'vitest'
import { findQuotes } from './quotes.ts'
import { splitSentences } from './sentences.ts'

const split = (text: string, abbreviations: readonly string[] = []): string[] =>
  splitSentences(text, { abbreviations: new Set(abbreviations), whole: [] }).map((one) =>
    text.slice(one.start, one.end),
  )

describe('sentences', () => {
  it('end at a full stop before a capital, not in a number or after an abbreviation', () => {
    expect(split('Flows fell 4.5 percent. Mr. Smith said so.', ['mr'])).toEqual([
      'Flows fell 4.5 percent.',
      'Mr. Smith said so.',
    ])
  })

  it('end behind the short word for a year, unless the year opens them', () => {
    expect(split('Umowa na dostawy obowiązuje do 2028 r. Spółka ją przedłuży.', ['r'])).toEqual([
      'Umowa na dostawy obowiązuje do 2028 r.',
      'Spółka ją przedłuży.',
    ])
    expect(split('W 2028 r. Orlen ją przedłuży.', ['r'])).toEqual(['W 2028 r. Orlen ją przedłuży.'])
  })

  it('go on through the zone of a time of day, and end at one that has none', () => {
    const clock = (text: string): string[] =>
      splitSentences(text, { abbreviations: new Set(), whole: [], zoneWords: new Set(['time']) }).map((one) =>
        text.slice(one.start, one.end),
      )
    expect(clock('It was hit at 4:06 a.m. Moscow time on Friday.')).toHaveLength(1)
    expect(clock('It was hit at 4 a.m. GMT on Friday.')).toHaveLength(1)
    expect(clock('It was hit at 4 a.m. Crews put it out in no time.')).toHaveLength(2)
  })

  it('end at Chinese and Arabic marks', () => {
    expect(split('停止供气。谈判仍在进行。')).toEqual(['停止供气。', '谈判仍在进行。'])
    expect(split('هل توقف الضخ؟ نعم.')).toEqual(['هل توقف الضخ؟', 'نعم.'])
  })

  it('run over lines broken at a fixed width, and stay apart from a headline', () => {
    const text =
      'Field to stop for works in October\nThe operator of the field said on Monday that its\nworks begin in October.'
    expect(split(text)).toEqual([
      'Field to stop for works in October',
      'The operator of the field said on Monday that its\nworks begin in October.',
    ])
  })

  it('know a headline by its missing full stop', () => {
    const text = 'Pipeline reopens\n\nIt reopened on Monday.'
    const marked = splitSentences(text, { abbreviations: new Set(), whole: [] })
    expect(marked.map((one) => one.isHeading)).toEqual([true, false])
  })
})

describe('quotations', () => {
  it('are found in every pair of marks and never run on without an end', () => {
    const text = 'He said “we agreed”. Он сказал: «да». "ok" and “open'
    expect(findQuotes(text).map((one) => text.slice(one.start, one.end))).toEqual([
      '“we agreed”',
      '«да»',
      '"ok"',
    ])
  })

  it('hold those within them, and end at the first mark where one is left out', () => {
    const quoted = (text: string): string[] => findQuotes(text).map((one) => text.slice(one.start, one.end))
    expect(quoted('“Лінія “Дружба” стоїть. Це удар”, — сказав він.')).toEqual([
      '“Лінія “Дружба” стоїть. Це удар”',
    ])
    expect(quoted('"Лінія "Дружба" стоїть. Це удар", — сказав він.')).toEqual([
      '"Лінія "Дружба" стоїть. Це удар"',
    ])
    expect(quoted('"Стоит линия "Дружба", - сказал он. "Это удар".')).toEqual([
      '"Стоит линия "Дружба"',
      '"Это удар"',
    ])
    expect(quoted('«Компания «Ромашка» стоит')).toEqual(['«Компания «Ромашка»'])
    expect(quoted('قال “توقف الضخ“ أمس')).toEqual(['“توقف الضخ“'])
  })
})
