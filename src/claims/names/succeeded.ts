import type { Atlas } from '../../atlas/atlas.ts'
import type { Entity } from '../claim.ts'

/** Who stands for an entry of the atlas (`TABLE/ROW`) from a day on. */
export interface Succession {
  readonly by: string
  readonly canonical: string
  readonly from: string
}

export type Successions = ReadonlyMap<string, Succession>

export function successionsOf(atlas: Pick<Atlas, 'tables'>): Successions {
  const names = new Map(atlas.tables.actors.map((actor) => [actor.id, actor.name]))
  return new Map(
    atlas.tables.successions.map(({ predecessor, successor, from }) => [
      `actors/${predecessor}`,
      { by: `actors/${successor}`, canonical: names.get(successor) ?? successor, from },
    ]),
  )
}

/**
 * Entities as they stand on the day of publication: from the day of a merger on, an old firm is the one that took it
 * over; before, it stands for itself. Without a day, as today.
 */
export function succeeded(
  entities: readonly Entity[],
  successions: Successions,
  day: string | null,
): Entity[] {
  const isOver = (heir: Succession | undefined): heir is Succession =>
    heir !== undefined && (day === null || day >= heir.from)
  const heirOf = ({ atlas }: Entity) => (atlas === null ? undefined : successions.get(atlas))
  if (!entities.some((entity) => isOver(heirOf(entity)))) return [...entities]
  const out: Entity[] = []
  for (const entity of entities) {
    const heir = heirOf(entity)
    const now = isOver(heir) ? { ...entity, canonical: heir.canonical, atlas: heir.by } : entity
    const at = out.findIndex((one) => one.canonical === now.canonical && one.type === now.type)
    const known = out[at]
    if (known === undefined) out.push(now)
    else out[at] = joined(known, now)
  }
  return out
}

function joined(one: Entity, other: Entity): Entity {
  const surer = other.score > one.score ? other : one
  return {
    ...surer,
    surfaces: [...new Set([...one.surfaces, ...other.surfaces])],
    mentions: [...one.mentions, ...other.mentions].sort((a, b) => a.start - b.start),
  }
}
