import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openAtlas } from '../../src/app/load-atlas.ts'
import { openReader } from '../../src/app/read-reports.ts'
import type { Reading } from '../../src/claims/claim.ts'
import type { Reader } from '../../src/claims/read-claims.ts'
import type { Report } from '../../src/reports/report.ts'

/** Gold that is shared beside the repository; a checkout alone does not have it. */
export const sharedFolder = fileURLToPath(new URL('../../../shared/', import.meta.url))
export const hasShared = existsSync(join(sharedFolder, 'reading', 'dev'))

export const scored = ['claims', 'entities', 'quantities', 'dates'] as const
export type Scores = Readonly<Record<string, Readonly<Record<(typeof scored)[number], number>>>>

/** What `score.mjs` prints with `--json`, as far as it is used here. */
interface Printed {
  readonly claims: { readonly precision: number; readonly recall: number; readonly f1: number }
  readonly among_matched: Readonly<Record<string, string>>
  readonly by_language: Scores
}

export const floorsFile = fileURLToPath(new URL('reading-scores.json', import.meta.url))

export const reportFloorsFile = fileURLToPath(new URL('report-scores.json', import.meta.url))

export const wireFloorsFile = fileURLToPath(new URL('wire-scores.json', import.meta.url))

export function readReportFloors(file = reportFloorsFile): Scores {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Scores) : {}
}

export function readFloors(): Scores {
  return JSON.parse(readFileSync(floorsFile, 'utf8')) as Scores
}

/** The reader as the commands use it: shipped lexicons, names of the shipped atlas. */
export function shippedReader(): Reader {
  return openReader(openAtlas().atlas)
}

/** Reads every report of the shared development set and scores the answers with the shared scorer. */
export function scoreDev(reader: Reader): Printed {
  const dev = join(sharedFolder, 'reading', 'dev')
  const answers = readdirSync(dev)
    .filter((name) => /^\d+\.json$/u.test(name))
    .map((name) => readOne(reader, JSON.parse(readFileSync(join(dev, name), 'utf8')) as Partial<Report>))
  const folder = mkdtempSync(join(tmpdir(), 'corridor-score-'))
  try {
    const file = join(folder, 'answers.ndjson')
    writeFileSync(file, answers.map((answer) => JSON.stringify(answer)).join('\n'))
    const scorer = join(sharedFolder, 'reading', 'score.mjs')
    return JSON.parse(
      execFileSync(process.execPath, [scorer, dev, file, '--json'], { encoding: 'utf8' }),
    ) as Printed
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Reads a text of known language; fields that are left out are unknown. */
export function readOne(reader: Reader, given: Partial<Report>): Reading {
  return reader.read({
    id: String(given.id ?? 'report'),
    lang: given.lang ?? 'und',
    published: given.published ?? null,
    published_from: given.published ? 'metadata' : null,
    title: given.title ?? null,
    outlet: given.outlet ?? null,
    url: null,
    text: given.text ?? '',
    hash: '',
    format: 'json',
    problems: [],
  })
}
