import type { Because, Status } from '../core/provenance.ts'
import type { Brief, BriefClaim } from './brief.ts'
import { formatGiven, formatRange, withUnit } from './number-format.ts'
import { storyParts } from './story-parts.ts'

type ReferenceKind = 'claim' | 'figure' | 'assumption' | 'limit'

/** Something a number leads to: its mark in the text (`C3`), its anchor (`c3`), and what it says. */
export interface Reference {
  readonly key: Because
  readonly kind: ReferenceKind
  readonly label: string
  readonly anchor: string
  readonly statement: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly status: Status | null
  readonly source: string | null
  readonly because: readonly Because[]
  /** False where a number names it and the brief does not carry it. */
  readonly isDescribed: boolean
}

export interface References {
  readonly all: readonly Reference[]
  /** Every `because` of the brief has one. */
  of(because: Because): Reference | null
  ofClaim(claim: BriefClaim): Reference | null
  /** By the id of a scenario's assumption, with or without its prefix. */
  ofAssumption(id: string): Reference | null
}

const letters: Readonly<Record<ReferenceKind, string>> = {
  claim: 'C',
  figure: 'F',
  assumption: 'A',
  limit: 'L',
}

function kindOf(key: Because): ReferenceKind {
  if (key.startsWith('claim:')) return 'claim'
  if (key.startsWith('assumption:')) return 'assumption'
  return key.startsWith('constraint:') ? 'limit' : 'figure'
}

/** The key of a figure: its id, with the prefix that `because` uses where the id has none. */
function figureKey(id: string): Because {
  if (/^(atlas|assumption|constraint|claim):/u.test(id)) return id
  return id.split('/').length >= 3 ? `atlas:${id}` : `assumption:${id}`
}

/** Numbers all that the brief can lead to, in the order in which a reader meets it. */
export function indexReferences(brief: Brief): References {
  const byKey = new Map<Because, Reference>()
  const counts: Record<ReferenceKind, number> = { claim: 0, figure: 0, assumption: 0, limit: 0 }
  const add = (key: Because, statement: string, rest: Partial<Reference> = {}): void => {
    if (byKey.has(key)) return
    const kind = kindOf(key)
    counts[kind] += 1
    const label = `${letters[kind]}${counts[kind]}`
    byKey.set(key, { ...nothing, key, kind, label, anchor: label.toLowerCase(), statement, ...rest })
  }

  for (const claim of storyParts(brief).claimsInOrder) add(claimKey(claim), claim.gloss)
  for (const figure of brief.figures) add(figureKey(figure.id), figure.statement, { ...figure })
  for (const scenario of brief.stories.flatMap((story) => story.scenarios)) {
    for (const assumption of scenario.assumptions) {
      const { id, statement, central, ...rest } = assumption
      add(figureKey(id), statement, { ...rest, value: central })
    }
  }
  for (const reason of brief.stories.flatMap((story) => story.reasons)) {
    for (const key of reason.because)
      if (kindOf(key) === 'limit') add(key, reason.sentence, { status: 'computed' })
  }
  for (const key of allBecauses(brief)) add(key, key.slice(key.indexOf(':') + 1), { isDescribed: false })

  return {
    all: [...byKey.values()],
    of: (because) => byKey.get(because) ?? null,
    ofClaim: (claim) => byKey.get(claimKey(claim)) ?? null,
    ofAssumption: (id) => byKey.get(figureKey(id)) ?? null,
  }
}

const nothing = {
  value: null,
  low: null,
  high: null,
  unit: null,
  status: null,
  source: null,
  because: [],
  isDescribed: true,
} as const

function claimKey(claim: BriefClaim): Because {
  return `claim:${claim.report}/${claim.id}`
}

function allBecauses(brief: Brief): Because[] {
  return brief.stories.flatMap((story) => [
    ...story.answer.because,
    ...story.scenarios.flatMap((scenario) =>
      [...scenario.shocks, ...scenario.assumptions].flatMap(({ because }) => because),
    ),
    ...[...story.plausibility, ...story.effects, ...story.reasons].flatMap(({ because }) => because),
  ])
}

/** `: 1,310 kb/d, range 1,200 to 1,400 kb/d`; nothing where it has no number. */
export function referenceValue(item: Reference): string {
  if (item.unit === 'in_force') return ''
  const parts = [
    item.value === null ? '' : withUnit(formatGiven(item.value), item.unit),
    item.low === null || item.high === null || item.low === item.high
      ? ''
      : `range ${formatRange(item.low, item.high, item.unit)}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}
