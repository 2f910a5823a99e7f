import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { claimsCsv } from './claims-csv.ts'
import { fixtureBrief } from './fixtures/fixture-brief.ts'
import { hostileBrief, payloads } from './fixtures/fixture-hostile.ts'

const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true })

describe('claims.csv', () => {
  it('has one row a claim, with the words as written and the numbers normalised', () => {
    const rows = rowsOf(claimsCsv(fixtureBrief))
    expect(rows).toHaveLength(fixtureBrief.claims.length)
    expect(rows[0]?.evidence).toBe(fixtureBrief.claims[0]?.evidence)
    expect(rows[0]).toMatchObject({
      report: 'gulf-energy-ar',
      claim: 'c1',
      lang: 'ar',
      via: 'Interfax',
      start: '118',
      end: '226',
    })
    expect(rows[1]?.numbers).toBe(
      'примерно на четверть = 25\u00a0%; 1 млн баррелей в сутки = 1,000,000\u00a0bbl/d = 1,000 kb/d',
    )
    expect(rows[2]).toMatchObject({ implied: 'Kropotkinskaya pumping station', speaker: '', time: '' })
  })

  it('ends each line with CRLF and quotes what needs it', () => {
    const brief = {
      ...fixtureBrief,
      claims: fixtureBrief.claims.slice(0, 1).map((claim) => ({ ...claim, gloss: 'a "b",\nc' })),
    }
    expect(claimsCsv(brief).split('\r\n')).toHaveLength(3)
    expect(claimsCsv(brief)).toContain('"a ""b"",\nc"\r\n')
  })

  it.each(['=1+1', '+1', '-4.5 %', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('makes %j no formula', (evidence) => {
    const brief = {
      ...fixtureBrief,
      claims: fixtureBrief.claims.slice(0, 1).map((claim) => ({ ...claim, evidence })),
    }
    expect(rowsOf(claimsCsv(brief))[0]?.evidence).toBe(`'${evidence}`)
  })

  it.each(payloads)('stays a table of as many cells with %j in every text', (payload) => {
    const rows = rowsOf(claimsCsv(hostileBrief(payload)))
    expect(rows).toHaveLength(fixtureBrief.claims.length)
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  })
})
