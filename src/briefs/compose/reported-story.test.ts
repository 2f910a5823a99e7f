import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import type { ReportedLoss } from '../../scenarios/question.ts'
import type { BriefStory } from '../brief.ts'
import { composeReportedStory } from './reported-story.ts'

const { atlas } = tinyAtlas(tinyTables)
const bare = { id: 's1', title: 'told', scenarios: [], effects: [], events: ['e1'] } as unknown as BriefStory

it('answers out of what is reported, and says that no network was solved', () => {
  const loss: ReportedLoss = {
    story: 's1',
    events: ['e1'],
    because: ['claim:r1/c1'],
    name: 'eastern line',
    carrier: 'crude',
    unit: 'kbbl_d',
    days: 28,
    amount: { kind: 'carried', low: 400, high: 440, because: 'claim:r1/c2' },
    share: { low: 0.25, central: 0.5, high: 1 },
    assumptions: [],
  }
  const story = composeReportedStory(loss, bare, atlas)
  expect(story.answer).toMatchObject({
    low: 100,
    central: 210,
    high: 440,
    unit: 'kbbl_d',
    status: 'estimated',
  })
  expect(story.answer.sentence).toContain('400 to 440')
  expect(story.answer.confidence).toMatch(/^Not a solution of the model/u)
  expect(story.scenarios).toHaveLength(1)
})
