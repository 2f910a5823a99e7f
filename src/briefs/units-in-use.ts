import type { Brief } from './brief.ts'
import { unitInWords, unitLabel } from './number-format.ts'

export function usesGas(brief: Brief): boolean {
  return brief.stories.some((story) => story.effects.some(({ carrier }) => carrier === 'gas'))
}

/** Short and long form of each unit that the brief prints and that has a long form. */
export function unitsInUse(brief: Brief): [string, string][] {
  const units = brief.stories.flatMap((story) => [
    story.answer.unit ?? '',
    ...story.charts.map(({ unit }) => unit),
    ...[...story.effects, ...story.map, ...story.plausibility].map(({ unit }) => unit),
  ])
  const written = new Map<string, string>()
  for (const unit of [...units, ...(usesGas(brief) ? ['mcm/d'] : [])]) {
    const long = unitInWords(unit)
    if (long !== null) written.set(unitLabel(unit), long)
  }
  return [...written]
}
