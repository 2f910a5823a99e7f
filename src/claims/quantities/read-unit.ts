import type { PhraseTable, ReadToken } from './phrases.ts'
import type { UnitLexicon, UnitName } from './unit-lexicon.ts'
import { perTime } from './units.ts'

/** A unit as it stands after (or around) a figure. */
export interface ReadUnit {
  readonly name: UnitName
  /** Price denominator: `bbl` in dollars a barrel. */
  readonly per: string | null
  /** `day` in tonnes a day. */
  readonly time: string | null
  /** What is measured, in English. */
  readonly substance: string | null
  /** Index after the last token. */
  readonly to: number
}

type Tokens = readonly ReadToken[]

/** The unit at token `at`, over a hyphen or a filler ("millions of barrels"); null where there is none. */
export function readUnit(tokens: Tokens, at: number, lexicon: UnitLexicon): ReadUnit | null {
  const bracketed = unitInBrackets(tokens, at, lexicon)
  if (bracketed !== null) return bracketed
  const hyphen = tokens[at]
  const begin = hyphen?.fold === '-' && !hyphen.spaced && tokens[at + 1]?.spaced === false ? at + 1 : at
  for (const from of [begin, skip(tokens, begin, lexicon.fillers)]) {
    const match = lexicon.units.at(tokens, from)
    if (match === null || isLooseSymbol(tokens, from, match.to)) continue
    return readUnitTail(tokens, match.value, match.to, lexicon)
  }
  return null
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }

/** 20 (kg), 20 [kg]. */
function unitInBrackets(tokens: Tokens, at: number, lexicon: UnitLexicon): ReadUnit | null {
  const close = closing[tokens[at]?.fold ?? '']
  if (close === undefined) return null
  const match = lexicon.units.at(tokens, at + 1)
  if (match === null || tokens[match.to]?.fold !== close) return null
  return { ...readUnitTail(tokens, match.value, match.to, lexicon), to: match.to + 1 }
}

/** `3 m.` is metres, but the `t` of `3 t'...` or a capital `M` that begins a name is not a unit. */
function isLooseSymbol(tokens: Tokens, from: number, to: number): boolean {
  const [token, next] = [tokens[from], tokens[to]]
  if (to !== from + 1 || token === undefined || token.text.length > 1 || token.kind !== 'word') return false
  return next !== undefined && !next.spaced && /^['’-]$/u.test(next.fold)
}

/** What follows a unit: a price denominator, or substance, bracketed repetition and rate. */
export function readUnitTail(tokens: Tokens, name: UnitName, at: number, lexicon: UnitLexicon): ReadUnit {
  if (name.kind === 'currency') {
    const per = lexicon.pricePer.at(tokens, at)
    return { name, per: per?.value ?? null, time: null, substance: null, to: per?.to ?? at }
  }
  let to = at
  let substance: string | null = null
  const abbreviation = skipUnitInBrackets(tokens, to, lexicon)
  const filled = skip(tokens, abbreviation, lexicon.fillers)
  const named = lexicon.substances.at(tokens, abbreviation) ?? lexicon.substances.at(tokens, filled)
  to = abbreviation
  if (named !== null) {
    substance = named.value
    to = named.to
  }
  to = skipUnitInBrackets(tokens, to, lexicon)
  const time = name.definition.dimension === 'time' ? null : lexicon.times.at(tokens, to)
  if (time !== null && perTime(name.definition.unit, time.value) !== null)
    return { name, per: null, time: time.value, substance, to: time.to }
  return { name, per: null, time: null, substance, to }
}

export function skip(tokens: Tokens, at: number, table: PhraseTable<true>): number {
  return table.at(tokens, at)?.to ?? at
}

/** "billion cubic metres (bcm)": the index after the bracket, or `at`. */
function skipUnitInBrackets(tokens: Tokens, at: number, lexicon: UnitLexicon): number {
  if (tokens[at]?.fold !== '(') return at
  const inside = lexicon.units.at(tokens, at + 1)
  return inside !== null && tokens[inside.to]?.fold === ')' ? inside.to + 1 : at
}
