import { join } from 'node:path'
import { type Judged, jsonOf, lexiconOf, near, numbersIn, suiteFolder } from './suite.ts'

interface Paragraphs {
  readonly data: readonly { readonly paragraphs: readonly { readonly context: string }[] }[]
}

function paragraphsOf(lang: string): readonly string[] {
  const file = jsonOf<Paragraphs>(join(suiteFolder, 'xquad', `xquad.${lang}.json`))
  return file?.data.flatMap(({ paragraphs }) => paragraphs.map(({ context }) => context)) ?? []
}

/** Below this, "one" and "two" are articles and pronouns as often as numbers. */
const LEAST = 13

/** The numbers that the English paragraph gives in digits, to be read from the same paragraph of another language. */
export function parallelNumbers(lang: string): Judged[] {
  const english = paragraphsOf('en')
  const numbers = lexiconOf(lang).numbers
  return paragraphsOf(lang).flatMap((text, at) => {
    const said = numbersIn(text, numbers)
    const original = english[at] ?? ''
    const digits = new Set((original.match(/\d+/gu) ?? []).map((figure) => Number(figure)))
    const wanted = new Set(numbersIn(original, lexiconOf('en').numbers))
    return [...wanted]
      .filter(
        (value) =>
          (value >= LEAST && digits.has(Number(String(value).split('.')[0]?.slice(0, 3)))) ||
          digits.has(value),
      )
      .filter((value) => value >= LEAST)
      .map((value) => ({
        text: text.slice(0, 200),
        wanted: String(value),
        said: said.join(' '),
        right: said.some((one) => near(one, value)),
      }))
  })
}
