import { describe, expect, it } from 'vitest'
import { CorridorError } from '../../core/errors.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { pypsaFixture } from './pypsa-fixture.ts'
import { readPypsaFolder } from './pypsa-folder.ts'
import { buildPypsaProgramme } from './pypsa-programme.ts'
import { solvePypsa } from './solve-pypsa.ts'

const highs = await solverForTests()

function refusal(files: Readonly<Record<string, string>>): { code: string; message: string } {
  try {
    solvePypsa(highs, pypsaFixture(files), { timeLimitSeconds: 60 })
  } catch (error) {
    if (error instanceof CorridorError) return { code: error.code, message: error.message }
    throw error
  }
  return { code: 'solved', message: '' }
}

const generators = (columns: string, values: string) => ({
  'generators.csv': `name,bus,p_nom,marginal_cost,${columns}\ncheap,B,100,10,${values}\n`,
})

describe('what would change the answer and is not supported', () => {
  it.each([
    ['maintainable', 'True', 'generators.csv, row "cheap": maintainable = True'],
    ['p_set', '30', 'give generators-p_set.csv with 2 rows'],
    ['efficiency_store', '0.9', 'efficiency_store = 0.9'],
  ])('%s is refused by name', (attribute, value, message) => {
    const found = refusal(generators(attribute, value))
    expect(found.code).toBe('network_unsupported')
    expect(found.message).toContain(message)
  })

  it.each([
    ['committable', 'False'],
    ['marginal_cost_quadratic', '0.0'],
    ['p_set', '0'],
    ['start_up_cost', '50'],
    ['lifetime', '25'],
    ['country', 'UK'],
  ])('%s = %s changes nothing and is let through', (attribute, value) => {
    expect(refusal(generators(attribute, value)).code).toBe('solved')
  })

  it.each([
    [{ 'domains.csv': 'name,bus0\nx,A\n' }, 'domains.csv: components of this kind'],
    [
      { 'generators-marginal_cost-pw.csv': 'name,cheap,cheap\n,x,y\n0,0,0\n1,1,9\n' },
      'generators-marginal_cost-pw.csv: piecewise attributes are not supported',
    ],
    [{ 'generators-capital_cost_piecewise.csv': ',cheap\n0,1\n1,1\n' }, 'varies over snapshots'],
    [
      {
        'generators.csv': 'name,bus,p_nom,committable,p_nom_extendable\ncheap,A,9,True,True\n',
      },
      'committable = True with p_nom_extendable = True is supported in modules only',
    ],
    [
      {
        'generators.csv': 'name,bus,p_nom,committable,p_nom_mod,ramp_limit_up\ncheap,A,90,True,30,0.5\n',
      },
      'ramp_limit_up of committed modules',
    ],
    [
      { 'lines.csv': 'name,bus0,bus1,type,s_nom\na,A,B,odd,9\nb,A,B,odd,9\n' },
      'type "odd" is neither in line_types.csv nor a standard type',
    ],
    [{ 'buses.csv': 'name,nom_max_gas\nA,9\nB,\n' }, 'nom_max_gas = 9 names no carrier'],
    [{ 'global_constraints.csv': 'name,type,constant\ncap,odd,1\n' }, 'row "cap": type = odd'],
  ])('%o is refused', (files, message) => {
    const found = refusal(files as Record<string, string>)
    expect(found.code).toBe('network_unsupported')
    expect(found.message).toContain(message)
  })
})

describe('what is broken', () => {
  it.each([
    [{ 'generators.csv': 'name;bus;p_nom\ncheap;B;9\n' }, 'its columns are parted by semicolons'],
    [
      { 'loads.csv': 'name,bus,p_set\ntown,B,NaN\n' },
      'p_set is "NaN"; give a number, or leave the cell empty',
    ],
    [{ 'stores.csv': 'name,bus,e_nom,standing_loss\nt,B,9,1.5\n' }, 'standing_loss is 1.5; give a share'],
    [
      {
        'global_constraints.csv': 'name,type,carrier_attribute,sense,constant\ncap,operational_limit,x,<,1\n',
      },
      'sense is "<"; give <=',
    ],
    [
      { 'generators.csv': 'name,bus,p_nom,marginal_cost_quadratic\ncheap,B,9,-1\n' },
      'marginal_cost_quadratic is -1, so that the last unit costs less than the first; give',
    ],
    [
      { 'generators.csv': 'name,bus,p_nom,committable,p_nom_mod\ncheap,B,90,True,40\n' },
      'p_nom 90 is no multiple of p_nom_mod 40; give',
    ],
    [
      { 'generators.csv': 'name,bus,p_nom_extendable,overnight_cost\ncheap,B,True,9\n' },
      'overnight_cost without discount_rate; give',
    ],
    [
      { 'lines.csv': 'name,bus0,bus1,x,s_nom_extendable,s_nom_mod\na,A,B,1,True,-5\n' },
      's_nom_mod is -5; give the size of a module',
    ],
    [{ 'generators.csv': 'name,bus,p_nom\ncheap,Z,9\n' }, 'generators.csv, row "cheap": bus is "Z"'],
    [{ 'generators.csv': 'name,bus,p_nom\ncheap,B,many\n' }, 'p_nom is "many"; give a number'],
    [{ 'generators.csv': 'name,bus,p_nom\ncheap,B,-5\n' }, 'p_nom is -5; give a capacity of zero or more'],
    [{ 'generators.csv': 'name,bus,p_nom,p_min_pu\ncheap,B,5,2\n' }, 'the least share 2 is above the most 1'],
    [{ 'generators.csv': 'name,bus\nx,B\nx,B\n' }, '"x" stands twice'],
    [{ 'generators.csv': 'name,bus,bus\nx,B,B\n' }, 'the column "bus" stands twice'],
    [{ 'generators.csv': 'name,bus\nx,B,7\n' }, 'not a readable CSV table'],
    [{ 'loads-p_set.csv': ',town\n0,5\n' }, 'loads-p_set.csv: 1 rows for 2 snapshots'],
    [{ 'loads-p_set.csv': ',village\n0,5\n1,5\n' }, 'the column "village" belongs to no component'],
    [{ 'loads-p_set.csv': ',town\n0,5\n1,NaN\n' }, 'column "town", row 2: "NaN" is no number'],
    [{ 'snapshots.csv': 'snapshot,objective\na,1\nb,0\n' }, 'row "b": the weighting objective is "0"'],
    [{ 'lines.csv': 'name,bus0,bus1,x,s_nom\na,A,B,1,9\nb,A,B,0,9\n' }, 'x is 0 in a loop of AC branches'],
    [
      { 'global_constraints.csv': 'name,type,carrier_attribute,constant\ncap,primary_energy,ash,1\n' },
      'carriers.csv has no numbers in the column ash',
    ],
  ])('%o is one message with row and mend', (files, message) => {
    const found = refusal(files as Record<string, string>)
    expect(found.code).toBe('network_invalid')
    expect(found.message).toContain(message)
    expect(found.message).toMatch(/give|add|leave|differ|name|readable/u)
  })

  it('is refused with size and memory before it is built, when it is too large', () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => `s${at}`).join('\n')
    const units = Array.from({ length: 500 }, (_, at) => `g${at},A`).join('\n')
    const network = readPypsaFolder(
      pypsaFixture({
        'snapshots.csv': `snapshot\n${rows}\n`,
        'storage_units.csv': `name,bus\n${units}\n`,
      }),
    )
    expect(() => buildPypsaProgramme(network)).toThrow(
      /4004000 columns and take about 3\.6 GB; keep fewer snapshots/u,
    )
  })
})
