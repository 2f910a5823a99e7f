import { describe, expect, it } from 'vitest'
import { solutionToCsv } from '../solve/export/solution-tables.ts'
import { solutionToIamc } from '../solve/export/solution-to-iamc.ts'
import { pypsaFixture } from '../solve/import/pypsa-fixture.ts'
import { solvePypsa } from '../solve/import/solve-pypsa.ts'
import { solverForTests } from '../solve/network/solver-fixture.ts'

const highs = await solverForTests()
/** 90 MW of line are built at 1 a MW, and a store of 7 MWh because it must be. */
const solution = solvePypsa(
  highs,
  pypsaFixture({
    'lines.csv': 'name,bus0,bus1,x,s_nom_extendable,capital_cost\nline,A,B,1,True,1\n',
    'stores.csv': 'name,bus,e_nom_extendable,e_nom_min,capital_cost\ntank,B,True,7,1\n',
  }),
  { timeLimitSeconds: 60 },
)

describe('tables of a solution', () => {
  it('list what was built, a column for each unit', () => {
    expect(solutionToCsv(solution).get('capacities.csv')).toBe(
      'asset,value_mva,value_mwh\nline,90,\ntank,,7\n',
    )
  })

  it('keep investment periods of the same days apart in the IAMC table', () => {
    const periods = solvePypsa(
      highs,
      pypsaFixture({
        'snapshots.csv': 'period,timestep\n2030,2013-01-01\n2040,2013-01-01\n',
        'lines.csv': 'name,bus0,bus1,x,s_nom\nline,A,B,1,40\n',
      }),
      { timeLimitSeconds: 60 },
    )
    const text = solutionToIamc(periods, { model: 'm', scenario: 's', ends: new Map() })
    expect(text).toContain('m,s,line,Trade|AC,MW,2030 2013-01-01,40\n')
    expect(text).toContain('m,s,line,Trade|AC,MW,2040 2013-01-01,40\n')
  })

  it('give it to the IAMC table at the first period', () => {
    const text = solutionToIamc(solution, { model: 'm', scenario: 's', ends: new Map() })
    expect(text).toContain('m,s,line,Capacity,MVA,2030-01-01T00:00:00Z,90\n')
    expect(text).toContain('m,s,tank,Capacity,MWh,2030-01-01T00:00:00Z,7\n')
    expect(text).toContain('m,s,line,Trade|AC,MW,2030-01-01T02:00:00Z,90\n')
  })
})
