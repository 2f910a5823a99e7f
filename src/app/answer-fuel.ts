import type { Atlas } from '../atlas/atlas.ts'
import type { FuelAnswered } from '../briefs/compose/fuel-story.ts'
import type { CalendarDate } from '../core/time.ts'
import type { FuelQuestion } from '../scenarios/question.ts'
import { fuelLedgers, lossOfSupplier } from '../solve/answers/nuclear-ledger.ts'

/**
 * Reads the ledger of nuclear fuel for the named countries, or for all where none of them has reactors: on the day of
 * the report, or as of today where the ledger has nothing that old.
 */
export function answerFuel(question: FuelQuestion, atlas: Atlas, today: CalendarDate): FuelAnswered {
  const { reactors, nuclear_supply: supply } = atlas.tables
  const all = [...new Set(reactors.map((row) => row.country))]
  const countries = question.countries.length > 0 ? question.countries : all
  for (const day of [question.day, today]) {
    const ledgers = fuelLedgers({ reactors, supply }, countries, day)
    const losses = lossOfSupplier(ledgers, reactors, question.supplier)
    if (losses.length > 0 || day === today) return { question, day, losses }
  }
  return { question, day: today, losses: [] }
}
