import type { Atlas } from '../atlas/atlas.ts'
import type { Reading } from '../claims/claim.ts'
import { countSources } from './count-sources.ts'
import { describeEvent, eventSlug } from './describe-event.ts'
import type { Event, Events, Story } from './event.ts'
import { findContradictions, findStateContradictions, refOf } from './find-contradictions.ts'
import { findDuplicates } from './find-duplicates.ts'
import { extentContradictions, rateContradictions, runContradictions } from './find-extent-contradictions.ts'
import { groupStatements } from './group-statements.ts'
import { areAkin, groupStories } from './group-stories.ts'
import { type Happening, isBackground } from './happening.ts'
import { linkOf } from './link-events.ts'
import { type Statement, toStatement } from './statement.ts'
import { createFolder } from './subjects.ts'

/**
 * Merges claims of many reports into events and events into stories. Nothing is decided about who is
 * right: claims that disagree stay in their event side by side, and a denial is an event of its own that
 * points at what it denies. Claims of a duplicate report are left out. The result does not depend on the
 * order of the readings; without readings it is empty.
 */
export function reconcileEvents(readings: readonly Reading[], atlas: Atlas): Events {
  const duplicates = findDuplicates(readings)
  const copies = new Set(duplicates.map(({ report }) => report))
  const fold = createFolder(atlas)
  const statements = readings
    .filter((reading) => !copies.has(reading.id))
    .flatMap((reading) => reading.claims.map((claim) => toStatement(reading, claim, fold)))
  const happenings = nameHappenings(groupStatements(statements))
  const stories = groupStories(happenings)
  const storyOf = new Map(stories.flatMap((story, index) => story.map(({ id }) => [id, index])))
  const events = happenings.map((happening) => {
    const isOfOneStory = (other: Happening): boolean => storyOf.get(other.id) === storyOf.get(happening.id)
    return toEvent(happening, happenings, isOfOneStory)
  })
  return {
    schema_version: '1',
    events: events.sort(byTime),
    stories: stories.map((story) => toStory(story, events)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    duplicates,
  }
}

/** Ids from what the events are; where two come out alike, numbered in the order of their first claims. */
function nameHappenings(groups: readonly (readonly Statement[])[]): Happening[] {
  const ordered = [...groups].sort((a, b) => ((a[0]?.key ?? '') < (b[0]?.key ?? '') ? -1 : 1))
  const used = new Map<string, number>()
  return ordered.map((statements) => {
    const described = describeEvent(statements)
    const slug = eventSlug(described)
    const count = (used.get(slug) ?? 0) + 1
    used.set(slug, count)
    return { id: count === 1 ? slug : `${slug}-${count}`, statements, described }
  })
}

function toEvent(
  happening: Happening,
  all: readonly Happening[],
  isOfOneStory: (other: Happening) => boolean,
): Event {
  const { described, statements } = happening
  return {
    id: happening.id,
    type: described.type,
    title: described.title,
    time: described.time,
    assets: [...described.assets],
    modality: described.modality,
    claims: statements.map(refOf),
    ...countSources(statements),
    contradictions: [
      ...findContradictions(statements),
      ...extentContradictions(statements),
      ...rateContradictions(statements),
      ...findStateContradictions(
        statements,
        all.flatMap((other) => other.statements),
      ),
      ...runContradictions(
        statements,
        all.flatMap((other) => other.statements),
      ),
    ],
    links: all.flatMap((other): Event['links'] => {
      const link = linkOf(happening, other)
      if (link) return [link]
      const isElsewhere = other.id !== happening.id && !shareReport(happening, other)
      const isAkin = isElsewhere && isOfOneStory(other) && areAkin(happening, other)
      return isAkin ? [{ event: other.id, kind: 'same_story' }] : []
    }),
  }
}

/** Events that one report tells are of one story without saying so. */
function shareReport(a: Happening, b: Happening): boolean {
  const reports = new Set(a.statements.map(({ reading }) => reading.id))
  return b.statements.some(({ reading }) => reports.has(reading.id))
}

function byTime(a: Event, b: Event): number {
  const [x, y] = [`${a.time ?? '9999'} ${a.id}`, `${b.time ?? '9999'} ${b.id}`]
  return x < y ? -1 : x > y ? 1 : 0
}

/** A story is called after the event, not long past, that most reports tell; of equals, that with most claims, then the first. */
function toStory(story: readonly Happening[], events: readonly Event[]): Story {
  const ids = new Map(story.map((happening) => [happening.id, happening]))
  const own = events.filter((event) => ids.has(event.id))
  const past = (event: Event): number => {
    const happening = ids.get(event.id)
    return happening && event.claims.every(({ report }) => isBackground(happening, report)) ? 1 : 0
  }
  const reports = (event: Event): number => new Set(event.claims.map(({ report }) => report)).size
  const vague = (event: Event): number => (event.type === 'statement' || event.type === 'other' ? 1 : 0)
  const main = [...own].sort(
    (a, b) =>
      past(a) - past(b) ||
      reports(b) - reports(a) ||
      vague(a) - vague(b) ||
      b.claims.length - a.claims.length ||
      byTime(a, b),
  )[0]
  return {
    id: `story-${main?.id ?? 'empty'}`,
    title: main?.title ?? '',
    events: own.map((event) => event.id),
  }
}
