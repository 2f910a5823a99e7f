import { expect, it } from 'vitest'
import type { BriefStory } from './brief.ts'
import { stationStory } from './fixtures/fixture-stories.ts'
import { groupScenarios } from './scenario-groups.ts'

const [scenario] = stationStory.scenarios
const [shock] = scenario?.shocks ?? []
if (scenario === undefined || shock === undefined) throw new Error('the fixture has a scenario with a shock')

it('leaves a single scenario as it is', () => {
  expect(groupScenarios(stationStory).groups).toEqual([{ title: scenario.title, shocks: scenario.shocks }])
})

it('puts what all scenarios change first and once, and each assumption once', () => {
  const more = { ...shock, asset: 'links/other' }
  const story: BriefStory = {
    ...stationStory,
    scenarios: [
      { ...scenario, title: 'alone', shocks: [shock] },
      { ...scenario, title: 'with other', shocks: [shock, more] },
    ],
  }
  expect(groupScenarios(story)).toEqual({
    groups: [
      { title: 'In every scenario', shocks: [shock] },
      { title: 'alone', shocks: [] },
      { title: 'with other', shocks: [more] },
    ],
    assumptions: scenario.assumptions,
  })
})
