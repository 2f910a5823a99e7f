import { countryCodes } from '../../../atlas/country-names.ts'

let byCode: ReadonlyMap<string, string> | null = null

/** English name of a country as the atlas gives it, by ISO 3166 code; the code itself where there is none. */
export function countryName(code: string): string {
  byCode ??= new Map(countryCodes().map((country) => [country.code, country.english]))
  return byCode.get(code) ?? code
}
