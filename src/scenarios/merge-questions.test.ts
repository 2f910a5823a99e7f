import { expect, it } from 'vitest'
import { calendarDate } from '../core/time.ts'
import { withoutAskedTwice } from './merge-questions.ts'
import type { Question } from './question.ts'
import type { Scenario } from './scenario.ts'

const day = calendarDate('2025-02-17')

/** A scenario that stops the given links. */
function stopping(id: string, ...links: readonly string[]): Scenario {
  return {
    id,
    title: id,
    network_date: day,
    start: day,
    days: 60,
    belief_days: 30,
    shocks: links.map((link) => ({
      asset: `links/${link}`,
      field: 'capacity',
      low: 0,
      central: 0,
      high: 0,
      unit: '1',
      from: day,
      to: null,
      status: 'assumed',
      because: [],
    })),
    assumptions: [],
    watch: [],
  }
}

function question(
  of: Pick<Question, 'id' | 'kind' | 'links' | 'scenarios'> & { readonly story?: string },
): Question {
  return {
    title: of.id,
    story: 's1',
    events: [`event-${of.id}`],
    because: [],
    subject: `countries/${of.id}`,
    subjectName: of.id,
    carrier: 'gas',
    plants: [],
    cause: 'halt',
    networkDate: day,
    days: 60,
    main: of.scenarios[0]?.id ?? '',
    beliefs: [],
    observedMove: null,
    ...of,
  }
}

const halt = question({
  id: 'halt',
  kind: 'halt',
  links: ['border'],
  scenarios: [stopping('alone', 'border')],
})

it('leaves out of a trade the direction that a halt of the same story asks already', () => {
  const trade = question({
    id: 'trade',
    kind: 'trade',
    links: ['border', 'swap', 'back'],
    scenarios: [stopping('there', 'border', 'swap'), stopping('again', 'back')],
  })
  const [first, second] = withoutAskedTwice([halt, trade])
  expect(first).toMatchObject({ id: 'halt', events: ['event-halt'] })
  expect(second).toMatchObject({ id: 'trade', links: ['back'], main: 'again' })
  expect(second?.scenarios.map(({ id }) => id)).toEqual(['again'])
})

it('tells the events of a trade of nothing else to the halt', () => {
  const trade = question({
    id: 'trade',
    kind: 'trade',
    links: ['border'],
    scenarios: [stopping('there', 'border')],
  })
  expect(withoutAskedTwice([trade, halt])).toMatchObject([
    { id: 'halt', events: ['event-halt', 'event-trade'] },
  ])
})

it('leaves the trade of another story, and trades of other links, as they are', () => {
  const others = [
    question({
      id: 'a',
      kind: 'trade',
      links: ['border'],
      scenarios: [stopping('x', 'border')],
      story: 's2',
    }),
    question({ id: 'b', kind: 'trade', links: ['rail'], scenarios: [stopping('y', 'rail')] }),
  ]
  expect(withoutAskedTwice([halt, ...others])).toEqual([halt, ...others])
})
