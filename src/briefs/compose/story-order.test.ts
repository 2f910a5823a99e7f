import { expect, test } from 'vitest'
import { fixtureBrief } from '../fixtures/fixture-brief.ts'
import { FUEL_RANK, inOrder, LAST_RANK, rankOf } from './story-order.ts'

const [base] = fixtureBrief.stories
const told = (title: string, rank: number) => {
  if (base === undefined) throw new Error('the fixture has no story')
  return { story: { ...base, title }, rank }
}

test('what has befallen supply is told before plans, plans before what-ifs, and what is not computed last', () => {
  const titles = inOrder([
    told('talks', LAST_RANK),
    told('a well', rankOf({ kind: 'project' })),
    told('a halt that nobody announced', rankOf({ kind: 'halt' })),
    told('nuclear fuel', FUEL_RANK),
    told('a line that may come back', rankOf({ kind: 'return' })),
    told('a struck station', rankOf({ kind: 'outage' })),
    told('a second struck station', rankOf({ kind: 'outage' })),
  ]).map(({ title }) => title)
  expect(titles).toEqual([
    'a struck station',
    'a second struck station',
    'a line that may come back',
    'a well',
    'a halt that nobody announced',
    'nuclear fuel',
    'talks',
  ])
})
