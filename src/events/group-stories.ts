import type { EventType } from '../claims/claim.ts'

import { type Happening, happeningsApart, isBackground, storyDays } from './happening.ts'
import { onOneLine } from './link-events.ts'
import { shared } from './shared-subjects.ts'
import type { Statement } from './statement.ts'
import type { SubjectKind } from './subjects.ts'

/** Evidence that two events of one kind belong together; more where nothing dates them. */
const sameKind = 0.8
const undated = 1.2
/** Events of two kinds (talks, a halt) belong together where they share parties, goods and these days. */
const anyKind = 0.8
const nearDays = 10

/** What befalls supply. */
const supplies = new Set<EventType>(['outage_or_attack', 'supply_halt', 'supply_change', 'supply_start'])

const politics = new Set<EventType>([
  'visit_or_meeting',
  'agreement',
  'negotiation',
  'statement',
  'policy_opposition',
  'sanction',
  'sanction_relief',
  'investment_or_loan',
])

/**
 * Events that belong together, each event in one story. A report's events make one thread, or several
 * where they share nobody and nothing. Threads join where they tell the same event as news, or events of
 * one kind within 45 days that share a line, a site, or two parties that talk; one country, one company or a raw
 * material alone joins nothing, and what a report tells as background joins nothing either.
 */
export function groupStories(happenings: readonly Happening[]): readonly (readonly Happening[])[] {
  const threads = threadsOf(happenings)
  const group = threads.map((_, index) => index)
  const find = (index: number): number => {
    const up = group[index] ?? index
    return up === index ? index : find(up)
  }
  threads.forEach((a, i) => {
    threads.forEach((b, j) => {
      if (i < j && find(i) !== find(j) && belongTogether(a, b)) group[find(j)] = find(i)
    })
  })
  const stories = new Map<number, Set<Happening>>()
  const placed = new Set<Happening>()
  // News first, so that an event which is background elsewhere lies in the story that it is news of.
  for (const part of ['news', 'background'] as const)
    threads.forEach((thread, index) => {
      const root = find(index)
      const story = stories.get(root) ?? new Set<Happening>()
      for (const happening of thread[part])
        if (!placed.has(happening)) {
          story.add(happening)
          placed.add(happening)
        }
      stories.set(root, story)
    })
  return [...stories.values()].filter((story) => story.size > 0).map((story) => [...story])
}

interface Thread {
  readonly report: string
  readonly news: readonly Happening[]
  readonly background: readonly Happening[]
}

function threadsOf(happenings: readonly Happening[]): Thread[] {
  const reports = [
    ...new Set(happenings.flatMap(({ statements }) => statements.map(({ reading }) => reading.id))),
  ]
  return reports.sort().flatMap((report) => {
    const own = happenings.filter(({ statements }) => statements.some(({ reading }) => reading.id === report))
    return components(own, report).map((part) => ({
      report,
      news: part.filter((happening) => !isBackground(happening, report)),
      background: part.filter((happening) => isBackground(happening, report)),
    }))
  })
}

/** Events fewer than this, told beside a report's main matter, belong to it whatever they name. */
const ownMatter = 3

/**
 * Parts of a report that share nobody and nothing. Small parts, and those that speak of the same raw
 * material, go to the largest: a report is of one matter unless it says enough of another.
 */
function components(own: readonly Happening[], report: string): Happening[][] {
  const parts: Happening[][] = []
  for (const happening of own) {
    const touched = parts.filter((part) => part.some((other) => sharesThing(happening, other, report)))
    const merged = [...touched.flat(), happening]
    for (const part of touched) parts.splice(parts.indexOf(part), 1)
    parts.push(merged)
  }
  parts.sort((a, b) => b.length - a.length)
  const [main = [], ...rest] = parts
  const isOfMain = (part: readonly Happening[]): boolean =>
    (part.length < ownMatter && !isOtherMatter(part, main, report)) ||
    part.some((x) => main.some((y) => sharesGoods(x, y, report)))
  const whole = [...main, ...rest.filter(isOfMain).flat()]
  return [whole, ...rest.filter((part) => !isOfMain(part))].filter((part) => part.length > 0)
}

