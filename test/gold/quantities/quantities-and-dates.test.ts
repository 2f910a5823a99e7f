import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDates } from '../../../src/claims/dates/read-dates.ts'
import { readQuantities } from '../../../src/claims/quantities/read-quantities.ts'
import { parseCalendarDate } from '../../../src/core/time.ts'
import floors from './floors.json' with { type: 'json' }
import { dateLexicon, languages, quantityLexicon, repoFile } from './load-lexicon.ts'
import {
  addTo,
  emptyTally,
  type GoldDate,
  type GoldQuantity,
  isScored,
  sameDate,
  sameQuantity,
  scores,
  type Tally,
} from './score.ts'

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T

describe('own sentences', () => {
  for (const lang of languages) {
    const cases = readJson<{ text: string; quantities: GoldQuantity[] }[]>(
      repoFile(`test/gold/quantities/${lang}.json`),
    )
    test.each(cases)(`${lang} quantities: $text`, ({ text, quantities }) => {
      const said = readQuantities(text, quantityLexicon(lang))
      const found = (gold: GoldQuantity) => said.some((quantity) => sameQuantity(gold, quantity))
      expect(quantities.filter((gold) => !found(gold))).toEqual([])
      expect(said.filter((quantity) => !quantities.some((gold) => sameQuantity(gold, quantity)))).toEqual([])
    })

    const dated = readJson<{ text: string; published: string; dates: GoldDate[] }[]>(
      repoFile(`test/gold/dates/${lang}.json`),
    )
    test.each(dated)(`${lang} dates: $text`, ({ text, published, dates }) => {
      const said = readDates(text, dateLexicon(lang), parseCalendarDate(published))
      expect(dates.filter((gold) => !said.some((date) => sameDate(gold, date)))).toEqual([])
      expect(said.filter((date) => !dates.some((gold) => sameDate(gold, date)))).toEqual([])
    })
  }
})

const dev = repoFile('../shared/reading/dev')
const isHere = existsSync(dev)
// biome-ignore lint/suspicious/noConsole: a skipped score must be seen
if (!isHere) console.warn(`SKIPPED: no reports to score at ${dev}`)

interface Gold {
  id: string
  lang: string
  published: string | null
  quantities: GoldQuantity[]
  dates: GoldDate[]
}

describe.skipIf(!isHere)('the development reports', () => {
  const tallies: Record<string, { quantities: Tally; dates: Tally }> = {}
  for (const file of isHere ? readdirSync(dev).filter((name) => name.endsWith('.gold.json')) : []) {
    const gold = readJson<Gold>(`${dev}/${file}`)
    const { text } = readJson<{ text: string }>(`${dev}/${gold.id}.json`)
    tallies[gold.lang] ??= { quantities: emptyTally(), dates: emptyTally() }
    const tally = tallies[gold.lang]
    if (tally === undefined) continue
    const published = gold.published === null ? null : parseCalendarDate(gold.published)
    const quantities: GoldQuantity[] = readQuantities(text, quantityLexicon(gold.lang)).filter(isScored)
    addTo(tally.quantities, gold.quantities.filter(isScored), quantities, sameQuantity)
    addTo<GoldDate>(tally.dates, gold.dates, readDates(text, dateLexicon(gold.lang), published), sameDate)
  }

  for (const [lang, floor] of Object.entries(floors)) {
    test(`${lang} keeps its floor`, () => {
      const tally = tallies[lang]
      if (tally === undefined) throw new Error(`no report in ${lang}`)
      const [quantities, dates] = [scores(tally.quantities), scores(tally.dates)]
      const line = (name: string, s: ReturnType<typeof scores>) =>
        `${lang} ${name}: P ${s.precision.toFixed(3)} R ${s.recall.toFixed(3)} F1 ${s.f1.toFixed(3)}`
      // biome-ignore lint/suspicious/noConsole: the score is what this test is for
      console.info(`${line('quantities', quantities)}; ${line('dates', dates)}`)
      expect(quantities.f1).toBeGreaterThanOrEqual(floor.quantities)
      expect(dates.f1).toBeGreaterThanOrEqual(floor.dates)
    })
  }
})
