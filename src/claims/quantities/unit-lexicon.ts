import { z } from 'zod'
import type { DateLexicon } from '../dates/date-lexicon.ts'
import { currencyNames } from './currency-names.ts'
import { fold } from './fold.ts'
import { type NumberLexicon, setTable } from './number-lexicon.ts'
import { PhraseTable } from './phrases.ts'
import { StartWords } from './start-words.ts'
import { currencySigns, priceSymbols, symbols, type UnitDefinition, unitDefinitions } from './units.ts'

const lines = z.array(z.string())
const byKey = z.record(z.string(), lines)

/** `lexicons/<lang>/units.yaml`. Keys of `units` are those of `units.ts`. */
export const unitsFileSchema = z.object({
  units: byKey,
  /** Words between two amounts that are one: or, that is, equivalent to. */
  equals: lines.default([]),
  /** Units that need a scale word before them, for the word alone means another thing: 600亿方. */
  units_after_scale: byKey.default({}),
  /** Units that stand before their figure: yüzde 30, 百分之三十. */
  units_before: byKey.default({}),
  /** Duals: سنتين is two years. */
  duals: byKey.default({}),
  /** Endings that make any noun two of them, and those that only look so. */
  dual_endings: lines.default([]),
  no_dual_endings: lines.default([]),
  currencies: byKey,
  /** What a price is for, with its preposition: `bbl: [a barrel]`. */
  price_per: byKey,
  price_per_before: byKey.default({}),
  /** Names of prices that markets go by, by the unit that they are quoted for. */
  benchmarks: byKey.default({}),
  /** Rate words after the unit: `day: [per day]`. */
  times: byKey,
  /** Rate words before the figure. */
  times_before: byKey.default({}),
  /** Words earlier in the clause that make a volume one per year: annual deliveries. */
  annual: lines.default([]),
  /** What is measured, by its English name; stands after the unit. */
  substances: byKey.default({}),
  /** May stand between a scale and its unit, or a unit and its substance. */
  fillers: lines.default([]),
  /** Where given, only these count words make a bare number a count (Chinese). */
  counters: lines.default([]),
  /** Nouns after a figure that are no quantity: ordinals of names, versions. */
  not_counted: lines.default([]),
})

export type UnitName =
  | { readonly kind: 'unit'; readonly definition: UnitDefinition }
  /** `factor`: 0.01 for a cent. */
  | { readonly kind: 'currency'; readonly code: string; readonly factor?: number }

export interface UnitLexicon {
  readonly units: PhraseTable<UnitName>
  readonly afterScale: PhraseTable<UnitName>
  readonly before: PhraseTable<UnitName>
  readonly signs: PhraseTable<UnitName>
  readonly duals: PhraseTable<UnitDefinition>
  readonly dualEndings: readonly string[]
  readonly noDualEndings: readonly string[]
  readonly pricePer: PhraseTable<string>
  readonly pricePerBefore: PhraseTable<string>
  readonly benchmarks: PhraseTable<string>
  readonly times: PhraseTable<string>
  readonly timesBefore: PhraseTable<string>
  readonly annual: PhraseTable<true>
  readonly substances: PhraseTable<string>
  readonly fillers: PhraseTable<true>
  readonly counters: PhraseTable<true> | null
  readonly notCounted: PhraseTable<true>
  /** What stands between two amounts that are one; null where the language lists nothing. */
  readonly equals: RegExp | null
  /** What a figure may begin with. */
  readonly starts: StartWords
}

export interface QuantityLexicon {
  readonly lang: string
  readonly dates: DateLexicon
  readonly numbers: NumberLexicon
  readonly units: UnitLexicon
}

export function parseUnitLexicon(lang: string, file: unknown, numbers: NumberLexicon): UnitLexicon {
  const data = unitsFileSchema.parse(file)
  const units = new PhraseTable<UnitName>()
  for (const [key, forms] of Object.entries(data.units)) units.addAll(forms, unitName(key))
  const signs = new PhraseTable<UnitName>()
  for (const [form, code] of currencySigns) {
    signs.add(form, { kind: 'currency', code })
    units.add(form, { kind: 'currency', code })
  }
  for (const [key, forms] of Object.entries(data.currencies)) units.addAll(forms, currencyName(key))
  for (const [form, key] of symbols) units.add(form, unitName(key))
  for (const [form, code] of currencyNames(lang)) {
    units.addForm(form, { kind: 'currency', code })
    // A sign stands before its figure too.
    if (!/\p{L}/u.test(form)) signs.addForm(form, { kind: 'currency', code })
  }
  const afterScale = new PhraseTable<UnitName>()
  for (const [key, forms] of Object.entries(data.units_after_scale)) afterScale.addAll(forms, unitName(key))
  const before = new PhraseTable<UnitName>()
  for (const [key, forms] of Object.entries(data.units_before)) before.addAll(forms, unitName(key))
  const duals = new PhraseTable<UnitDefinition>()
  for (const [key, forms] of Object.entries(data.duals)) duals.addAll(forms, definitionOf(key))
  const pricePer = namedTable(data.price_per)
  for (const [form, per] of priceSymbols) pricePer.add(form, per)
  const dualEndings = data.dual_endings.map((ending) => fold(ending))
  return {
    units,
    afterScale,
    before,
    signs,
    duals,
    dualEndings,
    noDualEndings: data.no_dual_endings.map((ending) => fold(ending)),
    pricePer,
    pricePerBefore: namedTable(data.price_per_before),
    benchmarks: namedTable(data.benchmarks),
    times: namedTable(data.times),
    timesBefore: namedTable(data.times_before),
    annual: setTable(data.annual),
    substances: namedTable(data.substances),
    fillers: setTable(data.fillers),
    counters: data.counters.length === 0 ? null : setTable(data.counters),
    notCounted: setTable(data.not_counted),
    equals: equalsPattern(data.equals),
    starts: new StartWords(
      3,
      [
        before,
        signs,
        duals,
        numbers.items,
        numbers.article,
        numbers.shares,
        numbers.inner,
        numbers.bareScales,
      ],
      numbers.pieces.keys(),
      dualEndings,
    ),
  }
}

/** A comma and a bracket may stand before the word, one short word such as "about" behind it. */
function equalsPattern(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')
  return new RegExp(`^\\s?[,،，]?\\s?[(（]?(?:${any})\\s?(?:\\p{L}{1,12}\\s)?$`, 'iu')
}

function definitionOf(key: string): UnitDefinition {
  const definition = unitDefinitions.get(key)
  if (definition === undefined) throw new RangeError(`units.yaml names an unknown unit: ${key}`)
  return definition
}

/** `USD`, or `USD/100` for its hundredth. */
function currencyName(key: string): UnitName {
  const [code = key, parts] = key.split('/')
  return parts === undefined
    ? { kind: 'currency', code }
    : { kind: 'currency', code, factor: 1 / Number(parts) }
}

function unitName(key: string): UnitName {
  return { kind: 'unit', definition: definitionOf(key) }
}

function namedTable(table: Record<string, string[]>): PhraseTable<string> {
  const phrases = new PhraseTable<string>()
  for (const [name, forms] of Object.entries(table)) phrases.addAll(forms, name)
  return phrases
}
