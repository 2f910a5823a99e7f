import type { EntityType } from '../claim.ts'
import type { Spotting } from './spotting.ts'

/** Which named things stay when they stand inside the name of another. */
const kept: Readonly<Record<EntityType, ReadonlySet<EntityType>>> = {
  organisation: new Set<EntityType>(['country', 'place', 'company']),
  station: new Set<EntityType>(['port', 'pipeline']),
  refinery: new Set<EntityType>(['company']),
  terminal: new Set<EntityType>(['company', 'port']),
  plant: new Set<EntityType>(['company']),
  field: new Set<EntityType>(['company']),
  pipeline: new Set<EntityType>(['company']),
  company: new Set<EntityType>(['pipeline', 'field']),
  port: new Set<EntityType>(['company']),
  country: new Set(),
  person: new Set(),
  strait: new Set(),
  place: new Set(),
  commodity: new Set(),
  vessel: new Set(),
}

/**
 * Longest first; of equal spans the better scored. What stands inside a longer one stays only where the longer
 * kind lets it; what crosses a longer one goes.
 */
export function resolveOverlaps(
  spottings: readonly Spotting[],
  isNamesake: (one: string, other: string) => boolean = () => false,
): Spotting[] {
  const byLength = [...spottings].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || b.score - a.score || a.start - b.start,
  )
  const chosen: Spotting[] = []
  for (const one of byLength) if (!clashes(one, chosen, isNamesake)) chosen.push(one)
  return chosen.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Whether a name crosses one that is chosen already, or stands inside one that does not let it. */
function clashes(
  one: Spotting,
  chosen: readonly Spotting[],
  isNamesake: (one: string, other: string) => boolean,
): boolean {
  const { start, end, canonical } = one
  for (const other of chosen) {
    if (other.end <= start || end <= other.start) continue
    const isInside = start >= other.start && end <= other.end
    if (!isInside || (start === other.start && end === other.end)) return true
    if (canonical === other.canonical || isNamesake(canonical, other.canonical)) return true
    if (other.keepsInner !== true && !kept[other.type].has(one.type)) return true
  }
  return false
}
