import { francAll } from 'franc'

/** ISO 639-3 of the statistical identifier to the shortest code, by the language aliases of CLDR: bul is bg. */
const known = new Map<string, string>()
function codeOf(identified: string): string {
  const before = known.get(identified)
  if (before !== undefined) return before
  const code = Intl.getCanonicalLocales(identified)[0] ?? identified
  known.set(identified, code)
  return code
}

/** Letters that a language does not write: its neighbours in the same script do. */
const foreign: Readonly<Record<string, RegExp>> = {
  bg: /[ыэёіїєґқғұүһңөә]/giu,
  ru: /[іїєґқғұүһңөә]/giu,
  uk: /[ыэёъқғұүһңөә]/giu,
  kk: /[їєґ]/giu,
  sr: /[ыэёйщъьяюіїєґқ]/giu,
}
/** Letters of names from elsewhere may stand in any text; this part of all letters may not. */
const FOREIGN_SHARE = 0.004

/** A supported language this close to the best guess is preferred: news in Scots is rarer than English news. */
const CLOSE = 0.985
/** In a text of fewer letters than this, neighbours (Dutch and Afrikaans) are told apart less surely. */
const SHORT = 250
const CLOSE_SHORT = 0.94
/** What a feed declares is believed of a text that scores at least this part of the best guess. */
const LIKELY = 0.8
/** The start of a report decides: the identifier's time grows with the text and its answer no longer changes. */
const LONGEST = 3000
/** Fewer letters than this say nothing reliable. */
const FEWEST_LETTERS = 12

/**
 * ISO 639-1 code of the language that a text is written in, preferring `supported` languages among near ties;
 * `hint`, the language that a feed declares, where the text may well be written in it;
 * `und` where the text is too short or its language has no two-letter code here.
 */
export function identifyLanguage(text: string, supported: ReadonlySet<string>, hint = ''): string {
  const sample = text.slice(0, LONGEST)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS) {
    return /\p{Script=Han}{4}/u.test(sample) && supported.has('zh') ? 'zh' : 'und'
  }
  const ranked = francAll(sample, { minLength: 5 }).filter(([code]) => {
    const other = foreign[codeOf(code)]
    return other === undefined || (sample.match(other)?.length ?? 0) <= FOREIGN_SHARE * letters
  })
  const best = ranked[0]
  if (best === undefined) return 'und'
  const hinted = supported.has(hint) ? ranked.find(([code]) => codeOf(code) === hint) : undefined
  if (hinted !== undefined && hinted[1] >= LIKELY * best[1]) return hint
  const close = letters < SHORT ? CLOSE_SHORT : CLOSE
  const near = ranked.find(([code, score]) => score >= close * best[1] && supported.has(codeOf(code)))
  const code = codeOf(near?.[0] ?? best[0])
  return code.length === 2 ? code : 'und'
}
