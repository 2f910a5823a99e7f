import { describe, expect, it } from 'vitest'
import type { Chart } from '../brief.ts'
import { borderGasStory, stationStory } from '../fixtures/fixture-stories.ts'
import { chartSvg } from './chart.ts'
import { sharedWords } from './chart-bars-across.ts'

const svg = (chart: Chart | undefined): string => String(chart && chartSvg(chart, { id: 'c' }))
const [lines] = stationStory.charts
const [bars] = borderGasStory.charts

describe('charts', () => {
  it('draws a line a series, the base last so that it shows upon the others, and the band', () => {
    const text = svg(lines)
    expect(text.match(/class="line s1".*class="line s0"/s)).not.toBeNull()
    expect(text).toContain('class="band f1"')
    expect(text).not.toMatch(/NaN|undefined|null/)
  })

  it('leaves a gap where a value is missing', () => {
    const chart: Chart = {
      kind: 'lines',
      title: '',
      description: '',
      unit: 'kb/d',
      x: ['a', 'b', 'c', 'd', 'e'],
      series: [{ name: 's', values: [1, 2, null, 3, 4], low: null, high: null }],
    }
    expect(svg(chart).match(/class="line s1" d="(M[^M"]+)(M[^M"]+)"/)).not.toBeNull()
  })

  it('stands bars on zero, and lays them where labels are long', () => {
    expect(svg(bars)).toContain('viewBox="0 0 760 330"')
    const long = (bars?.x ?? []).map(
      (label) => `If all of it stopped for a month, with: ${label} and nothing else`,
    )
    const text = svg(bars && { ...bars, x: long })
    expect(text).not.toContain('viewBox="0 0 760 330"')
    expect(text).toContain('Line pack and nothing else')
    expect(text).not.toContain('If all of it')
  })

  it('draws nothing where there is nothing', () => {
    expect(lines && chartSvg({ ...lines, series: [] }, { id: 'c' })).toBeNull()
  })
})

it('shared words end before the last word of the shortest label', () => {
  expect(sharedWords(['a b c', 'a b d'])).toBe(2)
  expect(sharedWords(['a b', 'a b c'])).toBe(1)
  expect(sharedWords(['a b'])).toBe(0)
})
