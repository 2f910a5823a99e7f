/**
 * Names of currencies as CLDR has them in a language, with its plural forms, and ISO 4217 code of each: Canadian
 * dollars, норвежских крон. A name that two currencies share is left out.
 */
export function currencyNames(lang: string): readonly (readonly [form: string, code: string])[] {
  const codeOf = new Map<string, string | null>()
  for (const currency of Intl.supportedValuesOf('currency')) {
    // Decimals have a plural form of their own.
    const style = { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 1 } as const
    const format = new Intl.NumberFormat(lang, { ...style, currencyDisplay: 'name' })
    const sign = new Intl.NumberFormat(lang, { ...style, currencyDisplay: 'narrowSymbol' })
    const forms = new Set([...counts.map((count) => nameIn(format, count)), nameIn(sign, 1)])
    for (const form of forms) {
      // Letters of a code alone are no name, and brackets would be lexicon syntax.
      if (form.length === 0 || /^[\p{L}.\s]{1,3}$/u.test(form) || /[()|]/u.test(form)) continue
      const known = codeOf.get(form)
      codeOf.set(form, known === undefined || known === currency ? currency : null)
    }
  }
  return [...codeOf].flatMap(([form, code]) => (code === null ? [] : [[form, code] as const]))
}

/** One of each plural form of the languages read here. */
const counts = [1, 1.5, 2, 5]

function nameIn(format: Intl.NumberFormat, count: number): string {
  return format
    .formatToParts(count)
    .filter(({ type }) => type === 'currency')
    .map(({ value }) => value)
    .join(' ')
}
