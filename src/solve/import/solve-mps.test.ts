import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { solverForTests } from '../network/solver-fixture.ts'
import { solveMps } from './solve-mps.ts'

const folder = fileURLToPath(new URL('../../../../shared/cases/netlib/', import.meta.url))
const isMissing = !existsSync(folder)
// biome-ignore lint/suspicious/noConsole: a skipped measure must be seen
if (isMissing) console.warn('SKIPPED: ../shared/cases is missing, so the netlib programmes are not solved')

const highs = await solverForTests()
const limits = { timeLimitSeconds: 60 }
const solve = (text: string) => solveMps(highs, { file: 'test.mps', text }, limits)
const netlib = (name: string) => solve(readFileSync(`${folder}${name}.mps`, 'utf8'))

/** x + y with a floor of 3 and a ceiling of 2 on the sum: no plan; `limit` can be left out. */
const small = (ceiling: string) => `NAME          SMALL
ROWS
 N  COST
 G  FLOOR
 L  CEILING
 L  OTHER
COLUMNS
    X         COST                 1   FLOOR                1
    X         CEILING              1   OTHER                1
    Y         COST                 2   FLOOR                1
    Y         CEILING              1
RHS
    RHS       FLOOR                3   CEILING              ${ceiling}
    RHS       OTHER                2
ENDATA
`

describe('programmes as MPS', () => {
  it('solves on paper: two of x, one of y, at a cost of four', () => {
    const answer = solve(small('9'))
    expect(answer.status).toBe('optimal')
    expect(answer.objective).toBeCloseTo(4, 9)
    expect(answer.columns).toEqual([
      { name: 'X', value: 2 },
      { name: 'Y', value: 1 },
    ])
  })

  it('names what cannot hold together, in sentences, and nothing beside it', () => {
    const answer = solve(small('2'))
    expect(answer.status).toBe('infeasible')
    expect(answer.objective).toBeNull()
    expect(answer.conflict.map((one) => one.sentence).sort()).toEqual([
      'The row CEILING must be at most 2.',
      'The row FLOOR must be at least 3.',
    ])
  })

  it('refuses integers by name of the file', () => {
    const text = small('9').replace(
      'COLUMNS\n',
      "COLUMNS\n    MARKER    'MARKER'    'INTORG'\n    Z         COST                 1   FLOOR                1\n    MARKER    'MARKER'    'INTEND'\n",
    )
    expect(() => solve(text)).toThrow('test.mps: integers')
  })
})

describe.skipIf(isMissing)('netlib', () => {
  it.each([
    ['afiro', -464.75314286],
    ['adlittle', 225494.96316],
    ['25fv47', 5501.8458883],
  ])('%s has the published optimum %d', (name, published) => {
    const { status, objective } = netlib(name)
    expect(status).toBe('optimal')
    expect(Math.abs((objective ?? Number.NaN) / published - 1)).toBeLessThan(1e-9)
  })

  it.each(['bgetam', 'galenet', 'woodinfe', 'klein1'])(
    '%s is infeasible, with a set of limits that says why',
    (name) => {
      const { status, conflict } = netlib(name)
      expect(status).toBe('infeasible')
      expect(conflict.length).toBeGreaterThan(0)
      for (const { sentence } of conflict) expect(sentence).toMatch(/^The (row|column) \S+ must be /u)
    },
  )

  it('gives galenet a conflict without which the rest holds: any one member loosened, and no conflict of these is left', () => {
    const text = readFileSync(`${folder}galenet.mps`, 'utf8')
    const rows = netlib('galenet').conflict.filter((one) => one.constraint.startsWith('row:'))
    expect(rows.length).toBeGreaterThan(0)
    const [first] = rows
    const name = first?.constraint.slice('row:'.length) ?? ''
    const loosened = text.replace(new RegExp(`^ [LGE]  ${name}\\s*$`, 'mu'), ` N  ${name}`)
    expect(loosened).not.toBe(text)
    const after = solve(loosened)
    // A row that is loosened has no part in any conflict that may remain.
    expect(after.conflict.map((one) => one.constraint)).not.toContain(`row:${name}`)
    expect(after.conflict).not.toEqual(netlib('galenet').conflict)
  })
})
