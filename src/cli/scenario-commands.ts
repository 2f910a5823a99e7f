import type { Command } from 'commander'
import { stringify } from 'yaml'
import { openAtlas } from '../app/load-atlas.ts'
import { listScenarios, openScenario } from '../app/scenario-files.ts'
import type { CommandContext } from './command-context.ts'

export function addScenarioCommands(program: Command, context: CommandContext): void {
  const scenario = program
    .command('scenario')
    .description('shipped what-ifs, and the format to write your own')
  scenario
    .command('list')
    .description('list the shipped scenarios')
    .option('--json', 'print JSON')
    .action((flags: { json?: boolean }) => {
      const listed = listScenarios(openAtlas().atlas)
      const rows = listed.map(({ id, title }) => ({ id, title }))
      if (flags.json) context.terminal.print(JSON.stringify({ schema_version: '1', scenarios: rows }))
      else for (const { id, title } of rows) context.terminal.print(`${id.padEnd(36)} ${title}`)
    })
  scenario
    .command('show')
    .description('print a scenario with every shock and assumption')
    .argument('<name>', 'id of a shipped scenario, or the path of a file')
    .option('--json', 'print JSON')
    .action((name: string, flags: { json?: boolean }) => {
      const found = openScenario(name, openAtlas().atlas)
      context.terminal.print(
        flags.json ? JSON.stringify({ schema_version: '1', ...found }) : stringify(found).trimEnd(),
      )
    })
}
