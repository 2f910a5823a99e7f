import type { Atlas } from '../../atlas/atlas.ts'
import { assetOfHeadline, assetsOf, countriesOf, type EventFacts } from '../event-facts.ts'
import { assetRow } from '../network-parts.ts'
import { linesOfOperators, terminalOfOperator } from '../targets/lines-of-operators.ts'

/** What the event names; where it names nothing that the atlas knows ("its Texas plant"), the asset of the headline. */
export function struckAssets(facts: EventFacts, atlas: Atlas): readonly string[] {
  const named = mostSpecificFirst(facts, atlas)
  const headline = named.length === 0 && countriesOf(facts).length === 0 ? assetOfHeadline(facts) : null
  return headline === null || isOfOthers(facts, headline, atlas) ? named : [headline]
}

/** What a company of another country does is told of it, not of the asset, unless it runs or owns it. */
function isOfOthers(facts: EventFacts, asset: string, atlas: Atlas): boolean {
  const row = assetRow(atlas, asset)
  const countries = row?.country.split(' ') ?? []
  const owners = facts.day === null ? [] : atlas.owners(asset, facts.day).map(({ actor }) => actor)
  return atlas.tables.actors.some(
    ({ id, kind, country }) =>
      kind === 'company' &&
      facts.refs.has(`actors/${id}`) &&
      id !== row?.operator &&
      !owners.includes(id) &&
      !(country ?? '').split(' ').some((code) => countries.includes(code)),
  )
}

/**
 * Named assets, parts before the lines that they are part of, and a line before the port that it leads to ("the flow to
 * the port stopped"); the only line of a named operator last.
 */
function mostSpecificFirst(facts: EventFacts, atlas: Atlas): readonly string[] {
  const terminal = terminalOfOperator(facts, atlas)
  // The port beside which a company's terminal lies says where it is.
  const isBeside = (id: string): boolean =>
    terminal !== null && id !== terminal && assetRow(atlas, id)?.kind === 'port'
  const named = [...(terminal === null ? [] : [terminal]), ...assetsOf(facts).filter((id) => !isBeside(id))]
  const rank = (id: string): number => (isEndOfNamed(id, named, atlas) ? 1 : 0)
  const inOrder = [...named].sort(
    (a, b) => atlas.ancestors(b).length - atlas.ancestors(a).length || rank(a) - rank(b),
  )
  return [...new Set([...inOrder, ...linesOfOperators(facts, atlas)])]
}

function isEndOfNamed(id: string, named: readonly string[], atlas: Atlas): boolean {
  const port = assetRow(atlas, id)
  if (port?.kind !== 'port' || port.zone === null) return false
  const lines = new Set(named.filter((other) => assetRow(atlas, other)?.kind === 'pipeline'))
  return atlas.tables.links.some(
    ({ asset, to_zone, carrier }) =>
      asset !== null && lines.has(asset) && to_zone === port.zone && carrier === port.carrier,
  )
}
