import { describe, expect, it } from 'vitest'
import { factsFixture } from './event-facts-fixture.ts'
import { isAfterFault, isOnlyStrike } from './topics.ts'

const claimOf = (...cues: string[]) => {
  const [claim] = factsFixture({ type: 'supply_halt', refs: [], cues }).claims
  if (claim === undefined) throw new Error('the fixture has one claim')
  return claim
}

describe('a strike', () => {
  it('is no halt of what the strikers work at where its own word is the only one for stopping', () => {
    expect(isOnlyStrike(claimOf('event:halt:停工', 'topic:labour:停工'))).toBe(true)
  })

  it('is beside a halt where another word says that something stops, or none does', () => {
    expect(isOnlyStrike(claimOf('event:halt:停产', 'topic:labour:停工'))).toBe(false)
    expect(isOnlyStrike(claimOf('topic:labour:grève*'))).toBe(false)
  })
})

describe('what was shut because of a leak', () => {
  it('was shut after a fault, and by a decision where nothing failed', () => {
    expect(isAfterFault(claimOf('event:halt:shut', 'also:outage:leak*'))).toBe(true)
    expect(isAfterFault(claimOf('event:halt:shut', 'also:fall:cut'))).toBe(false)
    // Force majeure is declared of a blockade too.
    const declared = ['also:outage:force majeure', 'topic:grave:force majeure']
    expect(isAfterFault(claimOf('event:halt:shut', ...declared))).toBe(false)
    expect(isAfterFault(claimOf('event:halt:shut', ...declared, 'also:outage:leak*'))).toBe(true)
  })
})
