import { describe, expect, it } from 'vitest'
import { readQuantities } from '../../../src/claims/quantities/read-quantities.ts'
import { recognizersAmounts } from '../../../tools/suites/recognizers.ts'
import { quantityLexicon } from './load-lexicon.ts'

const read = (lang: string, text: string): string[] =>
  readQuantities(text, quantityLexicon(lang)).map(({ value, unit }) => `${value} ${unit}`)

describe('amounts', () => {
  it('join a currency and its hundredths', () => {
    expect(read('en', 'It costs 3 dollars and 50 cents a barrel.')).toEqual(['3.5 USD/bbl'])
    expect(read('de', 'Es kostet 3 Euro und 45 Cent.')).toEqual(['3.45 EUR'])
  })

  it('know the currencies of the world by the names that CLDR gives them', () => {
    expect(read('en', 'The fine is 40 Norwegian kroner, not 5 million Canadian dollars.')).toEqual([
      '40 NOK',
      '5000000 CAD',
    ])
    expect(read('ru', 'Штраф составил 200 норвежских крон.')).toEqual(['200 NOK'])
    expect(read('es', 'Pagó 5 millones de dólares canadienses.')).toEqual(['5000000 CAD'])
  })

  it('may have the scale behind the currency', () => {
    expect(read('en', 'They paid 75 USD million for the terminal.')).toEqual(['75000000 USD'])
  })

  it('lend their unit to a figure of one size, and not to a count of something else', () => {
    expect(read('en', 'It moves 4.2 billion cubic feet a day, against 6.5 billion last year.')).toEqual([
      '4200000000 cf/d',
      '6500000000 cf/d',
    ])
    const units = (lang: string, text: string): string[] =>
      readQuantities(text, quantityLexicon(lang)).map(({ unit }) => unit)
    expect(units('en', 'Imports rose to 2.1 GW, and 300 thousand users sit in the dark.')[1]).not.toBe('GW')
    expect(units('uk', 'Імпорт зріс до 2,1 ГВт, а 300 тисяч споживачів без світла.')[1]).not.toBe('GW')
    expect(units('ar', 'ارتفعت الواردات إلى 2.1 غيغاواط، وبقي 300 ألف مشترك بلا كهرباء.')[1]).not.toBe('GW')
  })

  it('may have the unit in brackets, and a fraction before it', () => {
    expect(read('en', 'a load of 20 [kg]')).toEqual(['0.02 t'])
    expect(read('en', 'about 10 1/2 km of pipe and a 1/4 km of cable')).toEqual(['10.5 km', '0.25 km'])
    expect(read('en', 'about 1/4 of the pipe')).toEqual(['25 %'])
  })
})

/** Share of the public cases in scope that were right when last measured, rounded down. */
const floors = { en: 0.85, de: 0.85, fr: 0.8, es: 0.8, tr: 0.9 } as const
const names = { en: 'English', de: 'German', fr: 'French', es: 'Spanish', tr: 'Turkish' } as const

describe('public amounts', () => {
  it.each(['en', 'de', 'fr', 'es', 'tr'] as const)('%s keeps its floor', (lang) => {
    for (const model of ['Dimension', 'Currency'] as const) {
      const judged = recognizersAmounts(lang, names[lang], model).filter((one) => one.skipped === undefined)
      // biome-ignore lint/suspicious/noConsole: a skipped score must be seen
      if (judged.length === 0) return console.warn(`SKIPPED: no public amounts of ${lang}`)
      expect(judged.filter(({ right }) => right).length / judged.length).toBeGreaterThanOrEqual(floors[lang])
    }
  })
})
