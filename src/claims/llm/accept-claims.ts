import type { Claim, Entity, Quantity, Reading } from '../claim.ts'
import { glossOf } from '../gloss.ts'
import type { Span } from '../text/sentences.ts'
import type { ModelClaim } from './answer.ts'
import { createLocator } from './locate.ts'

/** Why a claim of a language model, or a part of it, does not count. */
export type DropReason =
  | 'not of the asked form'
  | 'its evidence is not in the report'
  | 'its evidence is too short or too long to be one'
  | 'a number of it is not in its evidence'
  | 'a number of it has another value in the report'
  | 'its speaker is not in the report'
  | 'told twice'

export interface Accepted {
  /** In the order of the text. */
  readonly claims: readonly Claim[]
  /** Names that the report holds and our own matcher does not know; kept as written. */
  readonly entities: readonly Entity[]
  readonly dropped: ReadonlyMap<DropReason, number>
  /** Names, outlets and dates of kept claims that are not in the report: taken off, and counted here. */
  readonly partsDropped: number
}

/** One sentence, or a long one of two; longer evidence would cover anything. UTF-16 units. */
const LONGEST_EVIDENCE = 800
const FEWEST_LETTERS = 6
const SAME_VALUE = 0.01
const SPEAKING = new Set(['person', 'company', 'organisation', 'country', 'place'])
/** A word with a small first letter, other than the small words inside names (of, de, al). */
const PLAIN_WORD = /(?<!\p{L})\p{Ll}\p{L}{3,}/u

/**
 * What counts of the claims that a language model gives for a report. Evidence must stand in the text, every
 * number in the evidence, the speaker in the text; names are linked to the entities that our own matcher found
 * (`reading`), dates and values are those of our own readers. Nothing that a report or a model says changes this.
 */
export function acceptClaims(
  reading: Pick<Reading, 'text' | 'entities' | 'quantities' | 'dates'>,
  given: readonly ModelClaim[],
): Accepted {
  const locate = createLocator(reading.text)
  const dropped = new Map<DropReason, number>()
  const added = new Map<string, Entity>()
  const taken = new Set<string>()
  const claims: Omit<Claim, 'id' | 'gloss'>[] = []
  let partsDropped = 0
  const drop = (reason: DropReason): void => {
    dropped.set(reason, (dropped.get(reason) ?? 0) + 1)
  }
  const named = (words: string): Named | null => nameOf(words, reading.entities, { reading, locate, added })
  const speakers = reading.entities.filter((entity) => SPEAKING.has(entity.type))

  for (const one of given) {
    const places = locate(one.evidence, true)
    if (places.length === 0) {
      drop('its evidence is not in the report')
      continue
    }
    const keyOf = (span: Span): string => `${span.start} ${span.end} ${one.event}`
    const span = places.find((place) => !taken.has(keyOf(place)))
    if (span === undefined) {
      drop('told twice')
      continue
    }
    const evidence = reading.text.slice(span.start, span.end)
    if (evidence.length > LONGEST_EVIDENCE || letters(evidence) < FEWEST_LETTERS) {
      drop('its evidence is too short or too long to be one')
      continue
    }
    const numbers = numbersOf(one, span, evidence, reading.quantities)
    if (typeof numbers === 'string') {
      drop(numbers)
      continue
    }
    const speaker = one.speaker === null ? null : nameOf(one.speaker, speakers, { reading, locate, added })
    if (one.speaker !== null && speaker === null) {
      drop('its speaker is not in the report')
      continue
    }
    const assets = known(one.assets.map(named))
    const via = known(one.via.map(named))
    const when = one.time === null ? null : timeOf(one.time, span, reading, locate)
    partsDropped += one.assets.length - assets.length + one.via.length - via.length
    if (one.time !== null && when === null) partsDropped += 1
    taken.add(keyOf(span))
    claims.push({
      evidence,
      span: [span.start, span.end],
      event: one.event,
      modality: one.modality,
      polarity: one.polarity,
      assets: unique(assets.map((asset) => asset.canonical)),
      assets_implied: unique(
        assets.filter((asset) => !isIn(asset.mentions, span)).map((asset) => asset.canonical),
      ),
      speaker: speaker?.canonical ?? null,
      speaker_named: speaker?.isName ?? false,
      via: unique(via.map((outlet) => outlet.canonical)),
      time: when,
      quantities: numbers,
      cues: ['reader:llm'],
      readers: ['llm'],
    })
  }
  claims.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
  return {
    claims: claims.map((claim, index) => {
      const numbered = { ...claim, id: `c${index + 1}` }
      return { ...numbered, gloss: glossOf(numbered, reading.quantities) }
    }),
    entities: [...added.values()],
    dropped,
    partsDropped,
  }
}

