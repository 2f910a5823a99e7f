import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession } from '../session.ts'
import type { BaseMemory } from './base-memory.ts'

const highs = await solverForTests()
const network = (rate: number) =>
  networkFixture({
    supplies: [{ id: 'field', bus: 'a:gas', capacity: 80, output: rate, cost: 9_000 }],
    links: [{ id: 'line', from: 'a:gas', to: 'b:gas', capacity: 90, flow: rate, cost: 500 }],
    demands: [{ id: 'homes', bus: 'b:gas', rate }],
  })

function flow(rate: number, start: string, baseMemory: BaseMemory): number {
  const session = createSession(highs, network(rate), {
    grid: 'brief',
    start: calendarDate(start),
    days: 5,
    baseMemory,
  })
  try {
    return session.base().flow.get('line')?.[0] ?? Number.NaN
  } finally {
    session.dispose()
  }
}

describe('the memory of bases', () => {
  it('gives a base again for the same network and days, and finds another for any other', () => {
    const memory: BaseMemory = new Map()
    expect(flow(50, '2025-03-01', memory)).toBeCloseTo(50, 6)
    expect(flow(50, '2025-03-01', memory)).toBeCloseTo(50, 6)
    expect(memory.size).toBe(1)
    expect(flow(40, '2025-03-01', memory)).toBeCloseTo(40, 6)
    expect(memory.size).toBe(2)
    expect(flow(50, '2025-04-01', memory)).toBeCloseTo(50, 6)
    expect(memory.size).toBe(3)
  })
})
