import type { Atlas } from '../atlas/atlas.ts'
import type { EventFacts } from './event-facts.ts'

/** A body of states and the codes of its members. */
export interface Body {
  readonly name: string
  readonly members: readonly string[]
}

/** The bodies of states that an event names; Europe stands for the European Union. */
export function bodiesOf(facts: EventFacts, atlas: Atlas): readonly Body[] {
  const isNamed = (id: string): boolean =>
    facts.refs.has(`actors/${id}`) || (id === EUROPE.body && facts.refs.has(EUROPE.place))
  return atlas.tables.actors.flatMap(({ id, name, kind, country }) =>
    kind === 'organisation' && country.includes(' ') && isNamed(id)
      ? [{ name, members: country.split(' ') }]
      : [],
  )
}

const EUROPE = { body: 'european-union', place: 'places/europe' } as const
