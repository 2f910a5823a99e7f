import { beforeOutage } from './before-outage.ts'
import { lostShare } from './claimed/told-state.ts'
import { assetsOf, type EventFacts } from './event-facts.ts'
import { areNear } from './near-in-time.ts'
import { assetRow } from './network-parts.ts'
import { draftOutage } from './outages/draft-outage.ts'
import type { Question } from './question.ts'
import type { StoryContext } from './story-context.ts'
import type { OutageTarget } from './target.ts'
import { linesOfOperators } from './targets/lines-of-operators.ts'
import { targetsOfAsset } from './targets/outage-target.ts'
import { standing } from './topics.ts'

/** Flow and level are told as different from this share of capacity on. */
const LEAST_GAP = 0.02

/** Types that tell how something works, without saying that anything befell it. */
const describing: ReadonlySet<string> = new Set(['other', 'statement', 'transit', 'supply_change'])

const interrupting: ReadonlySet<string> = new Set(['outage_or_attack', 'supply_halt', 'repair_or_restart'])

interface Level {
  readonly target: OutageTarget
  /** What is told to work and what the network has at work, as shares of capacity. */
  readonly told: number
  readonly known: number
}

/**
 * "The line runs at 60 % of capacity", where nobody says that anything befell it: by the atlas it carried more, so that what
 * is above that share is gone. Null where it carried no more, where the story tells what befell it, or no share is told.
 */
export function levelQuestion(context: StoryContext): Question | null {
  const level = levelOf(context)
  if (level === null || !takesAway(level)) return null
  const { facts } = context
  // How it works is told as a change of what is supplied: nothing says that it broke.
  const change: EventFacts = { ...facts, event: { ...facts.event, type: 'supply_change' } }
  return draftOutage({ ...context, facts: change, related: [], target: level.target })
}

/** Why a share that is told to work takes nothing away; null where none is told, or more would be gone. */
export function whyNoLevel(context: StoryContext): string | null {
  const level = levelOf(context)
  if (level === null || takesAway(level)) return null
  const percent = (share: number): string => `${Math.round(100 * share)} %`
  return `${level.target.name} is told to work at ${percent(level.told)}, and by the atlas it carried ${percent(level.known)} of its capacity on that day: nothing of its flow is taken away`
}

/** A cable is full for some hours and idle for others: what is gone of its capacity is gone of its flow. */
function takesAway({ target: { asset, carrier }, told, known }: Level): boolean {
  const isCable = asset?.kind === 'interconnector' && carrier === 'power'
  return isCable ? told < 1 - LEAST_GAP : told <= known - LEAST_GAP
}

function levelOf({ facts, atlas, network, story }: StoryContext): Level | null {
  if (!describing.has(facts.event.type)) return null
  const shares = standing(facts).flatMap((told) => lostShare(told) ?? [])
  const [lost] = shares
  const [id] = [...assetsOf(facts), ...linesOfOperators(facts, atlas)]
  const asset = id === undefined ? null : assetRow(atlas, id)
  if (lost === undefined || asset === null) return null
  const isTold = story.some((other) => interrupting.has(other.event.type) && areNear(facts.day, other.day))
  const [target] = isTold ? [] : targetsOfAsset(asset, { facts, claims: facts.claims }, { atlas, network })
  if (target === undefined) return null
  const asked = target.carrying.filter(({ carrier }) => carrier === target.carrier)
  const before = beforeOutage(network, asked, target.plants)
  return before === null ? null : { target, told: 1 - lost, known: before.flow / before.capacity }
}
