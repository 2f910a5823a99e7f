import { expect, it } from 'vitest'
import { shippedAtlasFolder } from './load-atlas.ts'
import { openNames, openNetwork } from './open-network.ts'

it('takes the shipped atlas as one of a person, with nothing left out', () => {
  expect(openNetwork(shippedAtlasFolder).tables.zones.length).toBeGreaterThan(100)
})

it('finds the same names whether all tables are opened or only those that name things', () => {
  const named = openNames(undefined)
  expect(named.nameIndexEntries()).toEqual(openNetwork(undefined).nameIndexEntries())
  expect(named.tables.figures).toEqual([])
})
