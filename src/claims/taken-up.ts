import type { EntityType } from './claim.ts'
import { isInBody } from './lands-in-names.ts'
import type { EntityMention, Marks } from './marks.ts'
import { isAlliance, PLANT, type Subjects } from './subjects.ts'

/** Who acts on in a sentence; a ministry speaks of what others do. */
const ACTORS = new Set<EntityType>(['company', 'country', ...PLANT])

/** The country of a ministry, a regulator, a service that is taken up: what it tells of is there. */
function landOfOffice(name: string | null, { subjects, marks }: Spoken): string | null {
  const isOffice = subjects.all.some(
    ({ entity }) => entity.canonical === name && entity.type === 'organisation',
  )
  const lands = isOffice && name !== null ? marks.landsOf(name) : []
  return lands.length === 1 ? (lands[0] ?? null) : null
}

interface Spoken {
  readonly subjects: Subjects
  /** What the text is about, of some kinds. */
  readonly topic: (kinds: ReadonlySet<EntityType>) => string | null
  readonly marks: Marks
}

/**
 * "X, which pumped less, agreed to …": who began the sentence acts on, with the plant named last in it. Where the
 * sentence names nothing before, the plant that the text is about and who began the sentence before.
 */
export function takenUp(before: readonly EntityMention[], spoken: Spoken): (string | null)[] {
  const { subjects, topic, marks } = spoken
  const subject = before.find(
    (one) => (ACTORS.has(one.entity.type) && !isInBody(one, before)) || isAlliance(one, marks.landsOf),
  )
  const plant = topic(PLANT)
  // What the sentence before did not name may not be meant any more.
  const isFresh = plant === null || subjects.opening === null || subjects.plants.has(plant)
  if (subject === undefined) {
    const told = plant ?? subjects.opening ?? topic(new Set(['company', 'organisation']))
    return [told, isFresh || !subjects.isActor ? landOfOffice(told, spoken) : subjects.opening]
  }
  const own = before.findLast((one) => PLANT.has(one.entity.type))
  return [
    subject.entity.canonical,
    own?.entity.canonical ?? (isFresh || subject.entity.type !== 'country' ? plant : null),
  ]
}
