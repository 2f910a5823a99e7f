import { describe, expect, it } from 'vitest'
import { type FlowArc, outageFlows } from './outage-flows.ts'

const arc = (from: number, to: number, capacity: number): FlowArc => ({ from, to, capacity })

describe('outages of a maximum flow', () => {
  it('are worked on paper: of 0 to 3 by 1 (5) and by 2 (4), with 2 between 1 and 2', () => {
    const arcs = [arc(0, 1, 6), arc(1, 3, 5), arc(0, 2, 2), arc(2, 3, 4), arc(1, 2, 2)]
    const { flow, losses } = outageFlows(4, arcs, { sources: [0], sinks: [3] })
    // 6 by way of 1, of which 5 go on and 1 crosses to 2, and 2 by way of 2: 8 in all.
    expect(flow).toBe(8)
    // Without 0-1: 2 are left. Without 1-3: 2 cross and 2 come by 2: 4 are left. Without 1-2: 5 and 2.
    expect([...losses]).toEqual([6, 4, 2, 3, 1])
  })

  it('count a source that can stand in for another as no loss', () => {
    const arcs = [arc(0, 2, 5), arc(1, 2, 5), arc(2, 3, 5)]
    const { flow, losses } = outageFlows(4, arcs, { sources: [0, 1], sinks: [3] })
    expect(flow).toBe(5)
    expect([...losses]).toEqual([0, 0, 5])
  })

  it('equal what a maximum flow from nothing gives without each arc, on grids of many shapes', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const size = (at: number, most: number) => ((at + 2) * (seed + 11) * 7919 + at * at * 31) % most
      const arcs = Array.from({ length: 24 }, (_, at) =>
        arc(size(at, 9), size(at + 50, 9), 1 + size(at + 90, 12)),
      )
      const ends = { sources: [0, 1], sinks: [7, 8] }
      const { flow, losses } = outageFlows(9, arcs, ends)
      arcs.forEach((_, closed) => {
        const without = arcs.map((one, at) => (at === closed ? { ...one, capacity: 0 } : one))
        expect(flow - outageFlows(9, without, ends).flow).toBeCloseTo(losses[closed] ?? Number.NaN, 9)
      })
    }
  })
})
