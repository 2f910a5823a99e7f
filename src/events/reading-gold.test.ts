import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadAtlas } from '../atlas/load-atlas.ts'
import { type Claim, claimSchema, quantitySchema, type Reading } from '../claims/claim.ts'
import type { Event, Events } from './event.ts'
import { reconcileEvents } from './reconcile-events.ts'
import { tinyReading } from './tiny-reading.ts'

/** Readings as a reader without fault would give them: the gold itself, so that only reconciling is measured. */
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const gold = `${shared}reading/dev/`
const atlasFolder = fileURLToPath(new URL('../../atlas/', import.meta.url))

function openAtlas() {
  const files = new Map<string, string>()
  for (const folder of readdirSync(atlasFolder, { withFileTypes: true }))
    if (folder.isDirectory())
      for (const name of readdirSync(`${atlasFolder}${folder.name}`))
        files.set(`${folder.name}/${name}`, readFileSync(`${atlasFolder}${folder.name}/${name}`, 'utf8'))
  return loadAtlas(files).atlas
}

function json(path: string): Record<string, unknown> & Record<string, never[]> {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function goldReading(id: string): Reading {
  const text = json(`${gold}${id}.json`)
  const answer = json(`${gold}${id}.gold.json`)
  const list = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : [])
  return {
    schema_version: '1',
    id,
    lang: String(text.lang),
    published: String(text.published),
    published_from: 'metadata',
    title: null,
    outlet: typeof text.outlet === 'string' ? text.outlet : null,
    url: null,
    text: String(text.text),
    entities: list(answer.entities).map((entity) => ({
      canonical: String(entity.canonical),
      type: entity.type as Reading['entities'][number]['type'],
      surfaces: [],
      mentions: [],
      atlas: null,
      match: 'name',
      score: 1,
    })),
    quantities: list(answer.quantities).map((quantity) =>
      quantitySchema.parse({ start: 0, end: 0, normalised: null, ...quantity }),
    ),
    dates: [],
    claims: list(answer.claims).map((claim) =>
      claimSchema.parse({
        gloss: '',
        ...claim,
        cues: [],
        via: claim.via === null ? [] : Array.isArray(claim.via) ? claim.via : [claim.via],
      }),
    ),
    problems: [],
  }
}

/** With SHOW=1 the figures behind the floors are printed. */
function show(text: string): void {
  if (process.env.SHOW) process.stdout.write(`${text}\n`)
}

interface Relation {
  readonly relation: string
  readonly a: [string, string]
  readonly b: [string, string]
}

function eventOf(events: Events, [report, claim]: [string, string]): Event | undefined {
  return events.events.find((event) =>
    event.claims.some((ref) => ref.report === report && ref.claim === claim),
  )
}

function measure(events: Events) {
  const relations = JSON.parse(readFileSync(`${gold}relations.json`, 'utf8')) as Relation[]
  const missed: string[] = []
  const count = (
    relation: string,
    holds: (a: Event | undefined, b: Event | undefined, r: Relation) => boolean,
  ) => {
    const pairs = relations.filter((pair) => pair.relation === relation)
    const held = pairs.filter((pair) => {
      const isHeld = holds(eventOf(events, pair.a), eventOf(events, pair.b), pair)
      if (!isHeld) missed.push(`${relation} ${pair.a.join('/')} ${pair.b.join('/')}`)
      return isHeld
    })
    return [held.length, pairs.length] as const
  }
  const denies = (a: Event | undefined, b: Event | undefined) =>
    a?.links.some((link) => link.kind === 'denies' && link.event === b?.id) ?? false
  return {
    same: count('same', (a, b) => a !== undefined && a === b),
    distinct: count('distinct', (a, b) => a !== b),
    contradict: count('contradict', (a, b, { a: left, b: right }) => {
      if (denies(a, b) || denies(b, a)) return true
      return [a, b].some((event) =>
        event?.contradictions.some(({ values }) => {
          const at = ([report, claim]: [string, string]) =>
            values.findIndex(({ claims }) =>
              claims.some((ref) => ref.report === report && ref.claim === claim),
            )
          return at(left) >= 0 && at(right) >= 0 && at(left) !== at(right)
        }),
      )
    }),
    missed,
  }
}

