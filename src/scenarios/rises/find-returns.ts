import type { EventType } from '../../claims/claim.ts'
import { assetsOf, carriersOf, countriesOf } from '../event-facts.ts'
import { linksOfAsset, usableCapacity, zoneOf } from '../network-parts.ts'
import { moveOf } from '../observed-move.ts'
import type { Question } from '../question.ts'
import type { StoryContext } from '../story-context.ts'
import { targetOfBorder } from '../targets/border-target.ts'
import { LOSING, speaksOf, standing } from '../topics.ts'
import { draftRestart, restartOf } from './draft-restart.ts'
import { draftReturn } from './draft-return.ts'

/** Event types that speak of a return even where no asset is named. */
const restarts: ReadonlySet<EventType> = new Set(['repair_or_restart', 'supply_start'])

/** Something closed, named or between the named countries, that may come back. */
export function returnQuestion(context: StoryContext): Question | null {
  const { facts, atlas, network, story } = context
  const observedMove = moveOf([facts, ...story])
  for (const asset of assetsOf(facts)) {
    const links = linksOfAsset(atlas, network, asset).filter((link) => link.to !== link.from)
    const question = draftReturn({ ...context, asset, links, observedMove })
    if (question !== null) return question
  }
  if (!restarts.has(facts.event.type) || assetsOf(facts).length > 0) return null
  // The story names the line elsewhere: its own event asks the question.
  if (story.some((other) => assetsOf(other).some((asset) => linksOfAsset(atlas, network, asset).length > 0)))
    return null
  const zones = new Set(countriesOf(facts).flatMap((code) => atlas.zonesOf(code)))
  const closed = network.links.filter(
    (link) =>
      carriersOf(facts).includes(link.carrier) &&
      zones.has(zoneOf(link.from)) &&
      usableCapacity(link) === 0 &&
      link.kind === 'pipeline',
  )
  return draftReturn({ ...context, asset: null, links: closed, observedMove })
}

/** An asset at work by the atlas that starts again, unless the story tells why it stood still: that asks already. */
export function restartQuestion(context: StoryContext): Question | null {
  const { facts, story } = context
  const isTold = standing(facts).some((claim) => speaksOf(claim, 'resume'))
  if (!isTold || facts.event.type === 'policy_opposition') return null
  for (const asset of assetsOf(facts)) {
    const isLost = story.some((one) => LOSING.has(one.event.type) && assetsOf(one).includes(asset))
    const question = isLost ? null : draftRestart(context, asset)
    if (question !== null) return question
  }
  return assetsOf(facts).length === 0 ? borderRestart(context) : null
}

/** "X sends gas to Y again": what crosses from the one to the other, by the atlas. */
function borderRestart(context: StoryContext): Question | null {
  const { facts, atlas, network, story } = context
  const countries = countriesOf(facts)
  const isLost = story.some(
    (one) => LOSING.has(one.event.type) && countriesOf(one).some((code) => countries.includes(code)),
  )
  if (isLost || facts.event.type !== 'repair_or_restart') return null
  const [target] = carriersOf(facts).flatMap(
    (carrier) => targetOfBorder(countries, carrier, { atlas, network }) ?? [],
  )
  return target === undefined ? null : restartOf(context, target)
}
