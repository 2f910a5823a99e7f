import { describe, expect, it } from 'vitest'
import { commitmentCells } from './commitments.ts'

describe('commitmentCells', () => {
  it('writes the sum with its unit, the day as people write it, and no more than the reports allow', () => {
    expect(
      commitmentCells({
        event: 'loan-1',
        type: 'investment_or_loan',
        parties: ['Norland', 'Sudland'],
        subjects: [],
        amounts: [{ value: 4.4e9, unit: 'USD', as_written: '4.4 bn', claim: { report: 'a', claim: 'c1' } }],
        made: '2026-03-02',
        due: null,
        state: 'overdue',
        evidence: [],
      }),
    ).toEqual({
      what: 'investment or loan',
      who: 'Norland, Sudland',
      about: 'not named',
      amounts: '4,400,000,000\u00a0USD',
      made: '2 March 2026',
      due: 'not stated',
      state: 'the day has passed; no report at hand tells that it was done',
    })
  })
})
