import type { Atlas } from '../../atlas/atlas.ts'
import type { Reading } from '../../claims/claim.ts'
import type { Problem } from '../../core/errors.ts'
import type { Because } from '../../core/provenance.ts'
import type { CalendarDate } from '../../core/time.ts'
import type { Events, Story } from '../../events/event.ts'
import type { NotComputed, ReportedLoss } from '../../scenarios/question.ts'
import type { Brief, BriefClaim, BriefStory } from '../brief.ts'
import { formatNumber, unitLabel } from '../number-format.ts'
import type { Answered } from './answered.ts'
import { describeBecauses } from './because-index.ts'
import { composeStory, type StoryPlace, storyWithoutNumbers } from './compose-story.ts'
import { composeFuelStory, type FuelAnswered } from './fuel-story.ts'
import { marketFedName, marketFedRef } from './further-effects.ts'
import { marketGroups } from './market-groups.ts'
import { notUnderstood } from './not-understood.ts'
import { composeReportedStory } from './reported-story.ts'
import { FUEL_RANK, inOrder, LAST_RANK, type Ranked, rankOf } from './story-order.ts'
import { claimsOfEvents, distinctTitles } from './story-title.ts'

export interface ComposeInput {
  readonly readings: readonly Reading[]
  readonly events: Events
  readonly answered: readonly Answered[]
  /** Questions that the ledger of nuclear fuel answers. */
  readonly fuel: readonly FuelAnswered[]
  readonly notComputed: readonly NotComputed[]
  /** Losses that the network has no row for, sized by what is told. */
  readonly reported: readonly ReportedLoss[]
  /** Inputs that could not be used. */
  readonly problems: readonly Problem[]
  readonly atlas: Atlas
  /** Day for figures that no question dates. */
  readonly today: CalendarDate
}

/** Everything that a brief says, as one value; nothing is computed here but means, shares and sentences. */
export function composeBrief(input: ComposeInput): Brief {
  const told = new Set([...input.answered, ...input.fuel].flatMap(({ question }) => question.events))
  const claims = input.readings.flatMap(claimsOf)
  const all = { events: input.events.events, claims }
  const withoutNumbers = (story: Story, rest: readonly NotComputed[], withFigures = true): BriefStory => {
    const bare = storyWithoutNumbers(story, claimsOfEvents(story, all), rest)
    return withFigures ? bare : { ...bare, plausibility: [] }
  }
  const computed = (one: Answered, place: StoryPlace): Ranked => ({
    story: composeStory(one, place),
    rank: rankOf(one.question),
  })
  const unranked = (story: BriefStory): Ranked => ({ story, rank: LAST_RANK })
  const stories = input.events.stories.flatMap((story): Ranked[] => {
    const answered = input.answered.filter(({ question }) => question.story === story.id)
    const rest = input.notComputed.filter((item) => item.story === story.id)
    const [only, ...more] = answered
    const left = story.events.filter((event) => !told.has(event))
    if (only === undefined) {
      if (left.length === 0) return []
      const bare = withoutNumbers({ ...story, events: left }, rest)
      const loss = input.reported.find((one) => one.story === story.id)
      return [
        loss === undefined
          ? unranked(bare)
          : { story: composeReportedStory(loss, bare, input.atlas), rank: rankOf({ kind: 'outage' }) },
      ]
    }
    if (more.length === 0) {
      const events = [...new Set([...only.question.events, ...left])]
      const own = claimsOfEvents({ events }, all).claims
      return [computed(only, { id: story.id, events, notComputed: rest, claims: own })]
    }
    const aboutOil = answered.filter(({ question }) => question.carrier === 'crude')
    const oil = aboutOil.find(({ question }) => question.kind === 'increase') ?? aboutOil[0]
    const parts = answered.map((one, index) =>
      computed(one, {
        id: index === 0 ? story.id : `${story.id}-${one.question.kind}-${index + 1}`,
        events: one.question.events,
        notComputed: [],
        // Two figures of one amount of oil bear on the story about oil, whichever event tells them.
        claims: claimsOfEvents(one === oil ? story : one.question, all).claims,
      }),
    )
    const remainder = { ...story, id: `${story.id}-rest`, events: left }
    return left.length === 0
      ? parts
      : [...parts, unranked(withoutNumbers(remainder, rest, oil === undefined))]
  })
  const fuel = input.fuel.map(
    (one): Ranked => ({
      story: composeFuelStory(one, input.atlas, { id: one.question.id, notComputed: [] }),
      rank: FUEL_RANK,
    }),
  )
  const ordered = distinctTitles(inOrder([...stories, ...fuel]))
  const sentences = new Map(
    input.answered.flatMap(({ runs, network }) => [
      ...network.links.map(
        (link) => [`link-capacity:${link.id}`, `${link.name} carries no more than its capacity`] as const,
      ),
      ...runs.flatMap((run) =>
        [...run.central.binding, ...run.low.binding].map((one) => [one.constraint, one.sentence] as const),
      ),
    ]),
  )
  const { figures, sources } = describeBecauses(collectBecauses(ordered), {
    atlas: input.atlas,
    date: input.answered[0]?.question.networkDate ?? input.today,
    assumptions: ordered.flatMap((story) => story.scenarios.flatMap((scenario) => scenario.assumptions)),
    sentences,
  })
  const reportSources = input.readings.map((reading) => ({
    id: `report:${reading.id}`,
    title: reading.title ?? `Report ${reading.id}`,
    url: reading.url,
    date: reading.published,
    licence: null,
  }))
  return {
    schema_version: '1',
    generated_for: input.readings.map((reading) => reading.id),
    reports: input.readings.map((reading) => ({
      id: reading.id,
      lang: reading.lang,
      title: reading.title,
      outlet: reading.outlet,
      url: reading.url,
      published: reading.published,
      dated_because: datedBecause(reading),
    })),
    stories: ordered,
    events: [...input.events.events],
    commitments: [...(input.events.commitments ?? [])],
    claims,
    not_understood: [...input.readings.flatMap(notUnderstood), ...input.problems.map(unusable)],
    sources: [...reportSources, ...sources],
    figures,
    names: { ...namesOf(ordered, input.atlas), ...marketNames(input.answered), ...otherNames(input) },
  }
}

