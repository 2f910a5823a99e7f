import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '../../../shared/hindcasts/hindcasts.open.json')

interface Case {
  readonly id: string
  readonly outcome: Readonly<Record<string, unknown>>
}

/** What happened, from the file of cases beside the repository; null where it is not there. */
export function outcomeOf(id: string): Readonly<Record<string, unknown>> | null {
  if (!existsSync(file)) return null
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] }
  return cases.find((one) => one.id === id)?.outcome ?? null
}

export const isTruthThere = existsSync(file)
if (!isTruthThere)
  process.stderr.write(`SKIPPED: ${file} is missing, hindcasts are not compared with what happened\n`)
