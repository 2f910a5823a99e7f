/** Languages whose country names are taken from CLDR. */
const cldrLanguages = [
  'ar',
  'en',
  'el',
  'ru',
  'uk',
  'de',
  'fr',
  'es',
  'tr',
  'zh',
  'pl',
  'bg',
  'it',
  'kk',
] as const

interface CountryName {
  readonly code: string
  readonly lang: string
  readonly name: string
  readonly kind: 'name' | 'alias'
}

/** Where the trade's English name is not CLDR's. */
const usualEnglish: Readonly<Record<string, string>> = {
  TR: 'Turkey',
  HK: 'Hong Kong',
  MM: 'Myanmar',
  PS: 'Palestine',
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  BA: 'Bosnia and Herzegovina',
  TT: 'Trinidad and Tobago',
}

/** Codes that CLDR names and that are no countries of today, or groups of countries. */
const notCountries = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'QO',
  'ZZ',
  'SU',
  'DD',
  'YU',
  'CS',
  'AN',
  'BU',
  'TP',
  'FX',
  'NT',
  'YD',
  'VD',
  'ZR',
  'UK',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'AC',
  'CQ',
  'DY',
  'HV',
  'NH',
  'RH',
  'SF',
  'CT',
  'FQ',
  'JT',
  'MI',
  'NQ',
  'PC',
  'PU',
  'PZ',
  'WK',
])

let codes: readonly { code: string; english: string }[] | null = null
let names: readonly CountryName[] | null = null

/** ISO 3166 codes with the English name used here, in code order. */
export function countryCodes(): readonly { readonly code: string; readonly english: string }[] {
  if (codes !== null) return codes
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const found: { code: string; english: string }[] = []
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const first of letters)
    for (const second of letters) {
      const code = first + second
      if (notCountries.has(code)) continue
      const name = english.of(code)
      if (name !== undefined) found.push({ code, english: usualEnglish[code] ?? name })
    }
  codes = found
  return found
}

/** Names of every country in `cldrLanguages`: CLDR's long name, and its short one as an alias. */
export function countryNames(): readonly CountryName[] {
  if (names !== null) return names
  const found: CountryName[] = []
  for (const lang of cldrLanguages) {
    const long = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' })
    const short = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none', style: 'short' })
    for (const { code } of countryCodes()) {
      const name = long.of(code)
      const brief = short.of(code)
      if (name !== undefined) found.push({ code, lang, name, kind: 'name' })
      // Two letters (US, UK) are also words; the names table lists those that are safe.
      if (brief !== undefined && brief !== name && brief.length > 3)
        found.push({ code, lang, name: brief, kind: 'alias' })
    }
  }
  names = found
  return found
}
