import { francAll } from 'franc'

/** ISO 639-3 of the statistical identifier to the ISO 639-1 codes that reports carry. */
const codes: Readonly<Record<string, string>> = {
  arb: 'ar', bul: 'bg', cmn: 'zh', deu: 'de', ell: 'el', eng: 'en', fra: 'fr', ita: 'it', kaz: 'kk', pol: 'pl',
  rus: 'ru', spa: 'es', tur: 'tr', ukr: 'uk', por: 'pt', fin: 'fi', nld: 'nl', ron: 'ro', hun: 'hu', ces: 'cs',
  swe: 'sv', dan: 'da', pes: 'fa', heb: 'he', jpn: 'ja', kor: 'ko', hin: 'hi', srp: 'sr', azj: 'az', uzn: 'uz',
} // biome-ignore format: one table, read as a block

/** A supported language this close to the best guess is preferred: news in Scots is rarer than English news. */
const CLOSE = 0.985
/** The start of a report decides: the identifier's time grows with the text and its answer no longer changes. */
const LONGEST = 3000
/** Fewer letters than this say nothing reliable. */
const FEWEST_LETTERS = 12

/**
 * ISO 639-1 code of the language that a text is written in, preferring `supported` languages among near ties;
 * `und` where the text is too short or its language has no two-letter code here.
 */
export function identifyLanguage(text: string, supported: ReadonlySet<string>): string {
  const sample = text.slice(0, LONGEST)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) {
    return /\p{Script=Han}{4}/u.test(sample) && supported.has('zh') ? 'zh' : 'und'
  }
  const ranked = francAll(sample, { minLength: 5 })
  const best = ranked[0]
  if (best === undefined) return 'und'
  const near = ranked.find(([code, score]) => score >= CLOSE * best[1] && supported.has(codes[code] ?? ''))
  return codes[near?.[0] ?? best[0]] ?? 'und'
}
