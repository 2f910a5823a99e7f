import type { Question, QuestionKind } from '../../scenarios/question.ts'
import type { BriefStory } from '../brief.ts'

/** A story with its place among the others: the lower the rank, the sooner it is told. */
export interface Ranked {
  readonly story: BriefStory
  readonly rank: number
}

/** What has befallen supply comes before what may come, and that before what nobody says will happen. */
const RANKS: Readonly<Record<QuestionKind, number>> = {
  outage: 0,
  restart: 0,
  sanction: 0,
  rise: 0,
  demand: 0,
  stocks: 0,
  return: 1,
  increase: 1,
  project: 2,
  halt: 3,
  trade: 3,
}

/** A ledger of dependence is a what-if as well. */
export const FUEL_RANK = 3

/** Of stories in which nothing is computed. */
export const LAST_RANK = 4

export function rankOf({ kind, isWhatIf }: Pick<Question, 'kind' | 'isWhatIf'>): number {
  return isWhatIf === true ? RANKS.halt : RANKS[kind]
}

/** Stories by rank; among equals in the order given, which is that of the reports. */
export function inOrder(stories: readonly Ranked[]): readonly BriefStory[] {
  return [...stories].sort((a, b) => a.rank - b.rank).map(({ story }) => story)
}
