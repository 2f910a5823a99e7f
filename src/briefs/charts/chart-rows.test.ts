import { expect, it } from 'vitest'
import type { Chart } from '../brief.ts'
import { chartRows } from './chart-rows.ts'

const chart: Chart = {
  kind: 'lines',
  title: '',
  description: '',
  unit: 'kb/d',
  x: ['2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'],
  series: [
    { name: 'a', values: [100, 100.2, 80, null], low: [90, 90, 70, null], high: [110, 110, 90, null] },
  ],
}

it('joins neighbours that print alike and keeps every value and gap', () => {
  expect(chartRows(chart)).toEqual([
    { label: '1 February 2025 to 2 February 2025', cells: ['100 (90 to 110)'] },
    { label: '3 February 2025', cells: ['80 (70 to 90)'] },
    { label: '4 February 2025', cells: ['none'] },
  ])
})

it('never joins bars: each stands for another thing', () => {
  const bars: Chart = {
    ...chart,
    kind: 'bars',
    x: ['a', 'b'],
    series: [{ name: 's', values: [1, 1], low: null, high: null }],
  }
  expect(chartRows(bars).map(({ label }) => label)).toEqual(['a', 'b'])
})
