import type { Command } from 'commander'
import type { Config } from '../app/config.ts'
import { openNetwork } from '../app/open-network.ts'
import { readReports } from '../app/read-reports.ts'
import { reconcileReports } from '../app/reconcile-reports.ts'
import type { CommandContext } from './command-context.ts'
import { statusOf } from './exit.ts'
import { inputOptions, progressOf, type ReportFlags, readerOptions, withReportFlags } from './options.ts'
import { tellProblems } from './terminal.ts'

export function addEventsCommand(program: Command, context: CommandContext, settings: () => Config): void {
  withReportFlags(program.command('events'))
    .description('reconcile the claims of reports into events and stories; contradictions stay side by side')
    .action(async (paths: string[], flags: ReportFlags, command: Command) => {
      const config = settings()
      const { terminal } = context
      const atlas = openNetwork(flags.network ?? config.network)
      const progress = progressOf(command, context, config)
      const { readings, problems, notes } = await readReports(paths, {
        ...inputOptions(flags, config),
        ...readerOptions(flags, config),
        atlas,
        progress,
      })
      const events = reconcileReports(readings, atlas)
      if (flags.json) terminal.print(JSON.stringify(events))
      else terminal.print(showEvents(events))
      for (const note of notes) terminal.tell(`corridor: ${note}`)
      tellProblems(terminal, problems)
      context.finish(statusOf(problems))
    })
}

function showEvents(events: ReturnType<typeof reconcileReports>): string {
  const byId = new Map(events.events.map((event) => [event.id, event]))
  const lines = events.stories.flatMap((story) => [
    story.title,
    ...story.events.flatMap((id) => {
      const event = byId.get(id)
      if (event === undefined) return []
      const sources = `${event.independent_sources} independent source${event.independent_sources === 1 ? '' : 's'}`
      const disputes = event.contradictions.map(
        ({ field, values }) =>
          `      ${field}: ${values.map(({ value, unit }) => `${[value].flat().join(' to ')} ${unit ?? ''}`.trim()).join(' / ')}`,
      )
      return [
        `  ${event.id}  ${event.title}`,
        `      ${event.type.replaceAll('_', ' ')}, ${event.modality.replaceAll('_', ' ')}, ${event.time ?? 'undated'}; ${event.claims.length} claims, ${sources}`,
        ...disputes,
      ]
    }),
    '',
  ])
  const copies = events.duplicates.map(({ report, of }) => `${report} repeats ${of}`)
  const owed = (events.commitments ?? []).map(
    ({ event, state, due }) => `  ${event}: ${state}${due === null ? '' : `, due ${due}`}`,
  )
  const register = owed.length === 0 ? [] : ['', 'Commitments, by the reports at hand:', ...owed]
  return [...lines, ...copies, ...register].join('\n').trimEnd()
}