interface Named {
  readonly canonical: string
  readonly mentions: readonly Span[]
  /** False for words such as "an official": they speak, but are no name. */
  readonly isName: boolean
}

interface Naming {
  readonly reading: Pick<Reading, 'text'>
  readonly locate: (words: string) => Span[]
  readonly added: Map<string, Entity>
}

/** The entity that words name: one that our matcher found in them, else the words as the report has them. */
function nameOf(words: string, entities: readonly Entity[], naming: Naming): Named | null {
  const { reading, locate, added } = naming
  const asked = words.trim().toLowerCase()
  const byName = entities.find(
    (entity) =>
      entity.canonical.toLowerCase() === asked || entity.surfaces.some((one) => one.toLowerCase() === asked),
  )
  if (byName !== undefined) return { ...byName, isName: true }
  const places = locate(words)
  const first = places[0]
  if (first === undefined) return null
  const inside = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .filter(({ mention }) => places.some((place) => place.start <= mention.start && mention.end <= place.end))
    .sort((a, b) => b.mention.end - b.mention.start - (a.mention.end - a.mention.start))[0]
  if (inside !== undefined) return { ...inside.entity, isName: true }
  const surface = reading.text.slice(first.start, first.end)
  if (PLAIN_WORD.test(surface)) return { canonical: surface, mentions: places, isName: false }
  const entity: Entity = {
    canonical: surface,
    type: 'organisation',
    surfaces: [surface],
    mentions: places.map(({ start, end }) => ({ surface: reading.text.slice(start, end), start, end })),
    atlas: null,
    match: 'model',
    score: 0.5,
  }
  if (!added.has(surface)) added.set(surface, entity)
  return { ...entity, isName: true }
}

/** Ids of the quantities that the claim states, or why it cannot count. */
function numbersOf(
  one: ModelClaim,
  span: Span,
  evidence: string,
  quantities: readonly Quantity[],
): string[] | DropReason {
  const locate = createLocator(evidence)
  const ids: string[] = []
  for (const { surface, value } of one.numbers) {
    const places = locate(surface).map(({ start, end }) => ({
      start: start + span.start,
      end: end + span.start,
    }))
    if (places.length === 0) return 'a number of it is not in its evidence'
    const read = quantities.filter((quantity) => places.some((place) => overlaps(quantity, place)))
    if (value !== null && read.length > 0 && !read.some((quantity) => holds(quantity, value)))
      return 'a number of it has another value in the report'
    ids.push(...read.map((quantity) => quantity.id))
  }
  return unique(ids)
}

/** The value as read, in its base unit, or before its scale word: a model may mean any of the three. */
function holds(quantity: Quantity, value: number): boolean {
  const read = [quantity.value, quantity.normalised?.value ?? []].flat()
  const written = quantity.surface.replace(/[^\d.,]/gu, '').replace(',', '.')
  return [...read, Number.parseFloat(written)].some(
    (one) => Math.abs(Math.abs(one) - Math.abs(value)) <= SAME_VALUE * Math.max(Math.abs(one), 1e-9),
  )
}

/** The date that our own reader made of the words; the one in or next before the evidence where they recur. */
function timeOf(
  words: string,
  span: Span,
  reading: Pick<Reading, 'dates'>,
  locate: (words: string) => Span[],
): string | null {
  const places = locate(words)
  const dates = reading.dates.filter((date) => places.some((place) => overlaps(date, place)))
  const inside = dates.find((date) => overlaps(date, span))
  const before = dates.filter((date) => date.end <= span.start).at(-1)
  return (inside ?? before ?? dates[0])?.iso ?? null
}

function isIn(mentions: readonly Span[], span: Span): boolean {
  return mentions.some((mention) => overlaps(mention, span))
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function known(names: readonly (Named | null)[]): Named[] {
  return names.filter((one) => one !== null)
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)]
}

/** Letters and numbers; one Han character says as much as three letters. */
function letters(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) + 2 * han
}
