import type { Problem } from '../core/errors.ts'
import type { Atlas } from './atlas.ts'
import { loadAtlas } from './load-atlas.ts'
import { type TableName, tableSchemas } from './tables.ts'

/** Rows of a table as lines without the header; fields in the order of the columns. */
export type TinyTables = Readonly<Partial<Record<TableName, readonly string[]>>>

/** An atlas written in a test: `{ zones: ['north,North,AA,region,10,20,'] }`. */
export function tinyAtlas(tables: TinyTables): { atlas: Atlas; problems: Problem[] } {
  const files = new Map<string, string>()
  for (const [table, rows] of Object.entries(tables)) {
    const header = Object.keys(tableSchemas[table as TableName].shape).join(',')
    files.set(`${table}/tiny.csv`, `${[header, ...rows].join('\n')}\n`)
  }
  return loadAtlas(files)
}

/** Two zones, one line with a station, a field, a tank: enough to work every rule by hand. */
export const tinyTables = {
  zones: ['north,Northland,AA,region,10,20,', 'south,Southland,AA,region,-5,25,'],
  assets: [
    'trunk,Trunk pipeline,pipeline,crude,north,AA,,,,pipe-company,',
    'middle,Middle station,station,crude,north,AA,1,2,trunk,,',
    'pump,Middle pump,station,crude,north,AA,1,2,middle,,',
    'well,Deep field,field,crude,north,AA,9,21,,,',
  ],
  links: [
    'trunk-south,Trunk southward,crude,north,south,trunk,pipeline,',
    'future,Planned line,crude,north,south,,pipeline,',
  ],
  supplies: [
    'well-oil,Deep field oil,crude,north,well,production,',
    'reserve,Reserve,crude,south,,emergency,',
  ],
  demands: ['south-use,Southland use,crude,south,final,'],
  stores: ['south-tanks,Southland tanks,crude,south,,tank,'],
  conversions: ['south-plant,Southland plant,crude,products,south,,refining,'],
  figures: [
    'links,trunk-south,capacity,36.5,,,Mt/y,,,reported,yearbook,36.5 Mt,8 bbl/t',
    'links,trunk-south,capacity,0,,,Mt/y,2024-03-01,2024-03-31,reported,yearbook,closed,',
    'links,trunk-south,capacity,73,70,75,Mt/y,2025-01-01,,reported,yearbook,73 Mt,8 bbl/t',
    'links,trunk-south,flow,500,,,kb/d,,,reported,yearbook,500 kb/d,',
    'links,trunk-south,cost,2.2,,,USD/bbl,,,assumed,guess,,',
    'links,future,capacity,10,,,kb/d,2030-01-01,,reported,yearbook,,',
    'supplies,well-oil,output,500,,,kb/d,,,reported,yearbook,,',
    'supplies,reserve,capacity,20,,,kb/d,,,estimated,yearbook,,',
    'supplies,reserve,duration,90,,,day,,,estimated,yearbook,,',
    'demands,south-use,rate,500,,,kb/d,,,reported,yearbook,,',
    'stores,south-tanks,volume,2,,,Mbbl,,,reported,yearbook,,',
    'stores,south-tanks,level,25,,,%,,,reported,yearbook,,',
    'conversions,south-plant,capacity,100,,,kb/d,,,reported,yearbook,,',
    'conversions,south-plant,efficiency,97,,,%,,,reported,yearbook,,',
    'assets,trunk,stations,5,,,count,,,reported,yearbook,,',
  ],
  profiles: Array.from({ length: 12 }, (_, index) => {
    const factor = index < 6 ? 1.2 : 0.8
    return `demands,south-use,${index + 1},${factor},reported,yearbook`
  }),
  tiers: ['crude,first,40,66,USD/bbl,assumed,guess,', 'crude,last,60,660,USD/bbl,assumed,guess,'],
  assumptions: [],
  actors: ['pipe-company,Pipe Company,company,AA,', 'fund,The Fund,company,BB,'],
  ownership: ['trunk,pipe-company,60,,,reported,yearbook', 'trunk,fund,40,,,reported,yearbook'],
  measures: [
    'line-ban,Ban on the line,AA,closed,crude,assets/trunk,supplies/well-oil,2026-01-01,2026-06-30,reported,yearbook,',
  ],
  places: ['capital,Capital,city,AA,1,2,north,FR,'],
  names: [
    ...['ar', 'el', 'ru'].flatMap((lang) =>
      ['assets/trunk', 'assets/middle', 'assets/pump', 'assets/well', 'zones/north', 'zones/south'].map(
        (ref) => `${ref.replace('/', ',')},${lang},${ref.split('/')[1]}-${lang},name,`,
      ),
    ),
    'carriers,crude,en,crude oil,name,',
    'assets,middle,ru,Средняя,alias,',
    'assets,trunk,ar,أنبوب الجذع,alias,',
  ],
  sources: [
    'yearbook,Yearbook,Office,https://example.org,2025,CC BY 4.0,file_opened,',
    'guess,Own estimate,,,,,own_knowledge,',
  ],
} as const satisfies TinyTables
