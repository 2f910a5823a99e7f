import type { TokenForms } from './name-word.ts'

/** A question whose answer depends on the word alone; asked of each word of many texts once. */
export class WordFlag {
  readonly #bit: number
  readonly #ask: (word: TokenForms) => boolean

  /** `place`: 0 to 30, its own among the questions that the same words are asked. */
  constructor(place: number, ask: (word: TokenForms) => boolean) {
    this.#bit = 1 << place
    this.#ask = ask
  }

  of(word: TokenForms): boolean {
    const { flags } = word
    if (flags === undefined) return this.#ask(word)
    if ((flags.asked & this.#bit) === 0) {
      flags.asked |= this.#bit
      if (this.#ask(word)) flags.yes |= this.#bit
    }
    return (flags.yes & this.#bit) !== 0
  }
}
