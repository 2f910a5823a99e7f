import type { Atlas } from '../../atlas/atlas.ts'
import type { Asset } from '../../atlas/tables.ts'
import { statesFall } from '../claimed/claimed-falls.ts'
import { claimedDurations, isProlongedTo } from '../claimed/claimed-lengths.ts'
import { lostShare } from '../claimed/told-state.ts'
import { assetsOf, carriersOf, countriesOf, type EventFacts } from '../event-facts.ts'
import { partOfNamedBuyer } from '../named-buyer.ts'
import { assetRow } from '../network-parts.ts'
import { isOfPowerPlants } from '../power-plants.ts'
import type { Question } from '../question.ts'
import type { StoryContext } from '../story-context.ts'
import { targetsOfAsset } from '../targets/outage-target.ts'
import { isLessPassage } from '../told-otherwise.ts'
import { draftOutage } from './draft-outage.ts'
import { mayEnd } from './end-of-outage.ts'
import { haltedBehind, isOfStruckLine, isSizeOf, isStruckBefore } from './fed-by-station.ts'
import { toldStretch } from './outage-days.ts'
import { haltedDeliveries, outagesOfNoAsset } from './outages-of-no-asset.ts'
import { sentAbroad } from './sent-abroad.ts'
import { struckAssets } from './struck-assets.ts'

/** A report that strikes more at once than this is a list; each has its own report. */
const MOST_ASSETS = 3

/** Work on something that runs, told with its days or its length: it takes capacity away for that time. */
export function isMaintenance(facts: EventFacts): boolean {
  if (facts.event.type !== 'repair_or_restart') return false
  if (toldStretch(facts) !== null) return true
  return (
    (claimedDurations(facts.claims).length > 0 || facts.claims.some(isProlongedTo)) &&
    facts.claims.some(({ claim }) => claim.cues.some((cue) => cue.startsWith('event:maintain:')))
  )
}

/**
 * The outages that an event tells: of the most specific asset that carries something, and of others of the same kind
 * ("two refineries"), which no line joins to it.
 */
export function outageQuestions(context: StoryContext): readonly Question[] {
  const { facts, atlas, network, start, story } = context
  // What is no longer sent after a fault is asked of what broke.
  if (story.some((other) => isSizeOf(facts, other, context))) return []
  const questions: Question[] = []
  for (const id of struckAssets(facts, atlas)) {
    const asset = assetRow(atlas, id)
    if (asset === null || (questions.length > 0 && !isAlike(questions, asset, atlas))) continue
    if (questions.length >= MOST_ASSETS) break
    // What the station feeds is asked of itself.
    if (haltedBehind(asset, context) !== null) continue
    const related = relatedTo(id, context)
    // A change of supply without an outage says how much flows; only one with a stated fall says what is left.
    const claims = [facts, ...related].flatMap((told) => told.claims)
    const hasOutage = claims.some(
      ({ claim }) => claim.event === 'outage_or_attack' || claim.event === 'supply_halt',
    )
    if (facts.event.type === 'supply_change' && !hasOutage && !statesFall(facts)) continue
    // What the reports say of its size may stand in an event of another kind.
    const told = [...claims, ...story.flatMap((other) => other.claims)]
    const abroad = sentAbroad(asset, context)
    const targets =
      abroad === null ? targetsOfAsset(asset, { facts, claims: told }, { atlas, network }) : [abroad]
    for (const whole of targets) {
      const target = partOfNamedBuyer(whole, context)
      // Of cargoes for one of many buyers nobody knows how many they are.
      if (target === null) return questions
      questions.push(draftOutage({ facts, atlas, network, start, story, related, target }))
    }
  }
  // An asset that the network lacks says nothing, unless its country and the size of the loss are told beside it.
  const isElsewhere = assetsOf(facts).length > 0
  const isSized = statesFall(facts) && countriesOf(facts).length > 0
  if (questions.length > 0 || (isElsewhere && facts.event.type !== 'supply_halt' && !isSized))
    return questions
  // "Gas to the country has stopped" after its line's station was struck: the station's question answers it.
  if (story.some((other) => isOfStruckLine(facts, other, context))) return []
  const found = isElsewhere && !isSized ? [] : outagesOfNoAsset(context)
  return found.length > 0 || isOfPowerPlants(facts) ? found : haltedDeliveries(context)
}

/** Of one kind with what was found first, and neither a part of it nor what it is a part of. */
function isAlike(questions: readonly Question[], asset: Asset, atlas: Atlas): boolean {
  const family = new Set([asset.id, ...atlas.ancestors(asset.id).map(({ id }) => id)])
  return questions.every(({ subject }) => {
    const id = subject.replace('assets/', '')
    const isJoined = family.has(id) || atlas.ancestors(id).some((above) => above.id === asset.id)
    return !isJoined && assetRow(atlas, id)?.kind === asset.kind
  })
}

function relatedTo(asset: string, context: StoryContext): EventFacts[] {
  const { facts, atlas, story } = context
  const line = new Set([asset, ...atlas.ancestors(asset).map((above) => above.id)])
  const operators = new Set([...line].flatMap((id) => assetRow(atlas, id)?.operator ?? []))
  return story
    .filter(
      (other) =>
        ['supply_change', 'supply_halt', 'repair_or_restart', 'outage_or_attack'].includes(
          other.event.type,
        ) ||
        isLessPassage(other, atlas) ||
        other.claims.some((told) => lostShare(told) !== null),
    )
    .filter((other) => mayEnd(facts, other))
    .filter(
      (other) =>
        isOnLine(other, line, operators) ||
        isOfSoleAsset(other, line, { facts, story }) ||
        isStruckBefore(asset, other, context) ||
        isSizeOf(other, facts, context) ||
        isOfStruckLine(other, facts, context),
    )
}

/** "The company expects to resume in three days": about the one thing that the story says is struck. */
function isOfSoleAsset(
  other: EventFacts,
  line: ReadonlySet<string>,
  { facts, story }: Pick<StoryContext, 'facts' | 'story'>,
): boolean {
  const isOfNobody = countriesOf(other).length === 0 && carriersOf(other).length === 0
  const isBare =
    other.event.type === 'repair_or_restart' || (other.event.type === 'supply_halt' && isOfNobody)
  if (!isBare || assetsOf(other).length > 0) return false
  const lost = [facts, ...story].filter(({ event }) => interrupting.has(event.type))
  return lost.every((one) => assetsOf(one).every((id) => line.has(id)))
}

const interrupting: ReadonlySet<string> = new Set(['outage_or_attack', 'supply_halt'])

function isOnLine(facts: EventFacts, line: ReadonlySet<string>, operators: ReadonlySet<string>): boolean {
  return (
    assetsOf(facts).some((id) => line.has(id)) || [...operators].some((id) => facts.refs.has(`actors/${id}`))
  )
}
