import type { Atlas } from '../../atlas/atlas.ts'
import { assumptionOf } from '../assumptions.ts'
import type { EventFacts } from '../event-facts.ts'
import type { Assumption } from '../scenario.ts'
import { isOf, standing } from '../topics.ts'
import { aboutIt } from './project-size.ts'

/** How far a project has come, by the words that tell of it, and what part of such comes at all. */
export function projectOdds(facts: EventFacts, atlas: Atlas): Assumption {
  const claims = aboutIt({ ...facts, claims: standing(facts) })
  const says = (topic: 'decided' | 'memorandum' | 'late'): boolean =>
    claims.some((claim) => isOf(claim, topic))
  if (says('decided')) return assumptionOf(atlas, 'odds-decided')
  if (says('memorandum')) return assumptionOf(atlas, 'odds-memorandum')
  // What is put off was agreed on before.
  const isAgreed = facts.event.type === 'agreement' || says('late')
  return assumptionOf(atlas, isAgreed ? 'odds-agreement' : 'odds-talks')
}
