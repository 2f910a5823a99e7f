import type { Atlas } from '../atlas/atlas.ts'
import { familyOf } from './carrier-families.ts'
import { areNear } from './near-in-time.ts'
import type { Question } from './question.ts'
import { isWhatIf } from './what-ifs.ts'

/** Two questions are one where they ask the same of one thing, or of a line and a part of it, at about the same time. */
export function isSame(a: Question, b: Question, atlas: Atlas): boolean {
  if (a.kind !== b.kind) return false
  // What nobody says will happen has no day of its own: a story asks it once.
  const isOneWhatIf = isWhatIf(a) && isWhatIf(b) && a.story === b.story
  if (!isOneWhatIf && !areNear(a.networkDate, b.networkDate)) return false
  if (a.kind === 'outage' && familyOf(a.carrier) !== familyOf(b.carrier)) return false
  if (a.kind === 'project') return a.subjectName === b.subjectName && a.story === b.story
  return a.subject === b.subject || (a.kind === 'outage' && (isPartOf(a, b, atlas) || isPartOf(b, a, atlas)))
}

function isPartOf(part: Question, whole: Question, atlas: Atlas): boolean {
  const id = part.subject.replace('assets/', '')
  return atlas.ancestors(id).some((above) => `assets/${above.id}` === whole.subject)
}

/** An increase to a country that the reports name, not to whoever is next. */
function isToNamed(question: Question): boolean {
  return question.kind === 'increase' && question.scenarios.length === 1
}

/** Of two questions that are one, the more specific answers, then the one with more sizes stated, then of what-ifs the later; both tell events. */
export function merge(a: Question, b: Question, atlas: Atlas): Question {
  const stated = (question: Question): number =>
    question.scenarios.flatMap((one) => one.shocks).filter((shock) => shock.status === 'reported').length
  const weight = (question: Question, other: Question): number =>
    // What has been weighs more than what may be.
    (question.isWhatIf === true ? 0 : 10_000) +
    (isPartOf(question, other, atlas) ? 1000 : 0) +
    (isToNamed(question) ? 100 : 0) +
    question.beliefs.length +
    stated(question)
  const [heavier, isLater] = [weight(b, a) - weight(a, b), b.networkDate > a.networkDate]
  const isOfB = heavier > 0 || (heavier === 0 && isWhatIf(a) && isLater)
  const [main, other] = isOfB ? [b, a] : [a, b]
  return {
    ...main,
    events: [...new Set([...a.events, ...b.events])],
    because: [...new Set([...main.because, ...other.because])],
    observedMove: main.observedMove ?? other.observedMove,
  }
}

/** A story asks nothing of the same links twice. */
export function withoutAskedTwice(questions: readonly Question[]): readonly Question[] {
  return withoutOwnBorders(withoutHaltedTrades(questions))
}

/** "The cable failed; the link between the two countries is out": what crosses a border by what is asked already is its size. */
function withoutOwnBorders(questions: readonly Question[]): readonly Question[] {
  const isBy = (border: Question, asset: Question): boolean =>
    border.struck === 'border' &&
    asset.struck === 'asset' &&
    // The links of a field are those beside it, and not what is asked.
    asset.plants.length === 0 &&
    asset.story === border.story &&
    border.isWhatIf === asset.isWhatIf &&
    border.links.every((id) => asset.links.includes(id)) &&
    areNear(asset.networkDate, border.networkDate)
  return questions
    .filter((border) => !questions.some((asset) => isBy(border, asset)))
    .map((asset) => {
      const borders = questions.filter((border) => isBy(border, asset))
      return { ...asset, events: [...new Set([asset, ...borders].flatMap(({ events }) => events))] }
    })
}

/**
 * A story that asks what a halt to one zone would do does not ask the same links again as trade: the direction that holds
 * them is left out there, and a trade of nothing else tells its events to the halt.
 */
function withoutHaltedTrades(questions: readonly Question[]): readonly Question[] {
  const halts = questions.filter(({ kind }) => kind === 'halt')
  return questions.flatMap((question): readonly Question[] => {
    const own = halts.filter(({ story }) => story === question.story)
    if (question.kind === 'halt') {
      const dropped = questions.filter(
        (other) =>
          other.kind === 'trade' && other.story === question.story && left(other, [question]).length === 0,
      )
      const events = [...new Set([question, ...dropped].flatMap((one) => one.events))]
      return [{ ...question, events }]
    }
    if (question.kind !== 'trade' || own.length === 0) return [question]
    const scenarios = left(question, own)
    const [first] = scenarios
    if (first === undefined) return []
    const main = scenarios.find(({ id }) => id === question.main) ?? first
    const stopped = new Set(scenarios.flatMap(({ shocks }) => shocks.map(({ asset }) => asset)))
    const links = question.links.filter((id) => stopped.has(`links/${id}`))
    return [{ ...question, scenarios, main: main.id, links }]
  })
}

/** The scenarios of a trade that stop no link of a halt. */
function left({ scenarios }: Question, halts: readonly Question[]): Question['scenarios'] {
  const asked = new Set(halts.flatMap(({ links }) => links.map((id) => `links/${id}`)))
  return scenarios.filter(({ shocks }) => !shocks.some(({ asset }) => asked.has(asset)))
}
