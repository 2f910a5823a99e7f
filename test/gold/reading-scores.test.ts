import { describe, expect, it } from 'vitest'
import { hasShared, readFloors, scoreDev, scored, shippedReader } from './score-dev.ts'

// biome-ignore lint/suspicious/noConsole: a skipped measure must be seen
if (!hasShared) console.warn('SKIPPED: ../shared/reading is missing, so reading is not scored here')

describe.skipIf(!hasShared)('reading of the shared development set', () => {
  const printed = hasShared ? scoreDev(shippedReader()) : null

  it('is no worse in any language than the committed floors (npm run score -- --raise after a gain)', () => {
    const drops = Object.entries(readFloors()).flatMap(([lang, floors]) =>
      scored
        .filter((what) => (printed?.by_language[lang]?.[what] ?? 0) < floors[what])
        .map((what) => `${lang} ${what}: ${printed?.by_language[lang]?.[what] ?? 0} < ${floors[what]}`),
    )
    expect(drops).toEqual([])
  })

  it('finds three claims in four, and two of three claims that it makes are right', () => {
    expect(printed?.claims.recall).toBeGreaterThanOrEqual(0.75)
    expect(printed?.claims.precision).toBeGreaterThanOrEqual(0.65)
  })
})
