import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { ownedShares } from './owned-shares.ts'

describe('ownedShares', () => {
  // north brings up 500, 40 % theirs, and sends 500 south; south brings up 300 of others and sends 200 on to edge.
  const { atlas } = tinyAtlas({
    ...tinyTables,
    zones: [...tinyTables.zones, 'edge,Edgeland,BB,region,1,26,'],
    supplies: [...tinyTables.supplies, 'south-oil,Southern oil,crude,south,,production,'],
    links: [...tinyTables.links, 'edge-in,Oil into Edgeland,crude,south,edge,,pipeline,'],
    figures: [
      ...tinyTables.figures,
      'supplies,south-oil,output,300,,,kb/d,,,reported,yearbook,,',
      'links,edge-in,flow,200,,,kb/d,,,reported,yearbook,,',
    ],
  })
  const network = atlas.networkAt(calendarDate('2025-02-17'))

  it('mixes what a zone brings up with what comes in, and passes it on in proportion', () => {
    const shares = ownedShares(network, 'crude', new Map([['well-oil', 0.4]]))
    expect(shares.get('north')).toBeCloseTo(0.4, 9)
    // 0.4 of 500 among 800.
    expect(shares.get('south')).toBeCloseTo(0.25, 9)
    expect(shares.get('edge')).toBeCloseTo(0.25, 9)
  })

  it('gives nothing to owners without a source', () => {
    expect([...ownedShares(network, 'crude', new Map()).values()].every((share) => share === 0)).toBe(true)
  })
})
