import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { shippedAtlasFolder } from './load-atlas.ts'
import { openNames, openNetwork } from './open-network.ts'

it('says in one message that a PyPSA folder is no atlas', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-network-'))
  writeFileSync(join(folder, 'buses.csv'), 'name\nA\n')
  expect(() => openNetwork(folder)).toThrow(
    /a network of another programme, which is only solved as it is .*: give an atlas folder/u,
  )
})

it('takes the shipped atlas as one of a person, with nothing left out', () => {
  expect(openNetwork(shippedAtlasFolder).tables.zones.length).toBeGreaterThan(100)
})

it('finds the same names whether all tables are opened or only those that name things', () => {
  const named = openNames(undefined)
  expect(named.nameIndexEntries()).toEqual(openNetwork(undefined).nameIndexEntries())
  expect(named.tables.figures).toEqual([])
})
