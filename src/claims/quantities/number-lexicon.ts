import { z } from 'zod'
import { fold } from './fold.ts'
import { expandForms } from './forms.ts'
import { type Affixes, PhraseTable } from './phrases.ts'

const lines = z.array(z.string())
const byNumber = z.record(z.string(), lines)
const qualifier = z.object({ before: lines.default([]), after: lines.default([]) })

/** `lexicons/<lang>/numbers.yaml`. Lines use brackets for forms: `ton(|s)`. */
export const numbersFileSchema = z.object({
  decimal: z.enum(['.', ',']),
  /** News in this language also writes the other convention; the text itself then decides. */
  either_decimal: z.boolean().default(false),
  /** A plain space may separate thousands. */
  space_groups: z.boolean().default(false),
  /** "four and twenty". */
  units_before_tens: z.boolean().default(false),
  /** "sixty-eleven". */
  vigesimal: z.boolean().default(false),
  /** Whether what a thousand leaves is written in figures behind it: tr 4 bin 500. */
  digits_behind_thousand: z.boolean().default(false),
  /** Number words are written together: vierundzwanzig. */
  compounds: z.boolean().default(false),
  prefixes: lines.default([]),
  suffixes: lines.default([]),
  /** Words that only look like a shorter one with an ending: dünya, the world, is not dün, yesterday. */
  uncut: lines.default([]),
  and: lines.default([]),
  /** 1, but only before a scale: "a million". */
  article: lines.default([]),
  words: byNumber,
  /** Multiply what stands before them within one group: hundred, 十. */
  multipliers: byNumber.default({}),
  /** Those that alone are a number; the others need a figure before them. */
  multipliers_alone: z.array(z.number()).default([100]),
  scales: byNumber,
  /** Scale letters that need a currency before the figure or a unit after it: $5m, 3m tonnes. */
  letter_scales: byNumber.default({}),
  /** Scales that alone mean one of them when a unit follows: مليار دولار. */
  bare_scales: byNumber.default({}),
  /** Words for a share: `0.5: [half]`. */
  shares: byNumber.default({}),
  /** Denominators that need a numerator: two thirds. */
  denominators: byNumber.default({}),
  /** Denominator first: 三分之一. */
  of_parts: lines.default([]),
  /** "Some" between a figure and its scale: 20多万. */
  inner: lines.default([]),
  /** Tenths: 六成. */
  tenths: lines.default([]),
  plus_half: lines.default([]),
  /** Joins a share to a whole: two *and* a quarter. */
  plus_share: lines.default([]),
  /** Shares that are other words unless a whole stands before them or a noun with the article behind: خمس. */
  doubtful_shares: byNumber.default({}),
  /** Between the parts of a ratio: one *in* five. */
  ratio: lines.default([]),
  /** A ratio whose first part is one: جزء من. */
  one_part_of: lines.default([]),
  /** Words that begin like a number and are none: 千瓦. */
  no_number: lines.default([]),
  point: lines.default([]),
  minus: lines.default([]),
  /** What makes a figure an ordinal: 14th. */
  ordinal_suffixes: lines.default([]),
  qualifiers: z.object({
    approx: qualifier,
    more_than: qualifier,
    less_than: qualifier,
    at_least: qualifier,
    at_most: qualifier,
  }),
  /** May stand between a qualifier and its figure. */
  between_qualifier: lines.default([]),
  /** Stems after which "to" before a figure says where a change ended, not a limit. */
  change_stems: lines.default([]),
  /** Words before or after a figure that say where a change ended: fell *to* 20. */
  level_before: lines.default([]),
  level_after: lines.default([]),
  /** Endings of the last word of a figure that say the same: a dative. */
  level_endings: lines.default([]),
  pairs: z.array(
    z.object({
      open: lines.default([]),
      join: lines,
      /** Endings of the last word of the first figure that join it to the second, up to a word of `level_after`. */
      endings: lines.default([]),
      /** Endings of the last word of the second figure that do without a word of `level_after`. */
      to_endings: lines.default([]),
      kind: z.enum(['range', 'from_to']),
    }),
  ),
})

export type QualifierName = 'approx' | 'more_than' | 'less_than' | 'at_least' | 'at_most'

export interface PairRule {
  readonly open: PhraseTable<true> | null
  readonly join: PhraseTable<true>
  readonly endings: readonly string[]
  readonly toEndings: readonly string[]
  readonly kind: 'range' | 'from_to'
}

export interface NumberLexicon {
  readonly decimal: '.' | ','
  readonly eitherDecimal: boolean
  readonly spaceGroups: boolean
  readonly unitsBeforeTens: boolean
  readonly vigesimal: boolean
  readonly digitsBehindThousand: boolean
  readonly compounds: boolean
  /** "And" is a letter of the next word. */
  readonly joinsWithAnd: boolean
  readonly affixes: Affixes
  readonly items: PhraseTable<NumberItem>
  readonly pieces: ReadonlyMap<string, NumberItem>
  readonly multipliersAlone: readonly number[]
  readonly bareScales: PhraseTable<number>
  readonly letterScales: PhraseTable<number>
  readonly article: PhraseTable<true>
  readonly shares: PhraseTable<number>
  readonly denominators: PhraseTable<number>
  readonly ofParts: PhraseTable<true>
  readonly inner: PhraseTable<true>
  readonly tenths: PhraseTable<true>
  readonly plusHalf: PhraseTable<true>
  readonly plusShare: PhraseTable<true>
  readonly doubtfulShares: PhraseTable<number>
  readonly ratio: PhraseTable<true>
  readonly onePartOf: PhraseTable<true>
  readonly noNumber: PhraseTable<true>
  readonly point: PhraseTable<true>
  readonly minus: PhraseTable<true>
  readonly ordinalSuffixes: ReadonlySet<string>
  readonly before: PhraseTable<QualifierName>
  readonly after: PhraseTable<QualifierName>
  readonly betweenQualifier: PhraseTable<true>
  readonly changeStems: readonly string[]
  readonly levelBefore: PhraseTable<true>
  readonly levelAfter: PhraseTable<true>
  readonly levelEndings: readonly string[]
  readonly pairs: readonly PairRule[]
}

