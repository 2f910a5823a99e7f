import { expect, it } from 'vitest'
import { calendarDate } from '../core/time.ts'
import { listSources, showAsset } from './show-asset.ts'
import { tinyAtlas, tinyTables } from './tiny-atlas.ts'

const { atlas } = tinyAtlas(tinyTables)
const day = calendarDate('2026-02-01')

it('shows everything known of a thing found by name', () => {
  const shown = showAsset(atlas, 'trunk pipeline', day)
  const thing = shown.things[0]
  expect(thing).toMatchObject({
    ref: 'assets/trunk',
    canonical: 'Trunk pipeline',
    parts: ['Middle station', 'Middle pump'],
  })
  expect(thing?.owners.map((owner) => owner.name)).toEqual(['Pipe Company', 'The Fund'])
  expect(thing?.links.map((link) => link.id)).toEqual(['trunk-south'])
  expect(thing?.measures.map((measure) => measure.id)).toEqual(['line-ban'])
  const capacities = thing?.figures.filter((figure) => figure.field === 'capacity') ?? []
  expect(capacities.map((figure) => figure.holds)).toEqual([false, false, true])
  expect(capacities[2]).toMatchObject({ value: 73, unit: 'Mt/y', model_unit: 'kbbl_d' })
  expect(thing?.sources.map((source) => source.id)).toEqual(['guess', 'yearbook'])
})

it('shows of a station the links and owners of its line, and of a zone what stands in it', () => {
  const station = showAsset(atlas, 'Middle pump', day).things[0]
  expect(station?.links.map((link) => link.id)).toEqual(['trunk-south'])
  expect(station?.owners).toHaveLength(2)
  const zone = showAsset(atlas, 'Southland', day).things[0]
  expect(zone?.figures.map((figure) => figure.ref)).toContain('atlas:demands/south-use/rate')
})

it('shows a row that has an id and no name in the index', () => {
  expect(showAsset(atlas, 'trunk-south', day).things[0]?.ref).toBe('links/trunk-south')
  expect(showAsset(atlas, 'links/trunk-south', day).things[0]?.figures.length).toBeGreaterThan(3)
})

it('offers near names for a name that is not there', () => {
  const shown = showAsset(atlas, 'Trunk pipelne', day)
  expect(shown.things).toEqual([])
  expect(shown.suggestions[0]?.canonical).toBe('Trunk pipeline')
})

it('lists sources by id', () => {
  expect(listSources(atlas).map((source) => source.id)).toEqual(['guess', 'yearbook'])
})
