import type { Draft } from './draft.ts'
import type { NumberLexicon, PairRule } from './number-lexicon.ts'
import type { PhraseTable, ReadToken } from './phrases.ts'

/** Longest match of `table` that ends just before token `to`, looking back at most `reach` tokens. */
export function endingAt<T>(
  table: PhraseTable<T>,
  tokens: readonly ReadToken[],
  to: number,
  reach = 5,
): { from: number; start: number; value: T } | null {
  for (let from = Math.max(0, to - reach); from < to; from += 1) {
    const match = table.at(tokens, from)
    if (match?.to === to) return match
  }
  return null
}

/** Joins neighbours that are two ends of one figure: "between 5% and 10%", "from 38 to 44 billion", "3–5". */
export function joinPairs(
  drafts: readonly Draft[],
  tokens: readonly ReadToken[],
  lexicon: NumberLexicon,
): Draft[] {
  const joined: Draft[] = []
  for (const draft of drafts) {
    const last = joined.at(-1)
    const rule = last === undefined || last.second !== null ? null : ruleFor(last, draft, tokens, lexicon)
    if (last === undefined || rule === null) joined.push(draft)
    else joined[joined.length - 1] = merge(last, draft, rule)
  }
  return joined
}

interface Found {
  readonly kind: 'range' | 'from_to'
  readonly from: number
  readonly start: number
}

function ruleFor(a: Draft, b: Draft, tokens: readonly ReadToken[], lexicon: NumberLexicon): Found | null {
  if (a.isShare !== b.isShare || !mayPair(a, b)) return null
  for (const rule of lexicon.pairs) {
    const isNext = joins(rule, a, b, tokens) || isFrom(rule, a, b, tokens, lexicon)
    if (rule.open === null) {
      if (isNext) return { kind: rule.kind, from: a.from, start: a.start }
      continue
    }
    if (!isNext && !joins(rule, a, qualified(b, tokens, lexicon), tokens)) continue
    const open =
      endingAt(rule.open, tokens, a.from) ?? endingAt(rule.open, tokens, qualified(a, tokens, lexicon).from)
    if (open !== null) return { kind: rule.kind, from: open.from, start: open.start }
  }
  return null
}

/** "from *about* 9 to *about* 18 billion": a figure from the word before it on that says how exact it is. */
function qualified(draft: Draft, tokens: readonly ReadToken[], lexicon: NumberLexicon): Draft {
  const found = endingAt(lexicon.before, tokens, draft.from)
  return found === null ? draft : { ...draft, from: found.from, start: found.start }
}

function joins(rule: PairRule, { to: from }: Draft, b: Draft, tokens: readonly ReadToken[]): boolean {
  const to = b.from
  if (to > from) return to - from <= 3 && rule.join.at(tokens, from)?.to === to
  // Arabic "and" is a letter of the second figure's own first token, which begins behind it.
  const token = tokens[to]
  const cut = token === undefined || to < from ? '' : token.text.slice(0, Math.max(0, b.start - token.start))
  return cut !== '' && rule.open !== null && [...rule.join.firstWords()].includes(cut)
}

/** "15 million metres-from 9 million metres-to": the case of the first figure's unit joins it to the second. */
function isFrom(
  rule: PairRule,
  a: Draft,
  b: Draft,
  tokens: readonly ReadToken[],
  lexicon: NumberLexicon,
): boolean {
  if (b.from !== a.to || a.unit === null || b.unit === null) return false
  const last = tokens[a.to - 1]?.fold ?? ''
  if (!rule.endings.some((ending) => last.length > ending.length + 1 && last.endsWith(ending))) return false
  const end = tokens[b.to - 1]?.fold ?? ''
  return (
    rule.toEndings.some((ending) => end.length > ending.length + 1 && end.endsWith(ending)) ||
    lexicon.levelAfter.at(tokens, b.to) !== null ||
    endingAt(lexicon.levelAfter, tokens, b.to) !== null
  )
}

/** Both ends measure the same thing, or the first leaves its unit to the second. */
function mayPair(a: Draft, b: Draft): boolean {
  if (a.unit === null || b.unit === null) return true
  const [x, y] = [a.unit.name, b.unit.name]
  if (x.kind === 'currency' || y.kind === 'currency')
    // "fell ten cents to 53 dollars": by how much, and where it ended.
    return x.kind === 'currency' && y.kind === 'currency' && x.code === y.code && x.factor === y.factor
  return x.definition.dimension === y.definition.dimension
}

const alikeWithin = 100

function merge(a: Draft, b: Draft, found: Found): Draft {
  const ratio = a.mantissa / (b.mantissa || 1)
  const shares = a.scale === 1 && b.scale !== 1 && ratio <= alikeWithin && ratio >= 1 / alikeWithin
  const unit = b.unit ?? a.unit
  const isCurrencyBefore = a.unit !== null && b.unit === null
  return {
    ...b,
    from: found.from,
    start: found.start,
    value: shares ? a.value * b.scale : leavesThousand(a, b) ? a.value * THOUSAND : inUnitOf(a, b),
    second: b.value,
    kind: found.kind === 'from_to' && isTime(unit) ? 'range' : found.kind,
    unit: isCurrencyBefore ? a.unit : unit,
    qualifier: a.qualifier ?? b.qualifier,
  }
}

const THOUSAND = 1000

/** "from 420 to 450,000 barrels": both are thousands, and only the second says so. */
function leavesThousand(a: Draft, b: Draft): boolean {
  if (a.unit !== null || a.scale !== 1 || b.scale !== 1 || b.value % THOUSAND !== 0) return false
  const [less, more] = [a.value, b.value / THOUSAND]
  return Number.isInteger(less) && less >= 100 && less < THOUSAND && more > less && more < THOUSAND
}

const isTime = (unit: Draft['unit']): boolean =>
  unit?.name.kind === 'unit' && unit.name.definition.dimension === 'time'

/** The first figure in the second's unit: 900 MW to 1.2 GW. */
function inUnitOf(a: Draft, b: Draft): number {
  const [x, y] = [a.unit?.name, b.unit?.name]
  if (x?.kind !== 'unit' || y?.kind !== 'unit' || x.definition.unit !== y.definition.unit) return a.value
  return (a.value * x.definition.factor) / y.definition.factor
}
