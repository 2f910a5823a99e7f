import type { EntityType } from '../../claim.ts'
import { capitalRun, capitalRunBefore, quotedRun, type Run } from '../name-runs.ts'
import { joinsAt, type NameToken } from '../name-tokens.ts'
import { nearestBySkeleton } from '../nearest-by-skeleton.ts'
import { demonymAt } from '../places/demonyms.ts'
import { plainForm } from '../spelling/plain-form.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'
import { datelineOutlet } from './dateline-outlet.ts'
import { outletSpotting } from './find-outlets.ts'

type Covered = (token: number) => Spotting | undefined

/** Unlisted companies, outlets and ships beside a word that says what they are; outlets in a dateline's bracket. */
export function findCued(
  context: NameContext,
  lists: WordLists,
  covered: Covered,
  dateline: Spotting | undefined,
): Spotting[] {
  const { tokens, forms, text, index } = context
  const spelling = context.lexicon?.data.romanise
  const found: Spotting[] = []
  const canJoin = joinsAt(tokens)
  const keep = (run: Run | null, type: EntityType, score: number): void => {
    if (run === null) return
    const isOther = (one: Spotting | undefined): boolean =>
      one !== undefined && !(type === 'organisation' && one.type === 'commodity')
    for (let i = run.from; i < run.to; i++) if (isOther(covered(i))) return
    const written = text.slice(run.start, run.end)
    const near = nearestBySkeleton(written, { spelling, index, types: [type] })
    found.push({
      start: run.start,
      end: run.end,
      from: run.from,
      to: run.to,
      canonical: near?.entry.canonical ?? plainForm(written, spelling),
      type,
      atlas: near === null ? null : `${near.entry.table}/${near.entry.row}`,
      match: near === null ? 'pattern' : 'skeleton',
      score: near?.score ?? score,
      options: near === null ? [] : [near.entry],
    })
  }
  /** In quotation marks the whole is the name, whatever is known within it («Asia-Inform»). */
  const keepOutlet = (run: Run | null): void => {
    if (run === null || isListedAs(run, covered)) return
    const isQuoted = quotedRun(context, run.from)?.to === run.to
    for (let i = run.from; i < run.to; i++) if (!isQuoted && covered(i) !== undefined) return
    found.push(outletSpotting(context, run))
  }
  const cues = [
    { index: lists.companyBefore, type: 'company' },
    { index: lists.vesselBefore, type: 'vessel' },
  ] as const
  for (let i = 0; i < tokens.length; i++) {
    if (!mayBeCue(context, lists, i)) continue
    for (const cue of cues) {
      const hit = cue.index.longestAt(forms, i, canJoin)
      if (hit === undefined || (cue.type === 'vessel' && isCount(tokens[i - 1]))) continue
      const at = tokens[hit.to]
      if (at === undefined || !/^[\s«"“„‹《「'‘]{0,3}$/u.test(at.gap)) continue
      // "the operator JSC X": the legal form is no name; it is looked at in its turn.
      if (cue.index.hitsAt(forms, hit.to, canJoin).length > 0) continue
      if (at.script === 'han' && quotedRun(context, hit.to) === null) continue
      const quoted = quotedRun(context, hit.to) ?? quotedBehindArticle(context, hit.to)
      keep(quoted ?? capitalRun(context, lists, hit.to), cue.type, 0.6)
      // "the tankers «X» and «Y»"
      const second = quoted === null ? null : quotedBehindArticle(context, quoted.to)
      if (cue.type === 'vessel') keep(second, cue.type, 0.6)
    }
    keepOutlet(outletBeside(context, lists, i, canJoin))
    const suffix = lists.companyAfter.longestAt(forms, i, canJoin)
    if (suffix !== undefined && tokens[i]?.isCapital === true) {
      const run = capitalRunBefore(context, lists, i)
      const last = tokens[suffix.to - 1]
      if (run !== null && last !== undefined) keep({ ...run, to: suffix.to, end: last.end }, 'company', 0.6)
    }
  }
  for (let i = 1; i < tokens.length; i++) {
    if (tokens[i]?.isCapital !== true) continue
    const suffix = lists.organisationAfter.longestAt(forms, i, canJoin)
    const last = suffix === undefined ? undefined : tokens[suffix.to - 1]
    if (suffix === undefined || last === undefined) continue
    const run = capitalRunBefore(context, lists, i, 4)
    if (run === null) continue
    const { from, start } = withTraded(context, covered, beforeAnd(context, lists, covered, run))
    keep({ ...run, from, start, to: suffix.to, end: last.end }, 'organisation', 0.55)
  }
  const outlet = withoutCue(context, lists, datelineOutlet(context, dateline))
  if (outlet !== null && !isListedAs(outlet, covered)) found.push(outletSpotting(context, outlet))
  return found
}

/** Whether a word says what is named beside it, or a quotation that opens before it may be named by what follows. */
function mayBeCue(context: NameContext, lists: WordLists, i: number): boolean {
  const word = context.forms[i]
  return (word !== undefined && lists.besideBodies.of(word)) || quotedRun(context, i) !== null
}

/** "the National Spill Detection *and* Response Agency": the words before "and" are of the name too. */
function beforeAnd(context: NameContext, lists: WordLists, covered: Covered, run: Run): Run {
  const { tokens } = context
  const [and, next] = [tokens[run.from - 1], tokens[run.from]]
  if (!/^(?:and|&)$/u.test(and?.raw ?? '') || and?.gap !== ' ' || next?.gap !== ' ') return run
  const more = capitalRunBefore(context, lists, run.from - 1, 5)
  // "Shell and Response Agency": two names.
  if (more === null || more.to - more.from < 2) return run
  for (let i = more.from; i < more.to; i++) {
    const other = covered(i)
    if (other !== undefined && other.type !== 'commodity') return run
  }
  return { ...run, from: more.from, start: more.start }
}

/** "*Petrol* Sanayi Derneği": what is traded is of the name of a body too, where it has a capital. */
function withTraded({ tokens }: NameContext, covered: Covered, run: Run): Run {
  const [before, first] = [tokens[run.from - 1], tokens[run.from]]
  if (before?.isCapital !== true || first?.gap !== ' ' || covered(run.from - 1)?.type !== 'commodity')
    return run
  return { ...run, from: run.from - 1, start: before.start }
}

/** "706 tanker Boğaz'da": tankers that are counted bear no name. */
const isCount = (token: NameToken | undefined): boolean => token !== undefined && /^\d/u.test(token.raw)

const SHORT_WORDS = 2
const SHORT_LETTERS = 3

/** A name in quotation marks behind one or two short words: "το τάνκερ το «X» και το «Y»". */
function quotedBehindArticle(context: NameContext, from: number): Run | null {
  for (let at = from; at < from + SHORT_WORDS; at++) {
    const word = context.tokens[at]
    if (word === undefined || word.isCapital || word.raw.length > SHORT_LETTERS) return null
    if (!/^[»”"]? $/u.test(word.gap)) return null
    const run = quotedRun(context, at + 1)
    if (run !== null) return run
  }
  return null
}

/** "(صحيفة X)": the word for a newspaper is not of the name, where more follows. */
function withoutCue(context: NameContext, lists: WordLists, run: Run | null): Run | null {
  if (run === null || lists.outletArticles.size > 0) return run
  const cue = lists.outletBefore.longestAt(context.forms, run.from, () => true)
  const first = cue === undefined ? undefined : context.tokens[cue.to]
  if (cue === undefined || first === undefined || cue.to >= run.to || first.script === 'han') return run
  return { ...run, from: cue.to, start: first.start }
}

/** The name beside a word for outlets at token `i`: behind it ("daily X"), or before it ("the X newspaper"). */
function outletBeside(
  context: NameContext,
  lists: WordLists,
  i: number,
  canJoin: (i: number) => boolean,
): Run | null {
  const { tokens, forms, text } = context
  const before = lists.outletBefore.longestAt(forms, i, canJoin)
  // "al quotidiano italiano X": an adjective of a country between the word and the name.
  const adjective = before === undefined ? null : demonymAt(context, before.to, lists.demonyms)
  const to = adjective !== null && tokens[adjective.to - 1]?.isCapital === false ? adjective.to : before?.to
  const at = to === undefined ? undefined : tokens[to]
  if (to !== undefined && at !== undefined && /^[\s«"“„‹《「'‘]{0,3}$/u.test(at.gap)) {
    const quoted = quotedRun(context, to)
    if (quoted !== null) return quoted
    if (at.script !== 'han') return titledRun(context, lists, to)
  }
  const relayed = quotedRun(context, i)
  if (relayed !== null && lists.outletRelays.hitsAt(forms, relayed.to, canJoin).length > 0) return relayed
  const verb = lists.outletVerbs.longestAt(forms, i, canJoin)
  if (verb !== undefined && tokens[verb.to] !== undefined && quotedRun(context, verb.to) !== null)
    return quotedRun(context, verb.to)
  const foreign = verb === undefined ? null : foreignRun(context, lists, verb.to)
  if (foreign !== null) return foreign
  const after = lists.outletAfter.longestAt(forms, i, canJoin)
  const previous = tokens[i - 1]
  const here = tokens[i]
  if (after === undefined || previous === undefined || here === undefined) return null
  if (/^["”»'’]? ?$/u.test(here.gap) && /["”»]/u.test(here.gap)) {
    for (let from = i - 1; from >= Math.max(0, i - 5); from--)
      if (quotedRun(context, from)?.to === i) return quotedRun(context, from)
  }
  const run = capitalRunBefore(context, lists, i, 4)
  const last = tokens[after.to - 1]
  if (run === null || last === undefined) return null
  // "Boğaz Gazetesi": a capitalised word belongs to the name.
  const name = here.isCapital ? { ...run, to: after.to, end: last.end } : run
  return text.slice(name.start, name.end).length > 3 ? name : null
}

/** «передает Volga News»: a name in Latin letters right behind a verb of outlets in others. */
function foreignRun(context: NameContext, lists: WordLists, from: number): Run | null {
  const [verb, name] = [context.tokens[from - 1], context.tokens[from]]
  if (verb === undefined || name === undefined || name.gap !== ' ') return null
  return name.script === 'latin' && verb.script !== 'latin' ? capitalRun(context, lists, from) : null
}

/** "La Voz del Puerto": an article may begin the name of an outlet and connectors may stand in it. */
function titledRun(context: NameContext, lists: WordLists, from: number): Run | null {
  const { tokens } = context
  const article = tokens[from]
  const skips = article?.isCapital === true && lists.outletArticles.has(article.fold)
  let run = capitalRun(context, lists, skips ? from + 1 : from)
  if (run === null) return null
  const link = tokens[run.to]
  if (link !== undefined && lists.connectors.has(link.fold) && /^\s$/u.test(link.gap)) {
    const more = capitalRun(context, lists, run.to + 1, 2)
    if (more !== null && /^\s$/u.test(tokens[more.from]?.gap ?? ''))
      run = { ...run, to: more.to, end: more.end }
  }
  return skips ? { ...run, from, start: article.start } : run
}

/** The whole run is one listed name already. */
function isListedAs(run: Run, covered: Covered): boolean {
  const first = covered(run.from)
  return first !== undefined && first.from <= run.from && first.to >= run.to
}
