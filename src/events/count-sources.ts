import type { Event } from './event.ts'
import type { Statement } from './statement.ts'
import { nameKey } from './subjects.ts'

export interface Sources {
  readonly independent_sources: number
  readonly sources: Event['sources']
}

/**
 * Who stands behind the claims of one event. Each report brings a chain: the named speaker, and the
 * outlets and agencies it credits; only where it credits nobody does it stand for itself. Chains that
 * share a link are one source, so ten outlets with one agency, or one spokesman through two agencies,
 * count once. Outlets are listed with what they credit, in name order.
 */
export function countSources(statements: readonly Statement[]): Sources {
  const byReport = new Map<string, Statement[]>()
  for (const statement of statements) {
    const own = byReport.get(statement.reading.id) ?? []
    byReport.set(statement.reading.id, [...own, statement])
  }
  const chains = [...byReport.values()].flatMap(chainsOf)
  return { independent_sources: countComponents(chains), sources: listSources(statements) }
}

/** The chains of one report; its own voice counts only where no claim of it credits anybody. */
function chainsOf(statements: readonly Statement[]): string[][] {
  const credited = statements
    .map(({ claim, speaker }) => [...speaker, ...claim.via.map((name) => nameKey(name))])
    .filter((chain) => chain.length > 0)
  if (credited.length > 0) return credited
  const reading = statements[0]?.reading
  return reading ? [[reading.outlet === null ? `report:${reading.id}` : nameKey(reading.outlet)]] : []
}

function countComponents(chains: readonly string[][]): number {
  const groups: Set<string>[] = []
  for (const chain of chains) {
    const touched = groups.filter((group) => chain.some((link) => group.has(link)))
    const merged = new Set([...chain, ...touched.flatMap((group) => [...group])])
    for (const group of touched) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.length
}

function listSources(statements: readonly Statement[]): Event['sources'] {
  const rows = new Map<string, { outlet: string | null; via: string[]; reports: string[] }>()
  for (const { reading, claim } of statements) {
    const key = JSON.stringify([reading.outlet, claim.via])
    const row = rows.get(key) ?? { outlet: reading.outlet, via: [...claim.via], reports: [] }
    if (!row.reports.includes(reading.id)) row.reports.push(reading.id)
    rows.set(key, row)
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => ({ ...row, reports: row.reports.sort() }))
}
