import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../atlas/tiny-atlas.ts'
import { calendarDate } from '../core/time.ts'
import { reconcileEvents } from './reconcile-events.ts'
import { registerCommitments } from './register-commitments.ts'
import { type TinyReport, tinyReading } from './tiny-reading.ts'

const types = {
  Norland: 'country',
  Sudland: 'country',
  Petronor: 'company',
  'Blue field': 'field',
} as const

function register(reports: readonly TinyReport[], day: string) {
  const readings = reports.map((report) => tinyReading({ types, ...report }))
  const { atlas } = tinyAtlas(tinyTables)
  return registerCommitments(reconcileEvents(readings, atlas), readings, atlas, calendarDate(day))
}

const well: TinyReport = {
  id: 'plan',
  published: '2026-03-02',
  claims: [
    {
      event: 'discovery_or_drilling',
      assets: ['Petronor', 'Blue field'],
      modality: 'announced_or_planned',
      time: '2026-10',
    },
  ],
}

describe('registerCommitments', () => {
  it('holds a well that is due in October open until the last day of October', () => {
    expect(register([well], '2026-10-31')).toMatchObject([
      { parties: ['Petronor'], subjects: ['Blue field'], made: '2026-03-02', due: '2026-10', state: 'open' },
    ])
  })

  it('calls it overdue from the first of November, when no report tells of it', () => {
    expect(register([well], '2026-11-01')).toMatchObject([{ state: 'overdue', evidence: [] }])
  })

  it('calls it kept by a later report that the drilling began, and names that event', () => {
    const done: TinyReport = {
      id: 'done',
      published: '2026-10-20',
      claims: [{ event: 'discovery_or_drilling', assets: ['Petronor', 'Blue field'], time: '2026-10-19' }],
    }
    const [first] = register([well, done], '2026-11-01')
    expect(first).toMatchObject({ due: '2026-10', state: 'kept' })
    expect(first?.evidence).toHaveLength(1)
  })

  it('keeps the sum of a loan first among its amounts, as it was written', () => {
    const loan: TinyReport = {
      id: 'loan',
      claims: [
        {
          event: 'investment_or_loan',
          assets: ['Norland', 'Sudland'],
          figures: [
            { value: 12, unit: 'count' },
            { value: 4.4e9, unit: 'USD', surface: '4,4 bn dollars' },
          ],
        },
      ],
    }
    expect(register([loan], '2026-11-01')).toMatchObject([
      {
        state: 'undated',
        due: null,
        amounts: [
          { value: 4.4e9, unit: 'USD', as_written: '4,4 bn dollars' },
          { value: 12, unit: 'count' },
        ],
      },
    ])
  })

  it('takes nothing that is only possible, and nothing without a second party, an amount or a day', () => {
    const loose: TinyReport = {
      id: 'loose',
      claims: [
        { event: 'construction', assets: ['Norland', 'Sudland'], modality: 'possible', time: '2027' },
        { event: 'construction', assets: ['Blue field'], modality: 'announced_or_planned' },
      ],
    }
    expect(register([loose], '2026-11-01')).toEqual([])
  })
})
