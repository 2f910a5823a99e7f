import { expect, it } from 'vitest'
import type { Atlas } from '../../atlas/atlas.ts'
import type { Network } from '../../atlas/network.ts'
import type { Question } from '../../scenarios/question.ts'
import type { SolveResult } from '../../solve/result.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { mapOf } from './map-of.ts'

const names = ['far', 'field', 'port', 'basin', 'buyer', 'other']
const atlas = {
  tables: {
    zones: names.map((id, at) => ({
      id,
      name: id,
      kind: id === 'basin' ? 'market' : 'country',
      lat: 0,
      lon: at,
    })),
  },
} as unknown as Atlas

/** far > field > port > basin > buyer, and another country that fills the same basin. */
const links = [
  ['feed', 'far', 'field'],
  ['line', 'field', 'port'],
  ['loading', 'port', 'basin'],
  ['landing', 'basin', 'buyer'],
  ['rival', 'other', 'basin'],
] as const
const network = {
  units: { crude: 'kb/d' },
  links: links.map(([id, from, to]) => ({
    id,
    name: id,
    carrier: 'crude',
    from: `${from}:crude`,
    to: `${to}:crude`,
    capacity: null,
  })),
} as unknown as Network

function flows(line: number): SolveResult {
  return {
    periods: [{ id: 'p', start: '2025-01-01', days: 28 }],
    flow: new Map(links.map(([id]) => [id, Float64Array.of(id === 'line' ? line : 100)])),
  } as unknown as SolveResult
}

it('draws what brings or takes on the flow of the subject, and nothing from beyond a basin where all is mixed', () => {
  const after = flows(50)
  const run = { base: flows(100), low: after, central: after, high: after } as unknown as ScenarioRun
  const question = { kind: 'outage', carrier: 'crude', links: ['line'], days: 28 } as unknown as Question
  const drawn = mapOf({ network, question, atlas } as unknown as Answered, run)
  expect(drawn.flows.map(({ link }) => link).sort()).toEqual(['feed', 'line', 'loading'])
})
