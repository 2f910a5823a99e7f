import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Claim, DateMention, Entity, EntityType, Quantity } from '../../../src/claims/claim.ts'
import { type FoundClaims, findClaims } from '../../../src/claims/find-claims.ts'
import { type Lexicon, parseLexicon } from '../../../src/claims/lexicon/lexicon.ts'

const folder = new URL('../../../lexicons/', import.meta.url)
const cache = new Map<string, Lexicon>()

/** The shipped lexicon of a language, as claims use it. */
export function shippedLexicon(lang: string): Lexicon {
  const known = cache.get(lang)
  if (known !== undefined) return known
  const files = Object.fromEntries(
    ['language', 'events', 'modality', 'speech'].map((name) => [
      name,
      parse(readFileSync(new URL(`${lang}/${name}.yaml`, folder), 'utf8')) as unknown,
    ]),
  )
  const lexicon = parseLexicon(lang, files)
  cache.set(lang, lexicon)
  return lexicon
}

interface Given {
  /** Canonical name to its type and the words for it in the text. */
  readonly names?: Readonly<Record<string, readonly [EntityType, ...string[]]>>
  /** Words of a number to value and unit. */
  readonly numbers?: Readonly<Record<string, readonly [number, string]>>
  /** Words of a date to its ISO form. */
  readonly days?: Readonly<Record<string, string>>
  readonly published?: string
  readonly outlets?: readonly string[]
}

/** Claims of a text whose names, numbers and dates are given, so that a test shows this part alone. */
export function claimsOf(lang: string, text: string, given: Given): readonly Claim[] {
  return foundIn(lang, text, given).claims
}

/** The same with what explains them. */
export function foundIn(lang: string, text: string, given: Given): FoundClaims {
  const places = (words: string): { start: number; end: number }[] => {
    const found: { start: number; end: number }[] = []
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      found.push({ start: at, end: at + words.length })
    return found
  }
  const entities = Object.entries(given.names ?? {}).map(([canonical, [type, ...surfaces]]): Entity => {
    const mentions = surfaces.flatMap((surface) => places(surface).map((span) => ({ surface, ...span })))
    return { canonical, type, surfaces, mentions, atlas: null, match: 'name', score: 1 }
  })
  const quantities = Object.entries(given.numbers ?? {}).flatMap(([surface, [value, unit]], index) =>
    places(surface)
      .slice(0, 1)
      .map(
        (span): Quantity => ({
          id: `q${index + 1}`,
          surface,
          ...span,
          value,
          kind: 'value',
          qualifier: null,
          unit,
          measures: null,
          normalised: null,
        }),
      ),
  )
  const dates = Object.entries(given.days ?? {}).flatMap(([surface, iso]) =>
    places(surface).map((span): DateMention => ({ surface, ...span, iso, is_relative: false })),
  )
  return findClaims(
    {
      text,
      published: given.published ?? null,
      entities,
      implied: [],
      quantities,
      dates,
      outlets: new Set(given.outlets ?? []),
      landsOf: () => [],
    },
    shippedLexicon(lang),
  )
}
