import type { Model } from 'highs'
import { describe, expect, it } from 'vitest'
import { loadProgramme } from '../linear/optimise.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { runFirmly } from './run-firmly.ts'
import { TripletProgramme } from './triplet-programme.ts'

const highs = await solverForTests()

/** At least 3 of something that costs 2. */
function load(): Model {
  const written = new TripletProgramme()
  written.addColumn(2, 0, 10)
  written.add(written.addRow(3, 10), 0, 1)
  return loadProgramme(highs, written.finish())
}

/** The model, whose first runs fail. */
function failing(model: Model, times: number): Model {
  let left = times
  return new Proxy(model, {
    get: (target, key: keyof Model) => {
      if (key === 'run' && left > 0) {
        left -= 1
        return () => {
          throw new Error('run failed')
        }
      }
      const value = target[key]
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

describe('a run where the solver gives up', () => {
  it('is tried once more another way', () => {
    const model = load()
    expect(runFirmly(highs, failing(model, 1), { timeLimitSeconds: 60 }).objective).toBeCloseTo(6, 6)
    expect(model.options.get('solver')).toBe('simplex')
    model.dispose()
  })

  it('is one message where that fails too', () => {
    const model = load()
    expect(() => runFirmly(highs, failing(model, 2), { timeLimitSeconds: 60 })).toThrow(/both ways/u)
    model.dispose()
  })
})
