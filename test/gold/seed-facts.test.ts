import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/claim.ts'
import { hasShared, readOne, sharedFolder, shippedReader } from './score-dev.ts'

interface Fact {
  readonly n: number
  readonly seed: string
  readonly span: readonly [number, number]
  readonly event: readonly string[]
  readonly modality: readonly string[]
  readonly speaker: string | null
}

const LANGUAGES: Readonly<Record<string, string>> = {
  '000': 'ar',
  '001': 'ar',
  '002': 'en',
  '003': 'el',
  '004': 'ar',
}

function overlap(a: readonly [number, number], b: readonly [number, number]): number {
  return (Math.min(a[1], b[1]) - Math.max(a[0], b[0])) / Math.min(a[1] - a[0], b[1] - b[0])
}

/** A speaker with a proper name; the others are labels such as "official bodies". */
const isNamed = (speaker: string): boolean => /^\p{Lu}[\p{L}-]+( \p{Lu}[\p{L}-]+)+$/u.test(speaker)

function tells(claim: Claim, fact: Fact): boolean {
  return (
    overlap(claim.span, fact.span) >= 0.5 &&
    fact.event.includes(claim.event) &&
    fact.modality.includes(claim.modality) &&
    (fact.speaker === null || !isNamed(fact.speaker) || claim.speaker === fact.speaker)
  )
}

// biome-ignore lint/suspicious/noConsole: a skipped measure must be seen
if (!hasShared) console.warn('SKIPPED: ../shared/seeds is missing, so the seed reports are not read here')

describe.skipIf(!hasShared)('the seed reports', () => {
  it('tell at least 30 of their 35 facts: event, modality, and the speaker who has a name', () => {
    const reader = shippedReader()
    const facts = JSON.parse(readFileSync(join(sharedFolder, 'reading', 'seed-facts.json'), 'utf8')) as Fact[]
    const claims = new Map(
      readdirSync(join(sharedFolder, 'seeds')).map((name) => {
        const seed = name.slice(0, 3)
        const text = readFileSync(join(sharedFolder, 'seeds', name), 'utf8')
        return [seed, readOne(reader, { id: seed, lang: LANGUAGES[seed] ?? 'und', text }).claims] as const
      }),
    )
    const missed = facts.filter((fact) => !claims.get(fact.seed)?.some((claim) => tells(claim, fact)))
    expect(facts).toHaveLength(35)
    expect(
      missed.map((fact) => fact.n).length,
      `missed: ${missed.map((fact) => fact.n)}`,
    ).toBeLessThanOrEqual(5)
  })
})
