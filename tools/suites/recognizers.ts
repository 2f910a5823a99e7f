import { join } from 'node:path'
import { readDates } from '../../src/claims/dates/read-dates.ts'
import { readQuantities } from '../../src/claims/quantities/read-quantities.ts'
import { addDays, isoBounds, parseCalendarDate } from '../../src/core/time.ts'
import { type Judged, jsonOf, lexiconOf, near, numbersIn, suiteFolder } from './suite.ts'

interface Case {
  readonly Input: string
  readonly Context?: { readonly ReferenceDateTime?: string }
  readonly Results: readonly {
    readonly Text: string
    readonly TypeName?: string
    readonly Resolution?: {
      readonly value?: string | null
      readonly unit?: string | null
      readonly values?: readonly Readonly<Record<string, string>>[]
    }
  }[]
}

const casesOf = (path: string): Case[] => jsonOf<Case[]>(join(suiteFolder, 'recognizers-specs', path)) ?? []

/** Numbers of sentences: each that the suite finds is to be found, whatever else is. */
export function recognizersNumbers(lang: string, name: string): Judged[] {
  const { numbers } = lexiconOf(lang)
  return casesOf(`Number/${name}/NumberModel.json`).flatMap((one) =>
    valuesOf(one, numbers.decimal).map(({ wanted }) => {
      const said = numbersIn(one.Input, numbers)
      const right = said.some((value) => near(Math.abs(value), Math.abs(wanted)))
      return { text: one.Input, wanted: String(wanted), said: said.join(' '), right }
    }),
  )
}

/** Kinds of unit that a news reader of energy has no use for, by the suite's names of units. */
const OUT_OF_SCOPE: readonly (readonly [kind: string, units: RegExp])[] = [
  ['data sizes', /^(bit|byte|(kilo|mega|giga|tera|peta|exa)(bit|byte)s?)$/iu],
  ['angles', /^(degree|radian|turn)$/iu],
  ['temperatures', /^(f|c|k|r|d)$/iu],
  ['speeds', /per (second|minute|hour|day|millisecond)$|^(knot|foot per|yard per|mach)/iu],
  [
    'small weights',
    /^(gram|milligram|microgram|decigram|dekagram|hectogram|centigram|nanogram|ounce|pound|stone|grain|dram|pennyweight|pood|quarter)$/iu,
  ],
  [
    'small lengths',
    /^(inch|foot|yard|centimeter|millimeter|micrometer|nanometer|picometer|decimeter|dekameter|hectometer|fathom|furlong|chain|rod|pt|point|twip|light year|lightyear)$/iu,
  ],
  [
    'household volumes',
    /(liter|litre|cup|ounce|pint|quart|teaspoon|tablespoon|bushel|hogshead|pinch|dash|gill|drop|cord|peck|fluid|centimeter|inch|yard|milliliter|jigger|gallon)$/iu,
  ],
]

/** Amounts with a dimension or of money; those of kinds that no energy report turns on are counted apart. */
export function recognizersAmounts(lang: string, name: string, model: 'Dimension' | 'Currency'): Judged[] {
  const lexicon = lexiconOf(lang)
  return casesOf(`NumberWithUnit/${name}/${model}Model.json`).flatMap((one) =>
    valuesOf(one, lexicon.numbers.decimal).map(({ wanted, unit }) => {
      const said = readQuantities(one.Input, lexicon)
      const inOurs = [1, factorOf(unit)].map((factor) => Math.abs(wanted * factor))
      const right = said.some(({ value }) =>
        [value].flat().some((a) => inOurs.some((b) => near(Math.abs(a), b))),
      )
      const text = said.map(({ value, unit: printed }) => `${value} ${printed}`).join('; ')
      const judged = { text: one.Input, wanted: `${wanted} ${unit}`, said: text, right }
      const kind = model === 'Currency' ? undefined : OUT_OF_SCOPE.find(([, units]) => units.test(unit))?.[0]
      return kind === undefined ? judged : { ...judged, skipped: kind }
    }),
  )
}

/** What we print for one of a suite's units that we print in another: kilometres for a mile, dollars for a cent. */
const CONVERTED: readonly (readonly [units: RegExp, factor: number])[] = [
  [/^(mil|mile|milla|meile)s?$/iu, 1.609344],
  [/cent(avo|ime|imo)?s?$|^(penny|kuruş|kopek|céntimo)/iu, 0.01],
  [/^k?il[oe]?gram/iu, 0.001],
  [/^(hectare|hektar|hectárea)s?$/iu, 10_000],
]

const factorOf = (unit: string): number => CONVERTED.find(([units]) => units.test(unit))?.[1] ?? 1

/** The suite writes values as the language does: 2,75 in French. */
function valuesOf(one: Case, decimal: '.' | ','): { wanted: number; unit: string }[] {
  return one.Results.flatMap(({ Resolution }) => {
    const written = Resolution?.value
    if (written == null) return []
    const plain =
      decimal === ',' && /^-?\d+(,\d+)?$/u.test(written)
        ? written.replace(',', '.')
        : written.replaceAll(',', '')
    const wanted = Number(plain)
    return Number.isNaN(wanted) ? [] : [{ wanted, unit: Resolution?.unit ?? '' }]
  })
}

const DATED = new Set([
  'datetimeV2.date',
  'datetimeV2.daterange',
  'datetimeV2.datetime',
  'datetimeV2.datetimerange',
])

/**
 * Days and stretches of days in sentences, read as news is. The suite gives the last and the next where a name can
 * be both; either is right. Times of day, durations and repeated times are no dates.
 */
export function recognizersDates(lang: string, name: string): Judged[] {
  const lexicon = lexiconOf(lang).dates
  return casesOf(`DateTime/${name}/DateTimeModel.json`).flatMap((one) => {
    const reference = parseCalendarDate((one.Context?.ReferenceDateTime ?? '').slice(0, 10))
    const found = readDates(one.Input, lexicon, reference)
    const said = found.flatMap(({ iso }) => (iso === null ? [] : [iso]))
    return one.Results.map((result) => {
      const kind = result.TypeName?.replace('datetimeV2.', '') ?? 'other'
      const firsts = (result.Resolution?.values ?? []).map((value) =>
        (value.start ?? value.value ?? value.end ?? '').slice(0, 10),
      )
      const lasts = (result.Resolution?.values ?? []).map((value) =>
        value.start === undefined && value.value === undefined ? (value.end ?? '').slice(0, 10) : '',
      )
      const right = said.some((iso) => {
        const bounds = isoBounds(iso)
        if (bounds?.first == null)
          return (
            bounds?.last != null && (lasts.includes(bounds.last) || lasts.includes(addDays(bounds.last, 1)))
          )
        return firsts.includes(bounds.first)
      })
      const judged = {
        text: one.Input,
        wanted: `${result.Text} = ${firsts.join(' ')}`,
        said: said.join(' '),
        right,
      }
      if (!DATED.has(result.TypeName ?? '')) return { ...judged, skipped: `${kind}s` }
      // Most French cases have lost their reference day: what hangs on it is found and cannot be dated.
      const hangs = reference === null && !right && found.some(({ iso }) => iso === null)
      if (hangs) return { ...judged, skipped: 'without a reference day' }
      return firsts.some((day) => parseCalendarDate(day) !== null)
        ? judged
        : { ...judged, skipped: 'unresolved' }
    })
  })
}
