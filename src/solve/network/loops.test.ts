import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { independentLoops } from './loops.ts'

const edges = fc.array(fc.record({ from: fc.nat(9), to: fc.nat(9) }), { maxLength: 30 })

describe('independent loops', () => {
  it('are as many as branches less nodes plus parts', () => {
    fc.assert(
      fc.property(edges, (given) => {
        const { loops, partOf } = independentLoops(10, given)
        expect(loops.length).toBe(given.length - 10 + new Set(partOf).size)
      }),
    )
  })

  it('come back to where they began, so that differences of any potential sum to zero', () => {
    fc.assert(
      fc.property(
        edges,
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 10, maxLength: 10 }),
        (given, level) => {
          for (const loop of independentLoops(10, given).loops) {
            const sum = loop.reduce((total, { edge, sign }) => {
              const { from = 0, to = 0 } = given[edge] ?? {}
              return total + sign * ((level[from] ?? 0) - (level[to] ?? 0))
            }, 0)
            expect(sum).toBe(0)
          }
        },
      ),
    )
  })

  it('tell parts that no branch joins', () => {
    const { partOf } = independentLoops(4, [{ from: 2, to: 3 }])
    expect([...partOf]).toEqual([0, 1, 2, 2])
  })
})
