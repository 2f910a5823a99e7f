import { expect, it } from 'vitest'
import { shippedAtlasFolder } from './load-atlas.ts'
import { openNetwork } from './open-network.ts'

it('takes the shipped atlas as one of a person, with nothing left out', () => {
  expect(openNetwork(shippedAtlasFolder).tables.zones.length).toBeGreaterThan(100)
})
