import { expect, it } from 'vitest'
import { openAtlas } from '../src/app/load-atlas.ts'
import { calendarDate } from '../src/core/time.ts'
import { factsFixture } from '../src/scenarios/event-facts-fixture.ts'
import { assetRow } from '../src/scenarios/network-parts.ts'
import { targetsOfAsset } from '../src/scenarios/targets/outage-target.ts'

const { atlas } = openAtlas()
const day = calendarDate('2025-11-20')
const network = atlas.networkAt(day)

/** The plants that an LNG terminal is in the network. */
function plantsOf(id: string): readonly string[] {
  const asset = assetRow(atlas, id)
  if (asset === null) return ['no such asset']
  const facts = factsFixture({ type: 'outage_or_attack', refs: [`assets/${id}`], day })
  return targetsOfAsset(asset, { facts, claims: facts.claims }, { atlas, network }).flatMap(({ plants }) =>
    plants.map(({ ref }) => ref),
  )
}

it('knows an import terminal of a country that exports, and an export plant of one that imports', () => {
  expect(plantsOf('everett-lng')).toEqual(['conversions/us-regasification'])
  expect(plantsOf('saint-john-lng')).toEqual(['conversions/ca-regasification'])
  expect(plantsOf('ain-sokhna')).toEqual(['conversions/eg-regasification'])
  expect(plantsOf('idku-lng')).toEqual(['conversions/idku-lng-liquefaction'])
  expect(plantsOf('cove-point')).toEqual(['conversions/cove-point-liquefaction'])
})

it('takes a plant that is still built for no terminal of the other kind', () => {
  expect(plantsOf('port-arthur-lng')).toEqual([])
  expect(plantsOf('woodfibre-lng')).toEqual([])
})
