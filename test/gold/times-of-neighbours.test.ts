import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-03-12' })

describe('a week that still runs', () => {
  it.each([
    ['ar', 'توقف ضخ النفط عبر خط كركوك-جيهان، ومن المقرر أن تبدأ أعمال الإصلاح هذا الأسبوع.'],
    ['en', 'Oil stopped flowing through Kirkuk-Ceyhan, and repairs are due to begin this week.'],
  ])('dates what is to come in it, and not what has been, in %s', (lang, text) => {
    const { claims } = read(lang, text)
    expect(claims.find(({ event }) => event === 'supply_halt')?.time).toBe('2026-03-12')
    expect(claims.find(({ event }) => event === 'repair_or_restart')?.time).toContain('/')
  })
})

describe('the world', () => {
  it.each(['Rapora göre dünya petrol talebi artıyor.', 'Rapora göre dünyada petrol talebi artıyor.'])(
    'is not yesterday, though it begins like it in Turkish: %s',
    (text) => {
      expect(read('tr', text).dates).toEqual([])
      expect(read('tr', `Dün ${text}`).dates.map(({ iso }) => iso)).toEqual(['2026-03-11'])
    },
  )
})

describe('what will last two weeks', () => {
  it('is no date, and the last two weeks are', () => {
    expect(read('en', 'The outage at the Schwechat refinery will last two weeks.').dates).toEqual([])
    const [last] = read('en', 'Output of the Schwechat refinery fell in the last two weeks.').dates
    expect(last?.iso).toBe('2026-02-23/2026-03-08')
  })
})
