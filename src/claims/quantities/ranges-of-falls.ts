import type { Claim, Quantity } from '../claim.ts'

const FALL = /^(?:event|also):fall:/u

/**
 * The quantities as their claims take them: a fall "from 30 to 40 %" that would go up is a fall of between the two, and
 * no change from one level to another.
 */
export function withRangesOfFalls(
  quantities: readonly Quantity[],
  claims: readonly Pick<Claim, 'cues' | 'quantities'>[],
): Quantity[] {
  if (!quantities.some(goesUp)) return [...quantities]
  const fallen = new Set(
    claims.flatMap((claim) => (claim.cues.some((cue) => FALL.test(cue)) ? claim.quantities : [])),
  )
  return quantities.map((quantity) =>
    fallen.has(quantity.id) && goesUp(quantity) ? { ...quantity, kind: 'range' } : quantity,
  )
}

function goesUp({ kind, value }: Quantity): boolean {
  return kind === 'from_to' && Array.isArray(value) && Math.abs(value[0]) < Math.abs(value[1])
}
