import { describe, expect, it } from 'vitest'
import { fixtureBrief } from './fixtures/fixture-brief.ts'
import { hostileBrief, payloads } from './fixtures/fixture-hostile.ts'
import { displayWidth } from './plain-text.ts'
import { summariseBrief } from './summarise-brief.ts'

describe('the summary for a terminal', () => {
  it('gives answer, range, status, effects and what was not computed', () => {
    const text = summariseBrief(fixtureBrief, { colour: false, width: 400 })
    expect(text).toContain('Range: 0 to 396\u00a0kb/d, middle case 210\u00a0kb/d (computed)')
    expect(text).toContain('- The border regions would miss 38 GWh/d of 64. (computed)')
    expect(text).toContain('A second reactor: not computed, because')
    expect(text).toContain(
      '4 reports (Arabic, Russian, Greek, English); 7 claims; 3 events; 2 passages not understood',
    )
  })

  it.each([60, 80, 120])('keeps to %d columns', (width) => {
    const lines = summariseBrief(fixtureBrief, { colour: false, width }).split('\n')
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
  })

  it('colours only when asked', () => {
    expect(summariseBrief(fixtureBrief, { colour: false, width: 80 })).not.toContain('\u001b')
    expect(summariseBrief(fixtureBrief, { colour: true, width: 80 })).toContain('\u001b[1m')
  })

  it.each(payloads)('lets %j neither move the cursor nor turn the line', (payload) => {
    const text = summariseBrief(hostileBrief(payload), { colour: false, width: 80 })
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
  })

  it('says so where there is no story', () => {
    const text = summariseBrief({ ...fixtureBrief, stories: [] }, { colour: false, width: 80 })
    expect(text).toContain('no story about supply')
  })
})
