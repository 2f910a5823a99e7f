import { describe, expect, it } from 'vitest'
import type { EntityType } from './claim.ts'
import { CueLayers, type Marks } from './marks.ts'
import { isAboutEnergy, isRelevant } from './relevance.ts'
import { Layer } from './text/layer.ts'

const clause = { start: 0, end: 20 }

function marksWith(types: readonly EntityType[]): Marks {
  const mentions = types.map((type, index) => ({
    start: index * 5,
    end: index * 5 + 4,
    entity: {
      canonical: `${type} ${index}`,
      type,
      surfaces: [],
      mentions: [],
      atlas: null,
      match: 'name' as const,
      score: 1,
    },
  }))
  return {
    text: ' '.repeat(20),
    tokens: new Layer([]),
    cues: new CueLayers([]),
    mentions: new Layer(mentions),
    implied: new Layer([]),
    quantities: new Layer([]),
    dates: new Layer([]),
    quotes: new Layer([]),
    outlets: new Set(),
    landsOf: () => [],
  }
}

describe('what matters to energy', () => {
  it('is a clause that names plant or a commodity, whatever the text', () => {
    expect(isRelevant(marksWith(['pipeline']), clause, { event: null, aboutEnergy: false })).toBe(true)
    expect(isRelevant(marksWith(['commodity']), clause, { event: null, aboutEnergy: false })).toBe(true)
  })

  it('is what parties do in a text about energy only', () => {
    const met = { event: 'visit_or_meeting' as const, priority: 86, rule: 'meet', cues: [] }
    expect(isRelevant(marksWith(['country']), clause, { event: met, aboutEnergy: true })).toBe(true)
    expect(isRelevant(marksWith(['country']), clause, { event: met, aboutEnergy: false })).toBe(false)
  })

  it('is not what somebody says about nothing of the kind', () => {
    expect(isRelevant(marksWith(['person']), clause, { event: null, aboutEnergy: true })).toBe(false)
  })

  it('makes a text one about energy by how often plant or a commodity is named in it', () => {
    const long = (marks: Marks): Marks => ({ ...marks, text: ' '.repeat(2000) })
    expect(isAboutEnergy(marksWith(['commodity']))).toBe(true)
    expect(isAboutEnergy(marksWith(['person']))).toBe(false)
    expect(isAboutEnergy(long(marksWith(['commodity'])))).toBe(false)
    expect(isAboutEnergy(long(marksWith(['commodity', 'pipeline'])))).toBe(true)
  })

  it('makes a text one about energy by companies of the atlas too, not by others', () => {
    const companies = (atlas: string | null): Marks => {
      const marks = marksWith(['company', 'company'])
      const all = marks.mentions.all.map((one) => ({ ...one, entity: { ...one.entity, atlas } }))
      return { ...marks, mentions: new Layer(all) }
    }
    expect(isAboutEnergy(companies('actors/gazprom'))).toBe(true)
    expect(isAboutEnergy(companies(null))).toBe(false)
  })
})
