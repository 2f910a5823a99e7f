import type { Question } from '../../scenarios/question.ts'

/** Whether it is planned and lasts, so that months show it; else it is felt at once and days do. */
export function isLasting({ kind, days }: Pick<Question, 'kind' | 'days'>): boolean {
  return ['return', 'increase', 'project'].includes(kind) || (kind === 'rise' && days >= 365)
}
