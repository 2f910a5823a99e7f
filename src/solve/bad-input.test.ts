import { describe, expect, it } from 'vitest'
import type { Network } from '../atlas/network.ts'
import { calendarDate } from '../core/time.ts'
import { refuseTooLarge } from './linear/programme.ts'
import { networkFixture, sourced } from './network/network-fixture.ts'
import { indexNetwork } from './network/network-index.ts'
import { solverForTests } from './network/solver-fixture.ts'
import { createSession } from './session.ts'
import { timeGrid } from './time-grid.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')

const sound = networkFixture({
  supplies: [{ id: 'field', bus: 'a:gas', capacity: 80, output: 50, cost: 5_000 }],
  links: [{ id: 'line', from: 'a:gas', to: 'b:gas', capacity: 90, flow: 50, cost: 500 }],
  demands: [{ id: 'homes', bus: 'b:gas', rate: 50 }],
  stores: [{ id: 'cavern', bus: 'b:gas', volume: 100, level: 50, injection: 5, withdrawal: 5 }],
  conversions: [{ id: 'plant', from: 'b:gas', to: 'b:power', capacity: 10, flow: 0, efficiency: 0.5 }],
})
const withLink = (change: Partial<Network['links'][number]>): Network => ({
  ...sound,
  links: sound.links.map((link) => ({ ...link, ...change })),
})
const withSupply = (change: Partial<Network['supplies'][number]>): Network => ({
  ...sound,
  supplies: sound.supplies.map((supply) => ({ ...supply, ...change })),
})
const withConversions = (...efficiencies: readonly [number, number]): Network => ({
  ...sound,
  conversions: networkFixture({
    conversions: [
      { id: 'plant', from: 'b:gas', to: 'b:power', capacity: 10, flow: 0, efficiency: efficiencies[0] },
      {
        id: 'electrolysis',
        from: 'b:power',
        to: 'b:gas',
        capacity: 10,
        flow: 0,
        efficiency: efficiencies[1],
      },
    ],
  }).conversions,
})

describe('bad input to a programme', () => {
  it.each<[string, Network, RegExp]>([
    ['a negative capacity', withLink({ capacity: sourced(-1) }), /Row line has capacity -1; .*at least 0/],
    [
      'a capacity that is no number',
      withLink({ capacity: sourced(Number.NaN) }),
      /Row line has capacity NaN/,
    ],
    ['an observed flow that is no number', withLink({ flow: sourced(Number.NaN) }), /Row line has flow NaN/],
    ['an infinite output', withSupply({ output: sourced(Infinity) }), /Row field has output Infinity/],
    [
      'a cost that is no number',
      withSupply({ cost: sourced(Number.NaN) }),
      /Row field has cost NaN; give a number/,
    ],
    ['a loss of all', withLink({ loss: 1 }), /Link line has loss 1; give a share/],
    ['a link to itself', withLink({ to: 'a:gas' }), /line leads from a:gas to itself; drop it/],
    ['a bus that is not there', withLink({ to: 'c:gas' }), /Bus c:gas .*add its zone/],
    [
      'units that differ from those of the carrier',
      withSupply({ capacity: { ...sourced(80), unit: 'kbbl_d' } }),
      /Row field has capacity in kbbl_d, where gas is in gwh_d; convert it/,
    ],
    ['an efficiency of zero', withConversions(0, 0.5), /plant has efficiency 0; give units of output/],
    ['a cycle of free conversion', withConversions(1, 1), /plant is part of a cycle .*lower an efficiency/],
    ['a cycle that makes energy', withConversions(0.9, 1.2), /part of a cycle/],
    ['a demand without steps', { ...sound, tiers: [] }, /homes needs steps for gas; add rows to the tiers/],
  ])('refuses %s, naming the row and the mend', (_, network, message) => {
    expect(() => indexNetwork(network)).toThrow(message)
  })

  it('takes a sound network, a cycle that loses, a capacity of zero', () => {
    expect(() => indexNetwork(sound)).not.toThrow()
    expect(() => indexNetwork(withConversions(0.9, 0.8))).not.toThrow()
    expect(() => indexNetwork(withLink({ capacity: sourced(0) }))).not.toThrow()
  })

  it('lists a zone that nothing joins to a source, and still solves', () => {
    const island = networkFixture({ demands: [{ id: 'homes', bus: 'z:gas', rate: 5 }] })
    const session = createSession(highs, island, { grid: 'brief', start, days: 2 })
    expect(session.base().status).toBe('optimal')
    expect(session.baseCase.adjustments[0]?.figure).toBe('demands/homes/rate')
    session.dispose()
  })

  it('refuses a run without days, and one of part of a day', () => {
    expect(() => timeGrid('brief', start, 0)).toThrow(/run of 0 days has no period: give a whole number/)
    expect(() => timeGrid('months', start, 1.5)).toThrow(/1.5 days/)
  })

  it('refuses ten million columns with their number and the memory that they would take', () => {
    expect(() => refuseTooLarge(10_000_000)).toThrow(/10000000 columns .*9\.0 GB; choose fewer days/)
  })
})
