import { describe, expect, it } from 'vitest'
import { foundIn } from './annotate.ts'

const text = 'Harbour Gas denied on Monday that a drone attack had damaged the Reed pipeline.'
const given = { names: { 'Harbour Gas': ['company', 'Harbour Gas'], Reed: ['pipeline', 'Reed'] } } as const

describe('the trace of a claim', () => {
  it('names the rule, and each cue by file, list, entry and place', () => {
    const found = foundIn('en', text, given)
    const [trace] = found.explain()
    expect(trace?.claim).toBe(found.claims[0]?.id)
    expect(trace?.event.rule).toBe('attack')
    expect(trace?.event.cues[0]).toMatchObject({ file: 'events', list: 'attack', surface: 'drone' })
    expect(trace?.certainty.rule).toBe('a word of denial')
    expect(trace?.assets).toContainEqual({ name: 'Reed', by: 'name', cues: [] })
    for (const cue of [...(trace?.event.cues ?? []), ...(trace?.certainty.cues ?? [])])
      expect(text.slice(cue.start, cue.end)).toBe(cue.surface)
  })

  it('says who speaks by which words', () => {
    const [trace] = foundIn('en', 'The Reed pipeline stopped pumping gas, Harbour Gas said.', given).explain()
    expect(trace?.speaker.by).toBe('frame')
    expect(trace?.speaker.frame?.surface).toContain('Harbour Gas said')
    expect(trace?.speaker.cues).toContainEqual(
      expect.objectContaining({ file: 'speech', list: 'verbs', surface: 'said' }),
    )
  })
})
