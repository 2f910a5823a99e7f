import type { NameEntry } from '../name-entry.ts'
import type { Run } from '../name-runs.ts'
import type { NameContext } from '../spotting.ts'
import type { Head } from '../word-lists.ts'

/** A word for plant, where it stands: tokens `from` up to, not including, `to`. */
export interface HeadHit {
  readonly head: Head
  readonly from: number
  readonly to: number
}

/** «διυλιστήριο *του* Σβέχατ» is listed as «διυλιστήριο Σβέχατ»: without the small words between. */
export function listedWithout({ forms, index, lang }: NameContext, hit: HeadHit, run: Run): NameEntry | null {
  if (run.from <= hit.to) return null
  const words = [...forms.slice(hit.from, hit.to), ...forms.slice(run.from, run.to)]
  const found = index.phrases.hitsAt(words, 0, () => true).filter(({ to }) => to === words.length)
  const named = found.flatMap(({ payloads }) => payloads).map(({ entry }) => entry)
  return named.find((entry) => entry.type === hit.head.type && entry.lang === lang) ?? null
}

/** What is written, and a single word without its endings too: "w Riazaniu" is of Riazan. */
export function placeForms({ tokens, text, forms }: NameContext, run: Run): readonly string[] {
  const written = text.slice(run.start, run.end)
  return run.to - run.from === 1 && tokens[run.from]?.isUpper === false
    ? [written, ...(forms[run.from]?.stems ?? [])]
    : [written]
}