function datedBecause(reading: Reading): string {
  switch (reading.published_from) {
    case 'option':
      return `${reading.published} was given with --published.`
    case 'metadata':
      return `${reading.published} stands in the file beside the text.`
    case 'text':
      return `${reading.published} stands in the text itself.`
    case 'text_without_year':
      return `${reading.published}: the text states the day; its year comes from the other dates of the text.`
    case null:
      return reading.published === null
        ? 'Nothing dates the report; relative dates stay unresolved. Give a day with --published.'
        : `${reading.published} was used because nothing in the report dates it.`
  }
}

function claimsOf(reading: Reading): BriefClaim[] {
  return reading.claims.map((claim) => ({
    ...claim,
    report: reading.id,
    lang: reading.lang,
    outlet: reading.outlet,
    published: reading.published,
    numbers: reading.quantities
      .filter((quantity) => claim.quantities.includes(quantity.id))
      .map((quantity) => ({
        surface: quantity.surface,
        value: quantity.value,
        unit: quantity.unit,
        normalised: quantity.normalised === null ? null : inWords(quantity.normalised),
      })),
  }))
}

function inWords(normalised: { value: number | [number, number]; unit: string; factor: string }): string {
  const value = Array.isArray(normalised.value)
    ? normalised.value.map((one) => formatNumber(one)).join(' to ')
    : formatNumber(normalised.value)
  const factor = normalised.factor === '' ? '' : ` (${normalised.factor})`
  return `${value} ${unitLabel(normalised.unit)}${factor}`
}

function unusable(problem: Problem): Brief['not_understood'][number] {
  return { report: problem.where, kind: 'an input that could not be used', text: problem.message, span: null }
}

function collectBecauses(stories: readonly BriefStory[]): ReadonlySet<Because> {
  return new Set(
    stories.flatMap((story) => [
      ...story.answer.because,
      ...story.effects.flatMap((effect) => effect.because),
      ...story.reasons.flatMap((reason) => reason.because),
      ...story.plausibility.flatMap((line) => line.because),
      ...story.scenarios.flatMap((scenario) => [
        ...scenario.shocks.flatMap((shock) => shock.because),
        ...scenario.assumptions.flatMap((assumption) => [
          `assumption:${assumption.id}`,
          ...assumption.because,
        ]),
      ]),
    ]),
  )
}

function namesOf(stories: readonly BriefStory[], atlas: Atlas): Record<string, string> {
  const refs = new Set(
    stories.flatMap((story) => [
      ...story.effects.map((effect) => effect.zone),
      ...story.scenarios.flatMap((scenario) => scenario.shocks.map((shock) => shock.asset)),
    ]),
  )
  return Object.fromEntries(
    [...refs]
      .sort()
      .map((ref) => [ref, ref.includes('/') ? atlas.nameOf(ref) : atlas.nameOf(`zones/${ref}`)]),
  )
}

/** Names of what the ledger of nuclear fuel counts, and of what projects would add: no row of the atlas has them. */
function otherNames({ fuel, answered, atlas }: ComposeInput): Record<string, string> {
  const reactors = fuel.flatMap(({ losses }) =>
    losses.map(({ ledger }) => [
      `reactors/${ledger.id}`,
      `${atlas.nameOf(`countries/${ledger.country}`)} (${ledger.reactorType})`,
    ]),
  )
  const added = answered.flatMap(({ question }) =>
    (question.added ?? []).map((row) => [`${row.table}/${row.id}`, row.name]),
  )
  return Object.fromEntries([...reactors, ...added])
}

/** Names of what effects name and the atlas does not: markets. */
function marketNames(answered: readonly Answered[]): Record<string, string> {
  return Object.fromEntries(
    answered.flatMap(({ question, network, runs }) => [
      ...marketGroups(network).map(({ ref, name }) => [ref, name] as const),
      ...runs.flatMap(({ priceChange }) =>
        priceChange?.ref === undefined ? [] : [[priceChange.ref, priceChange.zone] as const],
      ),
      ...(runs.some((run) => run.priceChange !== null)
        ? [[marketFedRef(question), marketFedName(question)] as const]
        : []),
    ]),
  )
}