export type NumberItem =
  | { readonly kind: 'word'; readonly value: number }
  | { readonly kind: 'multiplier'; readonly value: number }
  /** `alone`: the word without a figure before it is one of its scale: mille, tausend. */
  | { readonly kind: 'scale'; readonly value: number; readonly alone: boolean }
  | { readonly kind: 'and' }

const thousand = 1000

export function parseNumberLexicon(file: unknown): NumberLexicon {
  const data = numbersFileSchema.parse(file)
  const items = new PhraseTable<NumberItem>()
  const pieces = new Map<string, NumberItem>()
  const bareThousands = new Set(
    (data.bare_scales[thousand] ?? []).flatMap((line) => expandForms(line)).map((form) => fold(form)),
  )
  const addItems = (table: Record<string, string[]>, kind: 'word' | 'multiplier' | 'scale') => {
    for (const [key, forms] of Object.entries(table)) {
      const value = numberKey(key)
      for (const form of forms.flatMap((line) => expandForms(line))) {
        const alone = value === thousand && bareThousands.has(fold(form))
        const item: NumberItem = kind === 'scale' ? { kind, value, alone } : { kind, value }
        items.addForm(form, item)
        if (data.compounds) addPieces(pieces, [form], item)
      }
    }
  }
  addItems(data.words, 'word')
  addItems(data.multipliers, 'multiplier')
  addItems(data.scales, 'scale')
  items.addAll(data.and, { kind: 'and' })
  if (data.compounds) addPieces(pieces, data.and, { kind: 'and' })
  const before = new PhraseTable<QualifierName>()
  const after = new PhraseTable<QualifierName>()
  for (const [name, phrases] of Object.entries(data.qualifiers) as [
    QualifierName,
    z.infer<typeof qualifier>,
  ][]) {
    before.addAll(phrases.before, name)
    after.addAll(phrases.after, name)
  }
  return {
    decimal: data.decimal,
    eitherDecimal: data.either_decimal,
    spaceGroups: data.space_groups,
    unitsBeforeTens: data.units_before_tens,
    vigesimal: data.vigesimal,
    digitsBehindThousand: data.digits_behind_thousand,
    compounds: data.compounds,
    joinsWithAnd: data.prefixes.includes('و'),
    affixes: {
      prefixes: data.prefixes.map((line) => fold(line)),
      suffixes: data.suffixes.flatMap((line) => expandForms(line)).map((form) => fold(form)),
      uncut: new Set(data.uncut.map((word) => fold(word))),
    },
    items,
    pieces,
    multipliersAlone: data.multipliers_alone,
    bareScales: numberTable(data.bare_scales),
    letterScales: numberTable(data.letter_scales),
    article: setTable(data.article),
    shares: numberTable(data.shares),
    denominators: numberTable(data.denominators),
    ofParts: setTable(data.of_parts),
    inner: setTable(data.inner),
    tenths: setTable(data.tenths),
    plusHalf: setTable(data.plus_half),
    plusShare: setTable(data.plus_share),
    doubtfulShares: numberTable(data.doubtful_shares),
    ratio: setTable(data.ratio),
    onePartOf: setTable(data.one_part_of),
    noNumber: setTable(data.no_number),
    point: setTable(data.point),
    minus: setTable(data.minus),
    ordinalSuffixes: new Set(data.ordinal_suffixes.map((suffix) => fold(suffix))),
    before,
    after,
    betweenQualifier: setTable(data.between_qualifier),
    changeStems: data.change_stems.flatMap((line) => expandForms(line)).map((form) => fold(form)),
    levelBefore: setTable(data.level_before),
    levelAfter: setTable(data.level_after),
    levelEndings: data.level_endings.map((ending) => fold(ending)),
    pairs: data.pairs.map((pair) => ({
      open: pair.open.length === 0 ? null : setTable(pair.open),
      join: setTable(pair.join),
      endings: pair.endings.map((ending) => fold(ending)),
      toEndings: pair.to_endings.map((ending) => fold(ending)),
      kind: pair.kind,
    })),
  }
}

/** `1/3` or a plain number. */
function numberKey(key: string): number {
  const slash = key.indexOf('/')
  const value = slash < 0 ? Number(key) : Number(key.slice(0, slash)) / Number(key.slice(slash + 1))
  if (!Number.isFinite(value)) throw new RangeError(`not a number in a lexicon: ${key}`)
  return value
}

function numberTable(table: Record<string, string[]>): PhraseTable<number> {
  const phrases = new PhraseTable<number>()
  for (const [key, forms] of Object.entries(table)) phrases.addAll(forms, numberKey(key))
  return phrases
}

export function setTable(forms: readonly string[]): PhraseTable<true> {
  return new PhraseTable<true>().addAll(forms, true)
}

function addPieces(pieces: Map<string, NumberItem>, forms: readonly string[], item: NumberItem): void {
  for (const form of forms.flatMap((line) => expandForms(line))) {
    const key = fold(form)
    if (!pieces.has(key)) pieces.set(key, item)
  }
}
