import type { NumberItem, NumberLexicon } from './number-lexicon.ts'

/** Additions and multiplications of number words, in the order in which they are said. */
export class NumberSum {
  private total = 0
  private section = 0
  private sectionHasDigits = false
  private afterScale = false
  private started = false
  private lastScale = Number.POSITIVE_INFINITY
  hasDigits = false
  /** The figure before the last scale word, and that scale. */
  mantissa = 0
  scale = 1
  /** What the last word added. */
  lastWord = 0

  private readonly lexicon: NumberLexicon

  constructor(lexicon: NumberLexicon) {
    this.lexicon = lexicon
  }

  copy(): NumberSum {
    const copy = new NumberSum(this.lexicon)
    copy.take(this)
    return copy
  }

  take(other: NumberSum): void {
    this.total = other.total
    this.section = other.section
    this.sectionHasDigits = other.sectionHasDigits
    this.afterScale = other.afterScale
    this.started = other.started
    this.lastScale = other.lastScale
    this.hasDigits = other.hasDigits
    this.mantissa = other.mantissa
    this.scale = other.scale
    this.lastWord = other.lastWord
  }

  /** Nothing was said after the last scale: two million, but not two million three. */
  get endsInScale(): boolean {
    return this.afterScale && this.scale !== 1
  }

  get value(): number {
    return this.total + this.section
  }

  accepts(item: NumberItem | { kind: 'digits'; value: number }, joined: boolean): boolean {
    switch (item.kind) {
      case 'and':
        return false
      case 'digits':
        if (joined) return this.started && item.value < this.place() && Number.isInteger(item.value)
        return (
          !this.started || (this.afterScale && item.value < this.lastScale && this.takesDigits(item.value))
        )
      case 'multiplier':
        // عشرون ومئة adds; only مئة right behind its count multiplies.
        if (this.lexicon.joinsWithAnd && joined && this.section !== 0) return false
        return this.started
          ? !(this.sectionHasDigits && this.section % 1 !== 0)
          : this.lexicon.multipliersAlone.includes(item.value)
      case 'scale':
        return this.started || item.alone
      case 'word':
        return this.acceptsWord(item.value, joined)
    }
  }

  private acceptsWord(value: number, joined: boolean): boolean {
    if (!this.started) return true
    if (this.sectionHasDigits && this.section !== 0) return false
    if (value >= 1000) return this.section === 0 && value < this.lastScale
    if (this.section === 0) return this.total > 0 && value < this.lastScale
    const low = this.section % 100
    if (this.lexicon.unitsBeforeTens && joined && low >= 1 && low <= 9)
      return value >= 20 && value <= 90 && value % 10 === 0
    if (this.lexicon.vigesimal && (low === 60 || low === 80)) return value < 20
    // Arabic joins what it adds: ثلاثون خمس is no thirty-five.
    if (this.lexicon.joinsWithAnd && !joined && value < 10 && low % 10 === 0) return false
    return value < this.place()
  }

  /** "1 million 200 thousand"; where the language writes so, also "4 bin 500". */
  private takesDigits(value: number): boolean {
    const isWritten = this.lexicon.digitsBehindThousand && Number.isInteger(value) && value >= 10
    return this.lastScale >= 1e4 || isWritten
  }

  /** The lowest place that is taken: 100 of 300, 1 of 321, the last scale of 2 million. */
  private place(): number {
    if (this.section === 0) return this.lastScale
    return [1, 10, 100].find((place) => this.section % (place * 10) !== 0) ?? 1000
  }

  add(item: NumberItem | { kind: 'digits'; value: number }): void {
    switch (item.kind) {
      case 'and':
        return
      case 'digits':
        this.section += item.value
        this.sectionHasDigits = true
        this.hasDigits = true
        break
      case 'word':
        if (item.value >= 1000) {
          this.total += item.value
          // An Arabic dual is a scale of its own: "two million".
          this.lastScale = [1e9, 1e6].find((scale) => item.value >= scale) ?? 1000
        } else this.section += item.value
        break
      case 'multiplier': {
        const pending = this.sectionHasDigits ? this.section : this.section % item.value
        this.section = this.section - pending + (pending || 1) * item.value
        break
      }
      case 'scale':
        this.addScale(item.value)
        break
    }
    this.lastWord = item.kind === 'word' ? item.value : 0
    this.afterScale = item.kind === 'scale'
    this.started = true
  }

  private addScale(scale: number): void {
    this.mantissa = !this.started ? 1 : this.section !== 0 ? this.section : this.total
    this.scale = scale
    // "ten thousand million": a larger scale multiplies all that was said before.
    if (!this.started) this.section = 1
    if (scale > this.lastScale || this.section === 0) this.total = (this.total + this.section) * scale
    else this.total += this.section * scale
    this.section = 0
    this.sectionHasDigits = false
    this.lastScale = scale
  }
}
