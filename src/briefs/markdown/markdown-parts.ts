import type { Because } from '../../core/provenance.ts'
import { oneLine } from '../plain-text.ts'
import type { References } from '../references.ts'
import { formatTime } from '../time-format.ts'

/**
 * Text from outside in a Markdown line: on one line, its direction isolated, and every character that Markdown or
 * embedded HTML gives a meaning to made literal. Underscores within words stay, for readability as plain text.
 */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/&(?=#?\w+;)/gu, '&amp;')
    .replace(/[\\`*[\]<>|~]/gu, (character) => (character === '<' ? '&lt;' : `\\${character}`))
    .replace(/(?<!\w)_|_(?!\w)/gu, '\\_')
    .replace(/^([\u2066\u2067]?)(#{1,6}\s|[-+=]|\d+[.)]\s)/u, (_, isolate, start) =>
      /^\d/u.test(start) ? `${isolate}${start.replace(/([.)])/u, '\\$1')}` : `${isolate}\\${start}`,
    )
    .replace(/\b(https?|ftp):\/\//giu, '$1:\u200b//')
}

/** A time as people write it; what is none is text from outside. */
export function timeText(iso: string): string {
  return plain(formatTime(iso))
}

/** ` [C1, F2]`: what a number rests on, by the marks of the lists; nothing where it names none. */
export function marks(references: References, because: readonly Because[]): string {
  const labels = [...new Set(because)].flatMap((key) => references.of(key)?.label ?? [])
  return labels.length === 0 ? '' : ` [${labels.join(', ')}]`
}

/** A pipe table; cells are Markdown already. */
export function pipeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
