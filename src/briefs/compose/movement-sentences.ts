import type { Network } from '../../atlas/network.ts'
import { formatNumber, unitLabel } from '../number-format.ts'
import { marketGroups } from './market-groups.ts'

/** Movements below this share of the largest are left out. */
const SMALL = 0.02

/** One term of the difference of two runs; its sentence begins with amount and unit. */
interface Movement {
  readonly amount: number
  readonly unit: string
  readonly sentence: string
}

/**
 * Movements in sentences, largest first, with the steps of one market as one: sentences that then say the same are
 * added up.
 */
export function movementSentences(movements: readonly Movement[], network: Network): readonly string[] {
  const names = marketGroups(network).flatMap(({ name, members }) =>
    members.map((member) => [member.name, name] as const),
  )
  const sums = new Map<string, { amount: number; unit: string }>()
  for (const movement of movements) {
    const rest = names.reduce((text, [from, to]) => text.replaceAll(from, to), afterAmount(movement.sentence))
    const found = sums.get(rest)
    sums.set(rest, { amount: movement.amount + (found?.amount ?? 0), unit: movement.unit })
  }
  const most = Math.max(0, ...[...sums.values()].map(({ amount }) => amount))
  return [...sums]
    .filter(([, { amount }]) => amount >= SMALL * most)
    .sort((a, b) => b[1].amount - a[1].amount || (a[0] < b[0] ? -1 : 1))
    .map(
      ([rest, { amount, unit }]) => `${formatNumber(amount, amount < 100 ? 2 : 3)} ${unitLabel(unit)}${rest}`,
    )
}

/** What follows number and unit: `: the homes get less ...` or ` moved from ...`. */
function afterAmount(sentence: string): string {
  const colon = sentence.indexOf(': ')
  const moved = sentence.indexOf(' moved ')
  return sentence.slice(moved >= 0 && (colon < 0 || moved < colon) ? moved : Math.max(0, colon))
}
