import { describe, expect, it } from 'vitest'
import { routeChoice, type SeaLeg } from './route-choice.ts'

const leg = (id: string, from: string, to: string, length: number, hindrance = 0): SeaLeg => {
  return { id, from, to, length, hindrance }
}

describe('routeChoice', () => {
  const legs = [leg('canal', 'a', 'b', 900, 100), leg('cape-1', 'a', 'c', 500), leg('cape-2', 'c', 'b', 1500)]

  it('splits by the logit of length and hindrance', () => {
    // 1,000 against 2,000 km with θ = ln 3 per 1,000 km: odds 3 to 1.
    const routes = routeChoice(legs, 'a', 'b', Math.log(3) / 1000)
    expect(routes.map((route) => [route.legs.join('+'), route.distance])).toEqual([
      ['canal', 1000],
      ['cape-1+cape-2', 2000],
    ])
    expect(routes[0]?.share).toBeCloseTo(0.75, 10)
    expect(routes[1]?.share).toBeCloseTo(0.25, 10)
  })

  it('sends all the other way once the canal is barred, and nothing where no way leads', () => {
    const barred = legs.filter(({ id }) => id !== 'canal')
    expect(routeChoice(barred, 'a', 'b', 0.001).map((route) => route.share)).toEqual([1])
    expect(routeChoice(barred, 'b', 'a', 0.001)).toEqual([])
    expect(routeChoice(legs, 'a', 'a', 0.001)).toEqual([{ legs: [], distance: 0, share: 1 }])
  })
})
