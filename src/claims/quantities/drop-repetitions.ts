import type { Draft } from './draft.ts'
import type { FigureContext } from './read-figure.ts'
import { perTime } from './units.ts'

/** "10,600 million m3 (10.6 bcm) a year": the bracket repeats the figure, and the rate after it is its own. */
export function dropRepetitions(drafts: readonly Draft[], context: FigureContext): Draft[] {
  const { tokens, units } = context
  const kept: Draft[] = []
  for (const draft of drafts) {
    const last = kept.at(-1)
    const isBracketed = last?.to === draft.from - 1 && tokens[last.to]?.fold === '('
    if (last === undefined || !isBracketed || tokens[draft.to]?.fold !== ')' || !isSame(last, draft)) {
      kept.push(draft)
      continue
    }
    last.to = draft.to + 1
    const time = units.times.at(tokens, last.to)
    if (time === null || last.unit?.name.kind !== 'unit') continue
    if (perTime(last.unit.name.definition.unit, time.value) === null) continue
    last.to = time.to
    last.unit = { ...last.unit, time: time.value }
  }
  return kept
}

function isSame(a: Draft, b: Draft): boolean {
  const [x, y] = [a.unit?.name, b.unit?.name]
  if (x?.kind !== 'unit' || y?.kind !== 'unit' || x.definition.dimension !== y.definition.dimension)
    return false
  const size = (draft: Draft, unit: string, factor: number) =>
    (draft.second ?? draft.value) * factor * (unit === 'bcm' ? 1e9 : unit === 'cf' ? 0.0283168 : 1)
  const [first, second] = [
    size(a, x.definition.unit, x.definition.factor),
    size(b, y.definition.unit, y.definition.factor),
  ]
  return Math.abs(first - second) <= 0.02 * Math.abs(first)
}
