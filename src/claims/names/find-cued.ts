import type { EntityType } from '../claim.ts'
import { datelineOutlet } from './dateline-outlet.ts'
import { capitalRun, capitalRunBefore, quotedRun, type Run } from './name-runs.ts'
import { joins } from './name-tokens.ts'
import { nearestBySkeleton } from './nearest-by-skeleton.ts'
import { plainForm } from './plain-form.ts'
import type { NameContext, Spotting } from './spotting.ts'
import type { WordLists } from './word-lists.ts'

type Covered = (token: number) => Spotting | undefined

/** Unlisted companies, outlets and ships beside a word that says what they are; outlets in a dateline's bracket. */
export function findCued(
  context: NameContext,
  lists: WordLists,
  covered: Covered,
  dateline: Spotting | undefined,
): Spotting[] {
  const { tokens, forms, lang, text, index } = context
  const found: Spotting[] = []
  const canJoin = (i: number): boolean => {
    const before = tokens[i - 1]
    const here = tokens[i]
    return before !== undefined && here !== undefined && joins(before, here)
  }
  const keep = (run: Run | null, type: EntityType, score: number, taken: Covered = covered): void => {
    if (run === null) return
    for (let i = run.from; i < run.to; i++) if (taken(i) !== undefined) return
    const written = text.slice(run.start, run.end)
    const near = nearestBySkeleton(written, { lang, index, types: [type] })
    found.push({
      start: run.start,
      end: run.end,
      from: run.from,
      to: run.to,
      canonical: near?.entry.canonical ?? plainForm(written, lang),
      type,
      atlas: near === null ? null : `${near.entry.table}/${near.entry.row}`,
      match: near === null ? 'pattern' : 'skeleton',
      score: near?.score ?? score,
      options: near === null ? [] : [near.entry],
    })
  }
  const cues = [
    { index: lists.companyBefore, type: 'company' },
    { index: lists.outletBefore, type: 'organisation' },
    { index: lists.vesselBefore, type: 'vessel' },
  ] as const
  for (let i = 0; i < tokens.length; i++) {
    for (const cue of cues) {
      const hit = cue.index.hitsAt(forms, i, canJoin).at(-1)
      if (hit === undefined) continue
      const at = tokens[hit.to]
      if (at === undefined || !/^[\s«"“„‹《「'‘]{0,3}$/u.test(at.gap)) continue
      if (at.script === 'han' && quotedRun(context, hit.to) === null) continue
      keep(quotedRun(context, hit.to) ?? capitalRun(context, lists, hit.to), cue.type, 0.6)
    }
    const suffix = lists.companyAfter.hitsAt(forms, i, canJoin).at(-1)
    if (suffix !== undefined && tokens[i]?.isCapital === true) {
      const run = capitalRunBefore(context, lists, i)
      const last = tokens[suffix.to - 1]
      if (run !== null && last !== undefined) keep({ ...run, to: suffix.to, end: last.end }, 'company', 0.6)
    }
  }
  for (let i = 1; i < tokens.length; i++) {
    const suffix = lists.organisationAfter.hitsAt(forms, i, canJoin).at(-1)
    const last = suffix === undefined ? undefined : tokens[suffix.to - 1]
    if (suffix === undefined || last === undefined || tokens[i]?.isCapital !== true) continue
    const run = capitalRunBefore(context, lists, i, 4)
    if (run !== null) keep({ ...run, to: suffix.to, end: last.end }, 'organisation', 0.55)
  }
  const outlet = datelineOutlet(context, dateline)
  if (outlet !== null && !isListedAs(outlet, covered)) keep(outlet, 'organisation', 0.6, () => undefined)
  return found
}

/** The whole run is one listed name already. */
function isListedAs(run: Run, covered: Covered): boolean {
  const first = covered(run.from)
  return first !== undefined && first.from <= run.from && first.to >= run.to
}