/** Of a digest: what befell the supply of other goods in another place, however little is said of it. */
function isOtherMatter(part: readonly Happening[], main: readonly Happening[], report: string): boolean {
  const kindsOf = (of: readonly Happening[]): ReadonlySet<SubjectKind> =>
    new Set(
      of.flatMap(({ statements }) => statements.flatMap(({ subjects }) => subjects.map(({ kind }) => kind))),
    )
  const namesGoods = (of: readonly Happening[]): boolean => kindsOf(of).has('commodity')
  const isPlaced = [...kindsOf(part)].some((kind) => kind !== 'commodity')
  return (
    isPlaced &&
    namesGoods(part) &&
    namesGoods(main) &&
    part.some((one) => supplies.has(one.described.type) && !isBackground(one, report))
  )
}

type Test = (common: ReturnType<typeof shared>) => boolean

function inReport(a: Happening, b: Happening, report: string, test: Test): boolean {
  const own = (happening: Happening): readonly Statement[] =>
    happening.statements.filter(({ reading }) => reading.id === report)
  return own(a).some((x) => own(b).some((y) => test(shared(x, y))))
}

function sharesThing(a: Happening, b: Happening, report: string): boolean {
  return inReport(a, b, report, (common) => common.some(({ subject }) => subject.kind !== 'commodity'))
}

function sharesGoods(a: Happening, b: Happening, report: string): boolean {
  return inReport(a, b, report, (common) => common.some(({ subject }) => subject.kind === 'commodity'))
}

function belongTogether(a: Thread, b: Thread): boolean {
  if (a.news.some((happening) => b.news.includes(happening))) return true
  return a.news.some((x) => b.news.some((y) => areAkin(x, y)))
}

/** Whether two events of different reports would join their stories: see `groupStories`. */
export function areAkin(a: Happening, b: Happening): boolean {
  const ofA = kinships.get(a) ?? new Map<Happening, boolean>()
  kinships.set(a, ofA)
  const known = ofA.get(b) ?? kinships.get(b)?.get(a) ?? compareKinds(a, b)
  ofA.set(b, known)
  return known
}

/** Each pair is asked about once a thread: remembered as long as the events live. */
const kinships = new WeakMap<Happening, Map<Happening, boolean>>()

function compareKinds(a: Happening, b: Happening): boolean {
  const days = happeningsApart(a, b)
  if (days !== null && days > storyDays) return false
  if (days !== null && onOneLine(a, b)) return true
  const isOneKind =
    a.described.type === b.described.type ||
    (politics.has(a.described.type) && politics.has(b.described.type))
  const wanted = days === null ? undated : isOneKind ? sameKind : anyKind
  if (!isOneKind && (days === null || days > nearDays)) return false
  return a.statements.some((x) => b.statements.some((y) => kinship(x, y, isOneKind) >= wanted))
}

/**
 * Things in common, two parties counting as a bond. Between kinds the raw material must be the same too. Two countries
 * bind what they talk about; of two strikes on each other's plant they make no one story.
 */
function kinship(a: Statement, b: Statement, isOneKind: boolean): number {
  const all = shared(a, b)
  const common = all.filter(({ subject }) => subject.kind !== 'commodity')
  if (!isOneKind && common.length === all.length) return 0
  const arePhysical = !politics.has(a.claim.event) && !politics.has(b.claim.event)
  const counted = arePhysical ? common.filter(({ subject }) => located.has(subject.kind)) : common
  const other = b.parties
  const bond = !arePhysical && [...a.parties].filter((key) => other.has(key)).length >= 2 ? 0.3 : 0
  return counted.reduce((sum, { weight }) => sum + weight, 0) + bond
}

const located = new Set<SubjectKind>(['site', 'line', 'company', 'place'])
