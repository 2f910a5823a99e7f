import type { EntityMention, Marks } from '../marks.ts'
import type { Attribution, FrameReading, Speaker } from './speaker.ts'

/** What the text before has named: whom "the company", "he" or a verb without a subject takes up. */
export interface Discourse {
  speaker: Speaker | null
  /** The outlets that passed on the words of that speaker. */
  spokenVia: readonly string[]
  company: string | null
  /** A company that has spoken is "the company", whichever others are named after it. */
  companySpoke: boolean
  ministry: string | null
  /** Ministries, governments and the like by canonical name, as written last, in the order in which they were named last. */
  readonly ministries: Map<string, string>
  /** The body of another kind named last, for "the group" and "the alliance" where no company is told of. */
  body: string | null
  /** The person named last, for "he said" after a sentence about them. */
  person: string | null
  /** All persons named so far. */
  readonly people: Set<string>
  /** By title, the person who was named with it: "the minister" is that minister again. */
  readonly titled: Map<string, string>
  /** By person, the bodies and countries named with their title. */
  readonly bodiesOf: Map<string, Set<string>>
  /** Countries named beside the person who spoke last: "the Hungarian minister" is the one of Hungary. */
  owners: ReadonlySet<string>
  /** Whether the last speaker is a person. */
  personSpoke: boolean
  /** The pipeline named last: "the operator" that has no name is its operator. */
  line: string | null
  outlet: string | null
  /** The outlet of the dateline, as written there: "told the Harbour Ledger". */
  ownOutlet: string | null
}

const MINISTRY =
  /ministry|government|headquarters|commission|agency|administration|customs|office|department|treasury|authority|general staff/iu

/** Takes up the names of a stretch for later pronouns; the speaker is set apart, by whoever attributes. */
export function remember(discourse: Discourse, mentions: readonly EntityMention[], marks: Marks): void {
  for (const { entity, start, end } of mentions) {
    if (marks.outlets.has(entity.canonical)) continue
    if (entity.type === 'company' && !discourse.companySpoke) discourse.company = entity.canonical
    else if (entity.type === 'person') {
      discourse.person = entity.canonical
      discourse.people.add(entity.canonical)
    } else if (entity.type === 'pipeline') discourse.line = entity.canonical
    else if (entity.type === 'organisation') {
      if (MINISTRY.test(entity.canonical)) {
        discourse.ministry = entity.canonical
        discourse.ministries.delete(entity.canonical)
        discourse.ministries.set(entity.canonical, marks.text.slice(start, end))
      } else discourse.body = entity.canonical
    }
  }
}

/** Keeps who spoke, for those who speak on without being named. */
export function spoke(
  discourse: Discourse,
  attribution: Attribution,
  mentions: readonly EntityMention[],
  countries: readonly string[] = [],
): void {
  const { speaker } = attribution
  if (speaker === null) return
  if (attribution.via.length > 0 || !isSameSpeaker(speaker, discourse.speaker))
    discourse.spokenVia = attribution.via
  discourse.speaker = speaker
  // "X said after talks with Y": who spoke is "he", not whom the sentence names last.
  if (discourse.people.has(speaker.label)) discourse.person = speaker.label
  discourse.personSpoke = !speaker.isNamed || speaker.label === discourse.person
  if (speaker.label === discourse.person && countries.length > 0) discourse.owners = new Set(countries)
  if (!mentions.some((one) => one.entity.type === 'company' && one.entity.canonical === speaker.label)) return
  discourse.company = speaker.label
  discourse.companySpoke = true
}

/** Whether one is the other, or goes on as "the source" for "a source in the ministry". */
function isSameSpeaker(one: Speaker, before: Speaker | null): boolean {
  if (before === null || one.isNamed !== before.isNamed) return false
  return one.label === before.label || (!one.isNamed && before.label.endsWith(` ${one.label}`))
}

/** The outlets of who speaks on without being named again: "the source added", after "X, citing a source". */
export function passedOnAgain(discourse: Discourse, read: FrameReading): readonly string[] {
  const { speaker } = read
  if (speaker === null || read.via.length > 0 || !isSameSpeaker(speaker, discourse.speaker)) return read.via
  return speaker.isNamed && read.isNamedHere ? read.via : discourse.spokenVia
}
