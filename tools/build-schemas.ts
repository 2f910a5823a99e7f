import { z } from 'zod'
import { briefSchema } from '../src/briefs/brief.ts'
import { readingSchema } from '../src/claims/claim.ts'
import { eventsSchema } from '../src/events/event.ts'
import { jsonReportSchema } from '../src/reports/read-report.ts'
import { scenarioFileSchema } from '../src/scenarios/parse-scenario.ts'
import { scenarioSchema } from '../src/scenarios/scenario.ts'
import { solutionSchema } from '../src/solve/solution.ts'

const documents = {
  reading: [readingSchema, 'One report as `corridor read --json` prints it, one a line'],
  events: [eventsSchema, 'What `corridor events --json` prints'],
  solution: [solutionSchema, 'What `corridor solve --json` prints'],
  brief: [briefSchema, 'What `corridor brief --json` prints and `brief.json` holds'],
  scenario: [
    scenarioSchema,
    'A scenario as `corridor scenario show --json` prints it and a brief carries it',
  ],
  'scenario-file': [scenarioFileSchema, 'A scenario as a person writes it, in YAML or JSON'],
  report: [jsonReportSchema, 'A report as a `.json` input'],
} as const

/**
 * The JSON schemas of everything printed or read, as texts by file name, from the schemas that the stages use.
 * Fields may be added to printed documents, never changed: so no schema of output forbids further ones.
 */
export function schemaFiles(): Record<string, string> {
  const files = Object.entries(documents).map(([name, [schema, description]]) => {
    const body = z.toJSONSchema(schema, { io: 'input' })
    return [
      `${name}.schema.json`,
      `${JSON.stringify({ $schema: body.$schema, title: `Corridor ${name}`, description, ...body }, null, 2)}\n`,
    ]
  })
  return Object.fromEntries(files)
}
