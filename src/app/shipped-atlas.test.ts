import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkAtlas } from '../atlas/check-atlas.ts'
import { describePackage } from '../atlas/describe-package.ts'
import { openAtlas, readAtlasFiles, shippedAtlasFolder } from './load-atlas.ts'

describe('the shipped atlas', () => {
  it('reads and checks without a problem', () => {
    const { atlas, problems } = openAtlas()
    expect([...problems, ...checkAtlas(atlas)].map((problem) => problem.message)).toEqual([])
  })

  // The file is written by this test: npx vitest run src/app/shipped-atlas.test.ts -u
  it('is described by its datapackage.json', async () => {
    const described = describePackage([...readAtlasFiles(shippedAtlasFolder).keys()])
    const json = `${JSON.stringify(described, null, 2)}\n`
    await expect(json).toMatchFileSnapshot(join(shippedAtlasFolder, 'datapackage.json'))
  })

  it('assumes fewer than a quarter of its capacities', () => {
    const { atlas } = openAtlas()
    const capacities = atlas.tables.figures.filter(({ field }) => field === 'capacity')
    const assumed = capacities.filter(({ status }) => status === 'assumed')
    expect(capacities.length).toBeGreaterThan(1000)
    expect(assumed.length / capacities.length).toBeLessThan(0.25)
  })
})
