import type { EntityType } from './claim.ts'

/** Types of what stands somewhere and passes, makes or keeps energy. */
export const PLANT_TYPES: ReadonlySet<EntityType> = new Set<EntityType>([
  'pipeline',
  'station',
  'port',
  'terminal',
  'refinery',
  'plant',
  'field',
  'strait',
])
