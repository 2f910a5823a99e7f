import type { Event } from '../events/event.ts'
import type { Brief, BriefClaim, BriefStory } from './brief.ts'

export interface EventPart {
  readonly event: Event
  /** Claims of the event that stand here in full. */
  readonly claims: readonly BriefClaim[]
  /** Claims of the event that stand in full under an earlier one. */
  readonly elsewhere: readonly BriefClaim[]
}

export interface StoryPart {
  readonly story: BriefStory
  readonly events: readonly EventPart[]
}

export interface StoryParts {
  readonly stories: readonly StoryPart[]
  /** Claims of no story. */
  readonly loose: readonly BriefClaim[]
  /** All claims, in the order in which they are printed. */
  readonly claimsInOrder: readonly BriefClaim[]
}

/** Puts events and claims under their stories; each claim stands in full once. */
export function storyParts(brief: Brief): StoryParts {
  const events = new Map(brief.events.map((event) => [event.id, event]))
  const claims = new Map(brief.claims.map((claim) => [`${claim.report}/${claim.id}`, claim]))
  const placed = new Set<BriefClaim>()
  const stories = brief.stories.map((story) => ({
    story,
    events: story.events.flatMap((id) => {
      const event = events.get(id)
      if (event === undefined) return []
      const members = event.claims.flatMap((ref) => claims.get(`${ref.report}/${ref.claim}`) ?? [])
      const here = [...new Set(members)].filter((claim) => !placed.has(claim))
      for (const claim of here) placed.add(claim)
      return [{ event, claims: here, elsewhere: members.filter((claim) => !here.includes(claim)) }]
    }),
  }))
  const inStories = [...placed]
  const loose = brief.claims.filter((claim) => !placed.has(claim))
  return { stories, loose, claimsInOrder: [...inStories, ...loose] }
}

/** A claim of an event's part by its report and id, wherever it stands in full; null where the brief lacks it. */
export function claimOfPart(part: EventPart, ref: { report: string; claim: string }): BriefClaim | null {
  const all = [...part.claims, ...part.elsewhere]
  return all.find((claim) => claim.report === ref.report && claim.id === ref.claim) ?? null
}
