import { expect, it } from 'vitest'
import { closest } from './closest.ts'

const names = ['links/turkstream-1', 'assets/turkstream', 'assets/blue-stream', 'stores/haidach']

it('offers the names spelt nearest, nearest first', () => {
  expect(closest('turkstrem', names)).toEqual(['assets/turkstream', 'links/turkstream-1'])
})

it('offers nothing where nothing is near', () => expect(closest('qqq', names)).toEqual([]))
