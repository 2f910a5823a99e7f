import { expect, it } from 'vitest'
import { groupNotComputed } from './not-computed.ts'

it('names what shares a reason together, and counts equal titles', () => {
  const items = ['Talks', 'Visit', 'Talks'].map((what) => ({ what, because: 'words change no flow' }))
  expect(groupNotComputed([...items, { what: 'Well', because: 'years away' }])).toEqual([
    { because: 'words change no flow', whats: ['Talks (2 events)', 'Visit'] },
    { because: 'years away', whats: ['Well'] },
  ])
})
