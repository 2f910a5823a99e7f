import { expect, it } from 'vitest'
import { fixtureBrief } from '../fixtures/fixture-brief.ts'
import { claimsOfEvents, distinctTitles, toldSentence, toldTitle } from './story-title.ts'

it('tells stories of one title apart', () => {
  const titles = distinctTitles([{ title: 'Talks' }, { title: 'Talks' }, { title: 'Gas' }])
  expect(titles.map((story) => story.title)).toEqual(['Talks', 'Talks (2)', 'Gas'])
})

it('names what the claims name most and what kind of events they tell', () => {
  const all = claimsOfEvents({ events: fixtureBrief.events.map((event) => event.id) }, fixtureBrief)
  expect(all.claims.length).toBeGreaterThan(2)
  const [name] = all.claims[0]?.assets ?? []
  expect(toldTitle(all.events, all.claims)).toContain(name)
  expect(toldSentence(all.events.slice(0, 1), 1)).toMatch(/^1 event told by 1 report: .+ \(1\)\.$/u)
})
