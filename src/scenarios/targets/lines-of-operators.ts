import type { Atlas } from '../../atlas/atlas.ts'
import type { EventFacts } from '../event-facts.ts'
import { isOf } from '../topics.ts'

/** Of named companies the one line that each runs: which of several is meant, its name does not say. */
export function linesOfOperators(facts: EventFacts, atlas: Atlas): readonly string[] {
  return atlas.tables.actors.flatMap(({ id }) => {
    if (!facts.refs.has(`actors/${id}`)) return []
    const own = atlas.tables.assets.filter(({ operator }) => operator === id)
    const lines = own.filter(({ kind }) => kind === 'pipeline')
    // "The company stops its exports of LNG": of the one plant or port of it that gives any.
    const plants = facts.refs.has('carriers/lng') ? own.filter(({ carrier }) => carrier === 'lng') : []
    return [lines, plants].flatMap((found) => (found.length === 1 ? found.map((asset) => asset.id) : []))
  })
}

/** "The terminal of the company near a port": the one that a named company runs; which of several, its name does not say. */
export function terminalOfOperator(facts: EventFacts, atlas: Atlas): string | null {
  if (!facts.claims.some((claim) => isOf(claim, 'terminal'))) return null
  const own = atlas.tables.assets.filter(
    ({ operator, kind }) => kind === 'terminal' && operator !== null && facts.refs.has(`actors/${operator}`),
  )
  const [only, second] = own
  return only === undefined || second !== undefined ? null : only.id
}