if (!existsSync(gold))
  process.emitWarning('../shared is missing: reconciling is not measured on the gold of reading')

describe.skipIf(!existsSync(gold))('on the gold of reading', () => {
  const ids = existsSync(gold)
    ? readdirSync(gold).flatMap((name) => /^(\d+)\.gold\.json$/u.exec(name)?.[1] ?? [])
    : []

  it('brings together what is one, keeps look-alikes apart and shows what disagrees', () => {
    const events = reconcileEvents(ids.map(goldReading), openAtlas())
    const figures = measure(events)
    show(JSON.stringify(figures, null, 1))
    // Floors: they may only rise.
    expect(figures.same[0]).toBeGreaterThanOrEqual(26)
    expect(figures.contradict[0]).toBeGreaterThanOrEqual(10)
    expect(figures.distinct[0]).toBe(figures.distinct[1])
  })

  it('makes one story of the reports of one group and no more', () => {
    const events = reconcileEvents(ids.map(goldReading), openAtlas())
    const groups = new Map(ids.map((id) => [id, String(json(`${gold}${id}.json`).group)]))
    const storyReports = events.stories.map(
      (story) =>
        new Set(
          events.events
            .filter((event) => story.events.includes(event.id))
            .flatMap((event) => event.claims.map((ref) => ref.report)),
        ),
    )
    const mixed = storyReports.filter((reports) => new Set([...reports].map((id) => groups.get(id))).size > 1)
    show(storyReports.map((reports) => [...reports].join(' ')).join('\n'))
    expect(mixed).toEqual([])
  })
})

const facts = `${shared}reading/seed-facts.json`

/** The facts of the seed reports as readings, dated as a user would date them, or not at all. */
function seedReadings(published: Readonly<Record<string, string>>): Reading[] {
  const rows = JSON.parse(readFileSync(facts, 'utf8')) as {
    n: number
    seed: string
    event: string[]
    modality: string[]
    assets: string[]
    speaker: string | null
    via: string | null
    time: string | null
  }[]
  return [...new Set(rows.map((row) => row.seed))].map((seed) =>
    tinyReading({
      id: seed,
      published: published[seed] ?? null,
      text: `Seed ${seed}`,
      claims: rows
        .filter((row) => row.seed === seed)
        .map(({ n, event, modality, assets, speaker, via, time }) => ({
          id: `c${n}`,
          event: event[0] as Claim['event'],
          modality: modality[0] as Claim['modality'],
          assets,
          speaker,
          speaker_named: /^\p{Lu}/u.test(speaker ?? ''),
          via: via === null ? [] : [via],
          time,
        })),
    }),
  )
}

describe.skipIf(!existsSync(facts))('on the facts of the seeds', () => {
  const dates = {
    '000': '2025-03-14',
    '001': '2025-11-12',
    '002': '2025-03-25',
    '003': '2025-11-12',
    '004': '2008-09-25',
  }
  it.each([
    ['dated', dates],
    ['undated', {}],
  ])('finds what two reports share and mixes no pair, %s', (_, published) => {
    const events = reconcileEvents(seedReadings(published), openAtlas())
    const both = events.events.filter((event) => new Set(event.claims.map(({ report }) => report)).size > 1)
    show(both.map((event) => `${event.id}: ${event.claims.map(({ claim }) => claim).join(' ')}`).join('\n'))
    show(events.stories.map((story) => `${story.title} :: ${story.events.join(' ')}`).join('\n'))
    expect(both.map(({ claims }) => claims.map(({ claim }) => claim).sort())).toEqual(
      expect.arrayContaining([
        ['c22', 'c9'],
        ['c10', 'c21'],
        ['c11', 'c23'],
      ]),
    )
    expect(both).toHaveLength(3)
    const stories = events.stories.map((story) => {
      const own = events.events.filter((event) => story.events.includes(event.id))
      return [...new Set(own.flatMap((event) => event.claims.map(({ report }) => report)))].sort()
    })
    expect(stories).toContainEqual(['001', '003'])
    expect(stories).toContainEqual(['000', '002'])
    expect(stories).toContainEqual(['004'])
  })
})
