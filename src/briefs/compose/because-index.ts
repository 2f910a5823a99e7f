import type { Atlas } from '../../atlas/atlas.ts'
import type { Figure, Measure, NuclearSupply, Reactor, TableName } from '../../atlas/tables.ts'
import type { Because } from '../../core/provenance.ts'
import type { CalendarDate } from '../../core/time.ts'
import type { Assumption } from '../../scenarios/scenario.ts'
import type { Brief } from '../brief.ts'

type BriefFigure = Brief['figures'][number]
type BriefSource = Brief['sources'][number]

/** What the numbers of a brief lead to outside its claims: figures of the atlas, premises and limits, with sources. */
export function describeBecauses(
  becauses: ReadonlySet<Because>,
  context: {
    readonly atlas: Atlas
    readonly date: CalendarDate
    readonly assumptions: readonly Assumption[]
    readonly sentences: ReadonlyMap<string, string>
  },
): { figures: BriefFigure[]; sources: BriefSource[] } {
  const figures: BriefFigure[] = []
  const sources = new Map<string, BriefSource>()
  const addSource = (id: string): void => {
    const row = context.atlas.source(id)
    if (row === null || sources.has(id)) return
    sources.set(id, {
      id,
      title: row.title,
      url: row.url || null,
      date: row.published || null,
      licence: row.licence || null,
    })
  }
  for (const because of [...becauses].sort()) {
    const figure = because.startsWith('atlas:')
      ? atlasFigure(because, context)
      : because.startsWith('assumption:')
        ? assumed(because, context)
        : because.startsWith('constraint:')
          ? limit(because, context)
          : null
    if (figure === null) continue
    figures.push(figure)
    if (figure.source !== null) addSource(figure.source)
  }
  return { figures, sources: [...sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** Stages of the fuel chain as people call them. */
export const stageWords: Readonly<Record<NuclearSupply['stage'], string>> = {
  u3o8: 'natural uranium',
  conversion: 'conversion',
  enrichment: 'enrichment',
  fabrication: 'fabrication of fuel',
}

function atlasFigure(because: Because, context: { atlas: Atlas; date: CalendarDate }): BriefFigure | null {
  const [table, row, field] = because.slice(6).split('/')
  if (table === undefined || row === undefined || field === undefined) return null
  const name = context.atlas.nameOf(`${table}/${row}`)
  if (table === 'measures') {
    const measure = context.atlas.row(`measures/${row}`)?.row as Measure | undefined
    if (measure === undefined) return null
    const until = measure.valid_to === null ? '' : ` to ${measure.valid_to}`
    return {
      id: because,
      statement: `${measure.name}, imposed by ${measure.imposed_by}: in force from ${measure.valid_from || 'an unknown day'}${until}`,
      value: null,
      unit: null,
      status: measure.status,
      source: measure.source,
    }
  }
  const ledger = ledgerFigure(because, context.atlas)
  if (ledger !== null) return ledger
  if (table === 'precedents') return precedentFigure(because, row, context.atlas)
  if (table === 'tiers') return tierFigure(because, row, context.atlas)
  const published = context.atlas.figureAsPublished(
    table as TableName,
    row,
    field as Figure['field'],
    context.date,
  )
  if (published === null) return null
  const dated = published.valid_from ? `, from ${published.valid_from}` : ''
  const written = published.as_written ? ` (as published: ${published.as_written})` : ''
  return {
    id: because,
    statement: `${name}: ${field}${dated}${written}`,
    value: published.value,
    unit: published.unit,
    status: published.status,
    source: published.source,
  }
}

/** Steps of demand carry their own price, at which they are forgone. */
function tierFigure(because: Because, row: string, atlas: Atlas): BriefFigure | null {
  const found = atlas.tables.tiers.find(({ carrier, tier }) => `${carrier}-${tier}` === row)
  if (found === undefined) return null
  const { carrier, tier, price, unit, status, source } = found
  return {
    id: because,
    statement: `Price at which demand for ${carrier} is forgone, step "${tier.replaceAll('-', ' ')}"`,
    value: price,
    unit,
    status,
    source,
  }
}

/** Rows of the ledger of nuclear fuel carry their own numbers. */
function ledgerFigure(because: Because, atlas: Atlas): BriefFigure | null {
  const [table, id] = because.slice(6).split('/')
  const name = (code: string): string => (code === 'XX' ? 'the world' : atlas.nameOf(`countries/${code}`))
  const row = atlas.row(`${table}/${id}`)?.row
  if (table === 'reactors' && row !== undefined) {
    const reactor = row as Reactor
    return {
      id: because,
      statement: `Reactors of ${name(reactor.country)}, ${reactor.reactor_type}: ${reactor.units} in operation`,
      value: reactor.capacity_gw,
      unit: 'GW',
      status: reactor.status,
      source: reactor.source,
    }
  }
  if (table === 'nuclear_supply' && row !== undefined) {
    const supply = row as NuclearSupply
    const type = supply.reactor_type === '' ? '' : `, ${supply.reactor_type}`
    const since = supply.valid_from === null ? '' : `, from ${supply.valid_from}`
    return {
      id: because,
      statement: `Share of ${name(supply.supplier)} in ${stageWords[supply.stage]} for ${name(supply.country)}${type}${since}`,
      value: supply.share_pct,
      unit: '%',
      status: supply.status,
      source: supply.source,
    }
  }
  return null
}

/** A past outage that a base rate was counted from. */
function precedentFigure(because: Because, id: string, atlas: Atlas): BriefFigure | null {
  const past = atlas.tables.precedents.find((one) => one.id === id)
  if (past === undefined) return null
  const isLoss = because.endsWith('/lost_pct')
  return {
    id: because,
    statement: `${past.name}, from ${past.start}: ${isLoss ? 'share lost at first' : 'days until most of it flowed again'}${past.note === '' ? '' : ` (${past.note})`}`,
    value: isLoss ? past.lost_pct : past.days,
    unit: isLoss ? '%' : 'day',
    status: past.status,
    source: past.source,
  }
}

function assumed(
  because: Because,
  context: { atlas: Atlas; assumptions: readonly Assumption[] },
): BriefFigure | null {
  const id = because.slice('assumption:'.length)
  const found = context.assumptions.find((assumption) => assumption.id === id)
  const row = context.atlas.row(`assumptions/${id}`)?.row as { statement: string; source: string } | undefined
  if (found === undefined && row === undefined) return null
  const atlasRow = context.atlas.tables.assumptions.find((one) => one.id === id)
  return {
    id: because,
    statement: found?.statement ?? atlasRow?.statement ?? id,
    value: found?.central ?? atlasRow?.central ?? null,
    unit: found?.unit ?? atlasRow?.unit ?? null,
    status: found?.status ?? atlasRow?.status ?? 'assumed',
    source: row?.source ?? null,
  }
}

function limit(because: Because, context: { sentences: ReadonlyMap<string, string> }): BriefFigure {
  const id = because.slice('constraint:'.length)
  return {
    id: because,
    statement: context.sentences.get(id) ?? `The programme's limit ${id}`,
    value: null,
    unit: null,
    status: 'computed',
    source: null,
  }
}
