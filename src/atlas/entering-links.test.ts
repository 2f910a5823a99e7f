import { expect, it } from 'vitest'
import { enteringLinks } from './entering-links.ts'
import type { NetworkLink } from './network.ts'

const link = (from: string, to: string): NetworkLink =>
  ({ id: `${from}-${to}`, from, to, carrier: 'gas' }) as NetworkLink

const idsOf = (...links: NetworkLink[]) => enteringLinks(links).map(({ id }) => id)

it('counts sections in a row once, and each direction of a strait or of a line that runs both ways', () => {
  expect(idsOf(link('a', 'b'), link('b', 'c'))).toEqual(['a-b'])
  expect(idsOf(link('a', 'b'), link('b', 'a'))).toEqual(['a-b', 'b-a'])
  expect(idsOf(link('a', 'b'), link('b', 'c'), link('c', 'b'), link('b', 'a'))).toEqual(['a-b', 'c-b'])
  expect(idsOf(link('a', 'c'), link('b', 'c'))).toEqual(['a-c', 'b-c'])
})
