import { describe, expect, it } from 'vitest'
import type { Network } from '../../atlas/network.ts'
import { calendarDate } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import { bindingReasons } from '../answers/reasons.ts'
import { networkFixture, sourced } from '../network/network-fixture.ts'
import { scopeNetwork } from '../network/scope-network.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession, type Session } from '../session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')
const open = () => ({ delayDays: 0, fullDays: 0, fraction: 1 })
const closed = (link: string): ConcreteShock => ({
  asset: `links/${link}`,
  field: 'capacity',
  value: 0,
  unit: '1',
  from: start,
  to: null,
})

/** A field of 100 oil with 1.5 to 2 gas: 80 are sold to a plant, up to 90 reinjected; a well next to it serves homes. */
const plain = networkFixture({
  supplies: [
    { id: 'oil', bus: 'a:crude', capacity: 120, output: 100, cost: 9_000 },
    { id: 'gas', bus: 'a:gas', capacity: 120, output: 80, cost: 1_000 },
    { id: 'well', bus: 'a:gas', capacity: 20, output: 20, cost: 3_000 },
  ],
  links: [
    { id: 'oil-line', from: 'a:crude', to: 'b:crude', capacity: 150, flow: 100, cost: 500 },
    { id: 'gas-line', from: 'a:gas', to: 'b:gas', capacity: 100, flow: 80, cost: 300 },
  ],
  demands: [
    { id: 'refinery', bus: 'b:crude', rate: 100 },
    { id: 'plant', bus: 'b:gas', rate: 80 },
    { id: 'homes', bus: 'a:gas', rate: 20 },
  ],
})
const joint = {
  id: 'field',
  name: 'Field',
  main: 'oil',
  by: 'gas',
  outlets: ['gas-line'],
  ratio: { ...sourced(1.8), low: 1.5, high: 2 },
  elsewhere: 90,
}
const coupled: Network = { ...plain, jointProducts: [joint] }

function withSession<T>(network: Network, use: (session: Session) => T): T {
  const session = createSession(highs, network, {
    grid: 'brief',
    start,
    days: 4,
    pickUp: open,
    supplyPickUp: open,
  })
  try {
    return use(session)
  } finally {
    session.dispose()
  }
}
const first = (series: Float64Array | undefined): number => series?.[0] ?? Number.NaN

describe('joint products', () => {
  it('leaves oil alone where nothing joins it to gas', () => {
    const run = withSession(plain, (session) => session.solve([closed('gas-line')]))
    expect(first(run.output.get('oil'))).toBeCloseTo(100, 6)
  })

  it('cuts the main product to what the other outlets of the by-product allow', () => {
    withSession(coupled, (session) => {
      const run = session.solve([closed('gas-line')])
      expect(first(run.output.get('gas'))).toBeCloseTo(0, 6)
      // 90 can be reinjected: 90 / 1.5 = 60.
      expect(first(run.output.get('oil'))).toBeCloseTo(60, 6)
      expect(run.binding.map((one) => one.constraint)).toContain('joint-least:field')
      const reasons = bindingReasons(session, [closed('gas-line')], run)
      expect(reasons.find((one) => one.constraint === 'joint-least:field')?.confirmed).toBe(true)
    })
  })

  it('cuts the by-product with the main one', () => {
    // Without oil no gas comes up, whatever the gas line could carry.
    const run = withSession(coupled, (session) => session.solve([closed('oil-line')]))
    expect(first(run.output.get('oil'))).toBeCloseTo(0, 6)
    expect(first(run.output.get('gas'))).toBeCloseTo(0, 6)
  })

  it('lets the by-product serve its own zone where it needs no way out', () => {
    const free: Network = { ...plain, jointProducts: [{ ...joint, outlets: [] }] }
    const run = withSession(free, (session) => session.solve([closed('gas-line')]))
    // 20 go to the homes in place of the dearer well: (90 + 20) / 1.5 = 73.3.
    expect(first(run.output.get('gas'))).toBeCloseTo(20, 5)
    expect(first(run.output.get('oil'))).toBeCloseTo(110 / 1.5, 5)
  })

  it('holds in a base that contradicts it', () => {
    const tight: Network = { ...plain, jointProducts: [{ ...joint, elsewhere: 10 }] }
    withSession(tight, (session) => {
      expect(session.base().status).toBe('optimal')
      expect(first(session.base().output.get('oil'))).toBeCloseTo(100, 6)
    })
  })

  it('keeps the main product in scope of a question about the by-product, and not the other way', () => {
    expect(scopeNetwork(coupled, ['a:gas']).buses.map((bus) => bus.id)).toContain('b:crude')
    expect(scopeNetwork(plain, ['a:gas']).buses.map((bus) => bus.id)).not.toContain('b:crude')
    expect(scopeNetwork(coupled, ['a:crude']).buses.map((bus) => bus.id)).not.toContain('b:gas')
  })
})
