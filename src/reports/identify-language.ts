import { francAll } from 'franc'
import { NO_WRITING, type Writing, wordShare } from './writing.ts'

/** ISO 639-3 of the statistical identifier to the shortest code, by the language aliases of CLDR: bul is bg. */
const known = new Map<string, string>()
function codeOf(identified: string): string {
  const before = known.get(identified)
  if (before !== undefined) return before
  const code = Intl.getCanonicalLocales(identified)[0] ?? identified
  known.set(identified, code)
  return code
}

/** The languages that can be read, and how those and their neighbours are written. */
export interface Languages {
  readonly supported: ReadonlySet<string>
  readonly writing: ReadonlyMap<string, Writing>
}

/** Letters of names from elsewhere may stand in any text; this part of all letters may not. */
const FOREIGN_SHARE = 0.004

/** A supported language this close to the best guess is preferred: news in Scots is rarer than English news. */
const CLOSE = 0.985
/** In a text of fewer letters than this, neighbours (Dutch and Afrikaans) are told apart less surely. */
const FEW_LETTERS = 250
/** By how much another must then score more than a language that can be read. */
const AHEAD_FEW = 0.06
/** In a text of fewer letters than this, about a headline, statistics of letters say little. */
const SHORT = 100
/** What words that are known count for beside the statistics, whose best guess counts 1. */
const WORDS_WEIGHT = 1
/** The shorter a text, the more another must score to be preferred to a language that can be read: at most this. */
const SUPPORTED_AHEAD = 0.5
/** What a feed declares is believed of a text that scores at least this part of the best guess. */
const LIKELY = 0.8
/** The start of a report decides: the identifier's time grows with the text and its answer no longer changes. */
const LONGEST = 3000
/** Fewer letters than this say nothing reliable. */
const FEWEST_LETTERS = 12

interface Guess {
  readonly code: string
  readonly score: number
}

/**
 * ISO 639-1 code of the language that a text is written in, preferring supported languages among near ties;
 * `hint`, the language that a feed declares, where the text may well be written in it;
 * `und` where the text is too short or its language has no two-letter code here.
 */
export function identifyLanguage(text: string, { supported, writing }: Languages, hint = ''): string {
  const sample = text.slice(0, LONGEST)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS) {
    return /\p{Script=Han}{4}/u.test(sample) && supported.has('zh') ? 'zh' : 'und'
  }
  const ranked = francAll(sample, { minLength: 5 })
    .map(([code, score]): Guess => ({ code: codeOf(code), score }))
    .filter(({ code }) => {
      const foreign = (writing.get(code) ?? NO_WRITING).foreign
      return foreign === null || (sample.match(foreign)?.length ?? 0) <= FOREIGN_SHARE * letters
    })
  const best = ranked[0]
  if (best === undefined) return 'und'
  const hinted = supported.has(hint) ? ranked.find(({ code }) => code === hint) : undefined
  if (hinted !== undefined && hinted.score >= LIKELY * best.score) return hint
  if (letters < FEW_LETTERS) {
    const ahead = Math.max(AHEAD_FEW, SUPPORTED_AHEAD * (1 - (letters / SHORT) ** 3))
    return bestOfShort(sample, { ranked, ahead }, { supported, writing })
  }
  const { code } = ranked.find((one) => one.score >= CLOSE * best.score && supported.has(one.code)) ?? best
  return code.length === 2 ? code : 'und'
}

/** The statistics of letters and the words that are known, together; without any such word the statistics alone. */
function bestOfShort(
  sample: string,
  { ranked, ahead }: { ranked: readonly Guess[]; ahead: number },
  { supported, writing }: Languages,
): string {
  let best: Guess = { code: 'und', score: 0 }
  for (const { code, score } of ranked) {
    const isSupported = supported.has(code)
    const words = wordShare(sample, writing.get(code) ?? NO_WRITING)
    const sum = score + WORDS_WEIGHT * words + (isSupported ? ahead : 0)
    if (sum > best.score) best = { code, score: sum }
  }
  return best.code.length === 2 ? best.code : 'und'
}
