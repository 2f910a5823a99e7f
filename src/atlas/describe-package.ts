import { z } from 'zod'
import { references } from './check-references.ts'
import { type TableName, tableSchemas } from './tables.ts'

const tableDescriptions: Readonly<Record<TableName, string>> = {
  zones: 'Countries and parts of countries where energy of a carrier balances, and outside markets.',
  assets: 'Named things that reports speak of: pipelines, stations, ports, moorings, fields, plants.',
  links: 'Directed arcs between zones; a reversible line is two rows.',
  supplies: 'Production, outside markets, and emergency supplies that are off until a scenario calls them.',
  demands: 'Final demand, served in tiers, and outlets outside the modelled world.',
  stores: 'Underground gas stores, tanks and strategic stocks.',
  conversions: 'Refining, regasification and power generation.',
  joint_products: 'Fields whose main product comes with another, and where the by-product can go.',
  contracts: 'Supply contracts: who sells what to whom, by which links and until when.',
  sea_trades: 'Who buys whose cargoes by sea, and how much.',
  figures: 'Every number of the atlas: one row a figure and time, in the unit of its source.',
  profiles: 'Monthly factors on a demand or a supply; the twelve of one row average 1.',
  tiers: 'Demand steps of a carrier from the first to be cut to the last; shares sum to 100 percent.',
  assumptions: 'Premises that are not figures of one thing: elasticities, mixtures, pick-up ranges.',
  precedents:
    'Past outages and halts by kind of plant and cause: how long they lasted and how much was lost.',
  actors: 'Companies, organisations, persons, outlets and vessels.',
  ownership: 'Who owned how much of an asset, and when.',
  measures: 'Sanctions, embargoes, bans, price caps and exemptions with the days they are in force.',
  observations:
    'Flows seen at borders and on routes, for calibration or held out to measure how well the base reproduces them.',
  balances: 'What zones used, made and put into store in past months, as metered.',
  supply_actors: 'Shares of actors in a supply, where a measure tells owners apart.',
  refusals: 'Whose energy a measure keeps off which links or out of which zones.',
  reactors: 'Power reactors by country and type, what they need in a year, and how long their stocks last.',
  nuclear_supply: 'Who supplies the reactors of a country, stage by stage of the fuel chain.',
  places: 'Cities, regions, seas and seats of government that reports name.',
  successions: 'Which firm stands for another from a day on: mergers and purchases of the whole.',
  names: 'Names in every script. Country names come from CLDR; only what it lacks stands here.',
  sources: 'What figures rest on.',
}

const columnDescriptions: Readonly<Record<string, string>> = {
  id: 'Stable identifier: lower-case Latin letters, digits and hyphens.',
  name: 'English name by which everything refers to the thing.',
  'names.name': 'The name in the language of the row, in its own script.',
  lat: 'Degrees north, WGS 84.',
  lon: 'Degrees east, WGS 84.',
  country: 'ISO 3166-1 alpha-2 code; empty where none or several.',
  part_of: 'The larger asset that it belongs to.',
  table: 'Table of the row that this is about.',
  row: 'Id of the row that this is about, in the table of `table`.',
  value: 'The number in `unit`.',
  low: 'Lower end of the range in `unit`; empty where the source gives none.',
  central: 'Central value in `unit`; empty for a premise in words.',
  high: 'Upper end of the range in `unit`; empty where the source gives none.',
  unit: 'Unit as published; converted once, when loaded, by src/core/units.ts.',
  valid_from:
    'First day on which the row holds; empty: since ever. The latest that is not after the day wins.',
  valid_to: 'Last day on which the row holds; empty: still.',
  status: 'reported: the source states it; estimated: derived from sources; assumed: taken without a source.',
  source: 'Id in the table of sources.',
  as_written: 'The figure as its source printed it.',
  share_pct: 'Share in percent.',
  plant:
    'Kind of plant by which past outages are counted; deliveries: what a supplier or a state no longer sends.',
  cause:
    'attack, fault, weather, dispute (strikes of workers, blockades, payment) or ending (a contract or transit is over).',
  told: 'halt: first reports said that it stopped; hit: only that it was struck or failed.',
  start: 'First day.',
  days: 'Days until most of it flowed again; 400: not within a year.',
  lost_pct: 'Share of what flowed that was lost at first, in percent.',
  month: '1 for January to 12 for December.',
  factor: 'Rate of the month over the average rate of the year.',
  price: 'Price at which the step would give up its demand, in `unit`.',
  targets: '`TABLE/ROW` of what the measure is laid on, separated by spaces.',
  exempts: '`TABLE/ROW` of what the measure names as free of it, separated by spaces.',
  links: 'Ids of links separated by spaces; their flows are added.',
  from: 'First day of the interval.',
  to: 'Last day of the interval.',
  use: 'calibration: the same publication feeds `figures`; held_out: nothing of the base rests on it; record: for reading, no part of the reproduction.',
  metonym: 'Country, actor or zone that the name of the place stands for in reports.',
  evidence:
    'file_opened: the data themselves were read; search_excerpt: an excerpt of the page; own_knowledge: nothing to cite; computed: derived by a program.',
  lang: 'ISO 639-1.',
  published: 'Year or day of publication.',
  note: 'Conditions and derivation. `7.9 bbl/t`, `10.4 kWh/m3` or `1.08 USD/EUR` replaces the average used for conversion.',
}

