import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Brief } from '../src/briefs/brief.ts'
import { corridor } from './run-corridor.ts'

/** One report in three languages with four holes: what fills them must come out in the claims and in the effect. */
const report = {
  en: (of: Filling) =>
    `LONDON, ${of.dateEn} (Harbour Ledger) - Drones struck the ${of.stationEn} on Tuesday, reducing its capacity by ${of.share}%, the operator said.`,
  ru: (of: Filling) =>
    `МОСКВА, ${of.dateRu}, «Портовый листок». Беспилотники атаковали нефтеперекачивающую станцию «${of.stationRu}» во вторник, прокачка снизилась на ${of.share}%, сообщил оператор.`,
  ar: (of: Filling) =>
    `موسكو - ${of.dateAr} (صحيفة الميناء). أصابت طائرات مسيّرة محطة ضخ ${of.stationAr} يوم الثلاثاء، وانخفضت طاقة الخط بنسبة ${of.share}%، بحسب الشركة المشغلة.`,
} as const

interface Filling {
  readonly share: number
  readonly day: string
  readonly dateEn: string
  readonly dateRu: string
  readonly dateAr: string
  readonly stationEn: string
  readonly stationRu: string
  readonly stationAr: string
  readonly canonical: string
}

const first: Filling = {
  share: 35,
  day: '2025-02-18',
  dateEn: 'Feb 18, 2025',
  dateRu: '18 февраля 2025 г.',
  dateAr: '18 شباط/فبراير 2025',
  stationEn: 'Kropotkinskaya pumping station',
  stationRu: 'Кропоткинская',
  stationAr: 'كروبوتكينسكايا',
  canonical: 'Kropotkinskaya pumping station',
}
const second: Filling = {
  share: 60,
  day: '2025-08-12',
  dateEn: 'Aug 12, 2025',
  dateRu: '12 августа 2025 г.',
  dateAr: '12 آب/أغسطس 2025',
  stationEn: 'Unecha pumping station',
  stationRu: 'Унеча',
  stationAr: 'أونيتشا',
  canonical: 'Unecha pumping station',
}

/** Each run solves the oil of the whole world; a machine under load needs its while. */
describe('what a report says moves the claims and the effect', { timeout: 600_000 }, () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'general-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const briefOf = (lang: keyof typeof report, of: Filling): Brief => {
    const file = join(folder, `${lang}-${of.share}-${of.day}.txt`)
    writeFileSync(file, report[lang](of))
    const ran = corridor(['brief', file, '--out', join(folder, 'out'), '--json', '--quiet'])
    expect(ran.status, ran.err).toBe(0)
    return JSON.parse(ran.out) as Brief
  }

  for (const lang of ['en', 'ru', 'ar'] as const) {
    it(`follows station, share and date in ${lang}`, () => {
      for (const filling of [first, second]) {
        const brief = briefOf(lang, filling)
        const claim = brief.claims.find((one) => one.event === 'outage_or_attack')
        expect(claim?.assets, lang).toContain(filling.canonical)
        const numbers = brief.claims.flatMap((one) => one.numbers).filter((number) => number.unit === '%')
        expect(numbers.map((number) => Math.abs(Number(number.value)))).toContain(filling.share)
        const story = brief.stories.find((one) => one.scenarios.length > 0)
        expect(story?.title).toContain(filling.canonical)
        expect(story?.network_date?.slice(0, 7)).toBe(filling.day.slice(0, 7))
        const shock = story?.scenarios[0]?.shocks[0]
        expect(shock?.because.some((because) => because.startsWith('claim:'))).toBe(true)
      }
    })
  }

  it('computes a deeper cut where a larger share is claimed', () => {
    const mild = briefOf('en', { ...first, share: 10 }).stories[0]
    const deep = briefOf('en', { ...first, share: 80 }).stories[0]
    const low = (story: typeof mild) => story?.scenarios[0]?.shocks[0]?.low ?? Number.NaN
    expect(low(deep)).toBeLessThan(low(mild) - 0.3)
    expect(deep?.answer.high ?? 0).toBeGreaterThan((mild?.answer.high ?? 0) + 100)
  })
})
