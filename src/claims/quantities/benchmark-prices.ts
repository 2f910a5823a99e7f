import type { Draft } from './draft.ts'
import type { FigureContext } from './read-figure.ts'

/** Tokens between the name of a benchmark and the figure that prices it. */
const REACH = 30
/** Levels of prices; what a benchmark gains or loses in a day is less, and what sales bring is more. */
const [LOWEST, HIGHEST] = [5, 500]
/** In what each kind of benchmark is priced. */
const CURRENCIES: Readonly<Record<string, string>> = { bbl: 'USD', MWh: 'EUR' }

/** "Brent fell to 62 dollars": a benchmark named before in the sentence says per what, where nothing else does. */
export function priceByBenchmark(draft: Draft, context: FigureContext, sentences: readonly number[]): void {
  const { unit } = draft
  if (unit?.name.kind !== 'currency' || unit.per !== null || draft.scale !== 1) return
  const code = unit.name.code
  if (unit.name.factor !== undefined || draft.value < LOWEST || draft.value > HIGHEST) return
  for (let at = draft.from - 1; at >= Math.max(0, draft.from - REACH); at -= 1) {
    if (sentences[at] !== sentences[draft.from]) return
    const per = context.units.benchmarks.at(context.tokens, at)?.value
    if (per === undefined) continue
    if (CURRENCIES[per] === code) draft.unit = { ...unit, per }
    return
  }
}