const uniqueRows: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  figures: ['table', 'row', 'field', 'valid_from'],
  profiles: ['table', 'row', 'month'],
  tiers: ['carrier', 'tier'],
  ownership: ['asset', 'actor', 'valid_from'],
  supply_actors: ['supply', 'actor', 'valid_from'],
  names: ['table', 'row', 'lang', 'name'],
}

interface JsonColumn {
  readonly type?: string
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly const?: string
  readonly anyOf?: readonly JsonColumn[]
}

/** The Frictionless data package of the files (`links/europe.csv`), in table order, paths sorted. */
export function describePackage(files: readonly string[]): object {
  const tables = Object.keys(tableSchemas) as TableName[]
  const resources = tables.flatMap((table) => {
    const path = files.filter((file) => file.startsWith(`${table}/`) && file.endsWith('.csv')).sort()
    return path.length === 0 ? [] : [describeTable(table, path)]
  })
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'corridor-atlas',
    title: 'Cross-border energy: zones, assets, links, stocks, measures and their names',
    description:
      'Reference data of Corridor. Identity stands in one table a kind; every number is a row of `figures` with unit, days, status and source. docs/decisions/0001-atlas-form.md says why.',
    licenses: [
      {
        name: 'CC-BY-4.0',
        title: 'Creative Commons Attribution 4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ],
    sources: [{ title: 'One row a source, cited by id from every figure', path: 'sources' }],
    resources,
  }
}

function describeTable(table: TableName, path: readonly string[]): object {
  const json = z.toJSONSchema(tableSchemas[table], { io: 'input' }) as {
    properties: Record<string, JsonColumn>
  }
  const foreignKeys = references
    .filter((reference) => reference.table === table)
    .map(({ field, to }) => ({ fields: [field], reference: { resource: to, fields: ['id'] } }))
  return {
    name: table,
    type: 'table',
    description: tableDescriptions[table],
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: Object.entries(json.properties).map(([name, column]) => describeColumn(table, name, column)),
      missingValues: [''],
      ...(json.properties.id ? { primaryKey: ['id'] } : {}),
      ...(uniqueRows[table] ? { uniqueKeys: [uniqueRows[table]] } : {}),
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  }
}

function describeColumn(table: TableName, name: string, column: JsonColumn): object {
  const description = columnDescriptions[`${table}.${name}`] ?? columnDescriptions[name]
  const options = [column, ...(column.anyOf ?? [])].flatMap((part) => part.enum ?? [])
  const pattern = column.pattern ?? ''
  const isNumber = pattern.includes('\\d+(\\.')
  const isDay = pattern.includes('\\d{4}-')
  const isEmptyAllowed =
    (column.anyOf ?? []).some((part) => part.const === '') || new RegExp(pattern, 'u').test('')
  const constraints = {
    ...(isEmptyAllowed ? {} : { required: true }),
    ...(options.length > 0 ? { enum: options } : {}),
    ...(pattern !== '' && !isNumber && !isDay ? { pattern } : {}),
  }
  return {
    name,
    type: isNumber ? 'number' : isDay ? 'date' : 'string',
    ...(description === undefined ? {} : { description }),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}
