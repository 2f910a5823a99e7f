import { describe, expect, it } from 'vitest'
import type { Question } from '../../scenarios/question.ts'
import { queueOf, takeGroup } from './question-queue.ts'

const question = (carrier: string, networkDate: string): Question =>
  ({ carrier, networkDate, days: 120, scenarios: [] }) as unknown as Question

describe('the queue of questions', () => {
  it('keeps together what asks of the same carriers on the same days, and gives each group once', () => {
    const queue = queueOf([
      question('gas', '2025-01-01'),
      question('crude', '2025-01-01'),
      question('lng', '2025-01-01'),
      question('gas', '2025-02-01'),
    ])
    // A thread is sent a copy: the number of groups taken is one for both.
    const copy = structuredClone(queue)
    expect(takeGroup(queue)).toEqual([0, 2])
    expect(takeGroup(copy)).toEqual([1])
    expect(takeGroup(queue)).toEqual([3])
    expect(takeGroup(copy)).toBeNull()
    expect(takeGroup(queue)).toBeNull()
  })
})
