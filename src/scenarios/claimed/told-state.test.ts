import { describe, expect, it } from 'vitest'
import type { EventType } from '../../claims/claim.ts'
import { factsFixture, quantityFixture } from '../event-facts-fixture.ts'
import { lostShare } from './told-state.ts'

function share(type: EventType, cues: readonly string[], percent?: number): number | null {
  const quantities = percent === undefined ? [] : [quantityFixture('q1', percent, '%')]
  const [told] = factsFixture({ type, refs: [], cues, quantities }).claims
  return told === undefined ? null : lostShare(told)
}

describe('the share that is lost', () => {
  it('is what is missing to the whole of what works', () => {
    expect(share('outage_or_attack', ['topic:load:operat* at'], 65)).toBeCloseTo(0.35, 9)
    expect(share('other', ['topic:load:работает на'], 40)).toBeCloseTo(0.6, 9)
  })

  it('is not told by a share without words of working: that may be what is lost, or of the country', () => {
    expect(share('outage_or_attack', [], 65)).toBeNull()
  })

  it('is a half where half a load is told', () => {
    expect(share('other', ['topic:half_load:halber Last'])).toBe(0.5)
  })

  it('is the part that is out, and the rest of the part that works', () => {
    expect(share('outage_or_attack', ['topic:two_of_three:deux des trois'])).toBeCloseTo(2 / 3, 9)
    expect(share('transit', ['topic:one_of_three:одно из трех'])).toBeCloseTo(2 / 3, 9)
    expect(share('outage_or_attack', ['topic:one_of_three:x', 'topic:load:грузит .. через'])).toBeCloseTo(
      2 / 3,
      9,
    )
    expect(share('repair_or_restart', ['topic:one_of_four:uno de los cuatro'])).toBe(0.25)
  })

  it('is not told by a denial', () => {
    const [told] = factsFixture({
      type: 'outage_or_attack',
      refs: [],
      modality: 'denied',
      cues: ['topic:half_load:half its load'],
    }).claims
    expect(told === undefined ? 0 : lostShare(told)).toBeNull()
  })
})
