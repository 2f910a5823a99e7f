import type { Command } from 'commander'
import { checkShippedAtlas, showInAtlas, sourcesOfAtlas } from '../app/atlas-use.ts'
import type { Config } from '../app/config.ts'
import { exportAtlas } from '../app/export-atlas.ts'
import { importPublisher } from '../app/import-publisher.ts'
import { today } from '../app/today.ts'
import { CorridorError } from '../core/errors.ts'
import type { CommandContext } from './command-context.ts'
import { dayOption } from './options.ts'
import { addReproduceCommand } from './reproduce-command.ts'

export function addAtlasCommands(program: Command, context: CommandContext, settings: () => Config): void {
  const { terminal } = context
  const atlas = program
    .command('atlas')
    .description('the reference data: look things up, check it, list its sources')
  atlas
    .command('show')
    .description('what the atlas knows of a place, line, station, company or person, with sources')
    .argument('<name>', 'a name in any language and script, or TABLE/ROW')
    .option('-n, --network <folder>', 'an atlas of your own, or tables to lay over the shipped one')
    .option('--as-of <date>', 'day of the figures, YYYY-MM-DD (default: today)')
    .option('--json', 'print JSON')
    .action((name: string, flags: { network?: string; asOf?: string; json?: boolean }) => {
      const config = settings()
      const shown = showInAtlas(name, {
        asOf: dayOption('--as-of', flags.asOf ?? config.as_of),
        network: flags.network ?? config.network,
      })
      if (shown.things.length === 0) {
        const next = 'try another spelling, another language or a part of the name'
        throw new CorridorError('name_not_found', `the atlas knows nothing called "${name}": ${next}`, {
          details: { suggestions: shown.suggestions.map((hit) => `"${hit.canonical}"`) },
        })
      }
      if (flags.json) terminal.print(JSON.stringify({ schema_version: '1', ...shown }))
      else terminal.print(shown.things.map(showThing).join('\n\n'))
    })
  atlas
    .command('check')
    .description(
      'check types, references, units, dates, names and sources; each message names the row and the mend',
    )
    .argument('[folder]', 'an atlas of your own (default: the shipped one)')
    .action((folder: string | undefined) => {
      const { problems, counts } = checkShippedAtlas(folder)
      for (const problem of problems) terminal.tell(problem.message)
      terminal.print(`${counts}; ${problems.length === 0 ? 'no fault found' : `${problems.length} faults`}`)
      context.finish(problems.length === 0 ? 0 : 1)
    })
  atlas
    .command('export')
    .description('write the atlas as its data package, as GeoJSON, or as a PyPSA CSV folder')
    .requiredOption('-f, --format <format>', 'csv, geojson or pypsa')
    .option('--as-of <date>', 'day of the figures and of the network, YYYY-MM-DD (default: today)')
    .option('--atlas <folder>', 'an atlas of your own (default: the shipped one)')
    .requiredOption('-o, --out <folder>', 'folder to write into')
    .action((flags: { format: string; asOf?: string; atlas?: string; out: string }) => {
      const day = dayOption('--as-of', flags.asOf) ?? today()
      const written = exportAtlas({ atlas: flags.atlas, format: flags.format, day, out: flags.out })
      terminal.print(written.join('\n'))
    })
  atlas
    .command('import')
    .description("read a publisher's own file into tables to lay over the atlas (--network FOLDER)")
    .argument('<publisher>', 'gem, entsog, agsi, eia, eurostat or jodi')
    .argument('<file>', 'the file, or the answer of the API saved as it came (docs/data-in-and-out.md)')
    .option('-o, --out <folder>', 'folder of the tables (default: corridor-atlas)')
    .action(async (publisher: string, file: string, flags: { out?: string }) => {
      const { written, taken, skipped } = await importPublisher(
        publisher,
        file,
        flags.out ?? 'corridor-atlas',
      )
      for (const [reason, times] of skipped) terminal.tell(`corridor: left out ${times}: ${reason}`)
      const counts = Object.entries(taken).map(([table, rows]) => `${rows} ${table}`)
      terminal.print(`${counts.join(', ')}\n${written.join('\n')}`)
    })
  atlas
    .command('sources')
    .description('list every source with its licence and what it rests on')
    .option('--json', 'print JSON')
    .action((flags: { json?: boolean }) => {
      const sources = sourcesOfAtlas()
      if (flags.json) terminal.print(JSON.stringify({ schema_version: '1', sources }))
      else {
        for (const source of sources) {
          const facts = [
            source.publisher,
            source.published,
            source.licence,
            source.evidence.replaceAll('_', ' '),
          ]
          terminal.print(
            `${source.id}\n    ${source.title}\n    ${facts.filter((fact) => fact !== '').join('; ')}`,
          )
          if (source.url !== '') terminal.print(`    ${source.url}`)
        }
      }
    })
  addReproduceCommand(atlas, context, settings)
}

type Thing = ReturnType<typeof showInAtlas>['things'][number]

function showThing(thing: Thing): string {
  const identity = Object.entries(thing.identity).map(([key, value]) => `  ${key}: ${value}`)
  const names = thing.names.map(
    (name) => `  ${name.lang}: \u2068${name.name}\u2069${name.kind === 'name' ? '' : ` (${name.kind})`}`,
  )
  const figures = thing.figures.map((figure) => {
    const range = figure.low === null || figure.high === null ? '' : ` (${figure.low} to ${figure.high})`
    const dated = [
      figure.valid_from && `from ${figure.valid_from}`,
      figure.valid_to && `to ${figure.valid_to}`,
    ]
      .filter(Boolean)
      .join(' ')
    return `  ${figure.holds ? '*' : ' '} ${figure.ref}: ${figure.value}${range} ${figure.unit} [${figure.status}] ${dated} {${figure.source}}`
  })
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${title}:`, ...lines]
  return [
    `${thing.canonical}  (${thing.ref})`,
    ...identity,
    ...section(
      'part of',
      thing.part_of.map((part) => `  ${part}`),
    ),
    ...section(
      'parts',
      thing.parts.map((part) => `  ${part}`),
    ),
    ...section(
      'owners',
      thing.owners.map((owner) => `  ${owner.name} ${owner.share_pct} % [${owner.status}] {${owner.source}}`),
    ),
    ...section(
      'owns',
      thing.owns.map(({ asset, share_pct }) => `  ${asset} ${share_pct} %`),
    ),
    ...section(
      'links',
      thing.links.map((link) => `  ${link.id}: ${link.from_zone} > ${link.to_zone} (${link.carrier})`),
    ),
    ...section('figures (* holds on the day)', figures),
    ...section(
      'measures',
      thing.measures.map(
        (measure) => `  ${measure.name}: ${measure.effect}, from ${measure.valid_from} {${measure.source}}`,
      ),
    ),
    ...section('names', names),
    ...section(
      'sources',
      thing.sources.map((source) => `  {${source.id}} ${source.title} ${source.url}`),
    ),
  ].join('\n')
}
