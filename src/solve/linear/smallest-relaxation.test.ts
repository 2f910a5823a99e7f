import { expect, it } from 'vitest'
import { solverForTests } from '../network/solver-fixture.ts'
import { loadProgramme, run } from './optimise.ts'
import { ProgrammeBuilder } from './programme.ts'
import { smallestRelaxation } from './smallest-relaxation.ts'

const highs = await solverForTests()

it('takes the cheaper of two ways to give way, and only limits that may', () => {
  // a ≤ 4, b ≤ 3 and a + b ≥ 10: three units are missing. a may be raised at 1 a unit, the row lowered at 2, b not.
  const builder = new ProgrammeBuilder()
  const row = builder.addRow(10, Number.POSITIVE_INFINITY)
  builder.addColumn(1, 0, 4)
  builder.entry(row, 1)
  builder.addColumn(1, 0, 3)
  builder.entry(row, 1)
  const programme = builder.finish()
  const model = loadProgramme(highs, programme)
  try {
    expect(run(highs, model, { timeLimitSeconds: 10 }).status).toBe('infeasible')
    const raised = smallestRelaxation(model, programme, {
      row: () => 2,
      column: (column) => (column === 0 ? 1 : null),
    })
    expect(raised).toEqual([{ kind: 'column', at: 0, amount: expect.closeTo(3, 9) }])
    const lowered = smallestRelaxation(model, programme, { row: () => 2, column: () => null })
    expect(lowered).toEqual([{ kind: 'row', at: 0, amount: expect.closeTo(-3, 9) }])
    expect(smallestRelaxation(model, programme, { row: () => null, column: () => null })).toEqual([])
  } finally {
    model.dispose()
  }
})
