import { listed } from '../../core/listed.ts'
import type { Event } from '../../events/event.ts'
import type { BriefClaim } from '../brief.ts'
import { eventPlural } from '../wording.ts'

const MOST_NAMES = 3
const MOST_TYPES = 3

/** What stories without a computation are about: the names that its claims name most, and what is told of them. */
export function toldTitle(events: readonly Event[], claims: readonly BriefClaim[]): string {
  const names = mostCommon(claims.flatMap((claim) => claim.assets)).slice(0, MOST_NAMES)
  const types = mostCommon(events.map((event) => event.type)).slice(0, MOST_TYPES)
  const about = listed(names)
  const told = listed(types.map((type) => eventPlural(type)))
  return about === '' ? capital(told) : `${about}: ${told}`
}

/** `5 events told by 2 reports: 2 talks, 1 agreement, ....`: the story in one sentence without a judgement. */
export function toldSentence(events: readonly Event[], reports: number): string {
  const counts = new Map<Event['type'], number>()
  for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1)
  const parts = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([type, count]) => `${eventPlural(type)} (${count})`)
  return `${events.length} ${events.length === 1 ? 'event' : 'events'} told by ${reports} ${reports === 1 ? 'report' : 'reports'}: ${parts.join(', ')}.`
}

/** Titles that tell stories apart: the second of one name gets what is its own, or its number. */
export function distinctTitles<T extends { readonly title: string }>(stories: readonly T[]): T[] {
  const counts = new Map<string, number>()
  return stories.map((story) => {
    const count = (counts.get(story.title) ?? 0) + 1
    counts.set(story.title, count)
    return count === 1 ? story : { ...story, title: `${story.title} (${count})` }
  })
}

/** Claims of a story's events. */
export function claimsOfEvents(
  story: { readonly events: readonly string[] },
  all: { readonly events: readonly Event[]; readonly claims: readonly BriefClaim[] },
): { events: Event[]; claims: BriefClaim[] } {
  const byId = new Map(all.events.map((event) => [event.id, event]))
  const events = story.events.flatMap((id) => byId.get(id) ?? [])
  const refs = new Set(events.flatMap((event) => event.claims.map((ref) => `${ref.report}/${ref.claim}`)))
  return { events, claims: all.claims.filter((claim) => refs.has(`${claim.report}/${claim.id}`)) }
}

function mostCommon<T extends string>(items: readonly T[]): T[] {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([item]) => item)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
