import { describe, expect, it } from 'vitest'
import {
  hasShared,
  readFloors,
  readReportFloors,
  scoreDev,
  scored,
  shippedReader,
  wireFloorsFile,
} from './score-dev.ts'
import { scoreReports } from './score-reports.ts'

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

describe('reading of the reports that ship with their gold', () => {
  const printed = scoreReports(shippedReader())

  it('is no worse in any language than the committed floors (npm run score -- --raise after a gain)', () => {
    const floors = readReportFloors()
    expect(Object.keys(floors)).toEqual(
      expect.arrayContaining(['ar', 'de', 'el', 'en', 'es', 'fr', 'ru', 'tr', 'uk', 'zh']),
    )
    const drops = Object.entries(floors).flatMap(([lang, least]) =>
      scored
        .filter((what) => (printed.byLanguage[lang]?.[what] ?? 0) < least[what])
        .map((what) => `${lang} ${what}: ${printed.byLanguage[lang]?.[what] ?? 0} < ${least[what]}`),
    )
    expect(drops).toEqual([])
  })

  it('holds for reports in the manner of news agencies too', () => {
    const wire = scoreReports(shippedReader(), 'wire')
    const drops = Object.entries(readReportFloors(wireFloorsFile)).flatMap(([lang, least]) =>
      scored
        .filter((what) => (wire.byLanguage[lang]?.[what] ?? 0) < least[what])
        .map((what) => `${lang} ${what}: ${wire.byLanguage[lang]?.[what] ?? 0} < ${least[what]}`),
    )
    expect(drops).toEqual([])
  })

  it('tells of four claims in five what happened and how certain it is', () => {
    expect(printed.attributes.event).toBeGreaterThanOrEqual(0.8)
    expect(printed.attributes.modality).toBeGreaterThanOrEqual(0.8)
  })
})
