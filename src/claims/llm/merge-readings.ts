import type { Claim, Reading } from '../claim.ts'
import { glossOf } from '../gloss.ts'

/** Evidence of two readers is the same when it shares this part of the shorter one. */
const SHARED = 0.5
/** Fields in which two readers can differ on a claim; a difference in the first three is one in substance. */
const SUBSTANCE = ['event', 'modality', 'polarity'] as const
const COMPARED = [...SUBSTANCE, 'speaker', 'time'] as const

/**
 * One list of claims of two readers. Claims on the same words that share an asset (or both have none) and are of
 * one event, or are the only candidates for each other, are one claim: its fields stay the embedded reader's,
 * what the model read otherwise stands in `disagreements`, and `confidence` says whether they agree in event,
 * modality and polarity. A claim that only one of them made stays, marked `one_reader`.
 */
export function mergeClaims(reading: Reading, byModel: readonly Claim[]): Claim[] {
  const free = new Set(byModel)
  const merged: Claim[] = reading.claims.map((claim) => {
    const twin = bestTwin(claim, free)
    if (twin === null) return { ...claim, readers: ['embedded'], confidence: 'one_reader' }
    free.delete(twin)
    const disagreements = differences(claim, twin)
    const isAgreed = !disagreements.some(({ field }) => SUBSTANCE.some((one) => one === field))
    return {
      ...claim,
      cues: [...claim.cues, ...twin.cues],
      readers: ['embedded', 'llm'],
      confidence: isAgreed ? 'readers_agree' : 'readers_differ',
      ...(disagreements.length === 0 ? {} : { disagreements }),
    }
  })
  const alone = [...free].map((claim): Claim => ({ ...claim, readers: ['llm'], confidence: 'one_reader' }))
  return [...merged, ...alone]
    .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
    .map((claim, index) => {
      const numbered = { ...claim, id: `c${index + 1}` }
      return { ...numbered, gloss: glossOf(numbered, reading.quantities) }
    })
}

function bestTwin(claim: Claim, free: ReadonlySet<Claim>): Claim | null {
  const near = [...free]
    .map((other) => ({ other, share: shareOf(claim, other) }))
    .filter(({ other, share }) => share >= SHARED && isOnTheSame(claim, other))
    .sort(
      (a, b) =>
        Number(b.other.event === claim.event) - Number(a.other.event === claim.event) || b.share - a.share,
    )
  return near[0]?.other ?? null
}

/** Part of the shorter evidence that both claims rest on. */
function shareOf(a: Claim, b: Claim): number {
  const common = Math.min(a.span[1], b.span[1]) - Math.max(a.span[0], b.span[0])
  return common / Math.min(a.span[1] - a.span[0], b.span[1] - b.span[0])
}

function isOnTheSame(a: Claim, b: Claim): boolean {
  const isBare = a.assets.length === 0 || b.assets.length === 0
  return isBare || a.assets.some((asset) => b.assets.includes(asset)) || a.event === b.event
}

function differences(claim: Claim, twin: Claim): { field: string; llm: string | null }[] {
  const found: { field: string; llm: string | null }[] = COMPARED.filter(
    (field) => claim[field] !== twin[field],
  ).map((field) => ({ field, llm: twin[field] }))
  const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
    some.every((one) => all.includes(one))
  for (const field of ['assets', 'quantities'] as const) {
    if (!isWithin(claim[field], twin[field]) && !isWithin(twin[field], claim[field]))
      found.push({ field, llm: twin[field].join(', ') })
  }
  return found
}
