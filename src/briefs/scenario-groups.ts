import type { Assumption, Shock } from '../scenarios/scenario.ts'
import type { BriefStory } from './brief.ts'

export interface ScenarioGroup {
  readonly title: string
  readonly shocks: readonly Shock[]
}

/**
 * The scenarios of a story without repetition: what all of them change stands first under its own title (only where
 * there are several), then what each changes besides; every assumption once.
 */
export function groupScenarios(story: BriefStory): {
  readonly groups: readonly ScenarioGroup[]
  readonly assumptions: readonly Assumption[]
} {
  const { scenarios } = story
  const keys = scenarios.map(({ shocks }) => new Set(shocks.map((shock) => JSON.stringify(shock))))
  const isCommon = (shock: Shock): boolean =>
    scenarios.length > 1 && keys.every((set) => set.has(JSON.stringify(shock)))
  const common = scenarios[0]?.shocks.filter(isCommon) ?? []
  const own = scenarios.map(({ title, shocks }) => ({
    title,
    shocks: shocks.filter((one) => !isCommon(one)),
  }))
  const assumptions = new Map<string, Assumption>()
  for (const assumption of scenarios.flatMap((scenario) => scenario.assumptions)) {
    if (!assumptions.has(assumption.id)) assumptions.set(assumption.id, assumption)
  }
  return {
    groups: common.length === 0 ? own : [{ title: 'In every scenario', shocks: common }, ...own],
    assumptions: [...assumptions.values()],
  }
}
