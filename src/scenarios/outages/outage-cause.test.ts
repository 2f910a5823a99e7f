import { describe, expect, it } from 'vitest'
import { factsFixture } from '../event-facts-fixture.ts'
import type { OutageTarget } from '../target.ts'
import { isDecided } from './outage-cause.ts'

const output: OutageTarget = {
  subject: 'countries/AA',
  name: 'crude of Aland',
  kind: 'output',
  asset: null,
  carrier: 'crude',
  carrying: [],
  plants: [],
}
const halt = factsFixture({ type: 'supply_halt', refs: ['countries/AA'], cues: ['event:halt:stopped'] })
const leak = (cue: string) =>
  factsFixture({ id: 'e2', type: 'outage_or_attack', refs: [], cues: ['event:damage:out of service', cue] })

describe('whether somebody decided that it stops', () => {
  it('is so where what a country brings up stops, unless the story tells what broke', () => {
    const decided = (...story: (typeof halt)[]) =>
      isDecided({ facts: halt, related: [], target: output, story })
    expect(decided()).toBe(true)
    expect(decided(leak('also:outage:leak*'))).toBe(false)
    // Force majeure is declared of anything.
    const declared = ['event:halt:stopped', 'also:outage:force majeure', 'topic:grave:force majeure']
    expect(decided(factsFixture({ id: 'e3', type: 'supply_halt', refs: [], cues: declared }))).toBe(true)
  })
})
