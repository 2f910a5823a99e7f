import type { NamesLexicon } from './names/names-lexicon.ts'
import { countryName } from './names/places/country-name.ts'

/** English names of the countries that a body acts for, by its canonical name; none where that is not known. */
export type LandsOf = (canonical: string) => readonly string[]

/** ISO 3166 codes of the countries of bodies by canonical name, as the atlas lists them. */
export type BodyCountries = ReadonlyMap<string, readonly string[]>

const NONE: readonly string[] = []
/** "South Korean", "New Zealand". */
const LONGEST_ADJECTIVE = 2

/** Those of the atlas; of a name that the reader composes ("German government") the country of its adjective. */
export function landsOfBodies(listed: BodyCountries, english: NamesLexicon | null): LandsOf {
  const lands = new Map([...listed].map(([name, codes]) => [name, codes.map(countryName)]))
  const adjectives = new Map(Object.entries(english?.data.demonyms ?? {}))
  return (canonical) => {
    const known = lands.get(canonical)
    if (known !== undefined) return known
    const words = canonical.split(' ')
    for (let count = Math.min(LONGEST_ADJECTIVE, words.length - 1); count > 0; count--) {
      const code = adjectives.get(words.slice(0, count).join(' '))
      if (code !== undefined) return [countryName(code)]
    }
    return NONE
  }
}
