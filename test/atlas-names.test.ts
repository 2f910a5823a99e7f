import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openAtlas } from '../src/app/load-atlas.ts'

const shared = fileURLToPath(new URL('../../shared/', import.meta.url))
const dev = join(shared, 'reading', 'dev')
const hasShared = existsSync(dev)
// biome-ignore lint/suspicious/noConsole: a skipped measure must be seen
if (!hasShared) console.warn('SKIPPED: ../shared/reading is missing, so its names are not looked up')

const { atlas } = openAtlas()
const found = (name: string): string[] => atlas.search(name).hits.map((hit) => hit.ref)
const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T

interface Named {
  readonly canonical: string
  readonly type: string
  readonly surfaces: readonly string[]
}
/** Outlets and firms of the invented reports, and regional offices, which are found by rule and not by name. */
const invented =
  /government|headquarters|^(Al-Masar|Anatolian Energy Desk|Baltic Ledger|Diario del Estrecho|El Faro Petrolero|Huaxi Energy Daily|Le Courrier du Gaz|Meridian Wire|Meridian-Yug|Oceanis|Podil Press|Rhein-Depesche|Vima Energeias)$/u

describe.skipIf(!hasShared)('names of the shared reports', () => {
  it('are found by their English name', () => {
    const canon = readJson<Named[]>(join(dev, 'canon.json'))
    const missing = canon.filter((one) => !invented.test(one.canonical) && found(one.canonical).length === 0)
    expect(missing).toEqual([])
  })

  it('stand in the atlas in every language of a report that names them', () => {
    const languages = new Map<string, Set<string>>()
    for (const { ref, lang } of atlas.nameIndexEntries()) {
      const before = languages.get(ref) ?? new Set()
      languages.set(ref, before.add(lang))
    }
    const missing = readdirSync(dev)
      .filter((name) => name.endsWith('.gold.json'))
      .flatMap((name) => {
        const { lang, entities } = readJson<{ lang: string; entities: Named[] }>(join(dev, name))
        return entities
          .filter(({ canonical, type }) => !invented.test(canonical) && type !== 'vessel')
          .filter(({ canonical, surfaces }) => {
            const isLatin = surfaces.some((surface) => /\p{Script=Latin}/u.test(surface))
            return !isLatin && !found(canonical).some((ref) => languages.get(ref)?.has(lang))
          })
          .map(({ canonical }) => `${lang}: ${canonical}`)
      })
    expect(missing).toEqual([])
  })
})

describe('names of what the open hindcasts are about', () => {
  it.each([
    'Kropotkinskaya pumping station',
    'CPC marine terminal',
    'CPC mooring SPM-2',
    'Strait of Hormuz',
    'East-West pipeline',
    'Habshan-Fujairah',
    'Kirkuk-Ceyhan',
    'Ras Laffan',
    'Yanbu',
    'Ukrainian gas transit system',
    'TurkStream',
    'Orenburg gas plant',
    'Karachaganak',
    'Cuciurgan power plant',
    'Transnistria',
    'Druzhba southern branch',
    'Adria pipeline',
    'Nord Stream 1',
    'Bab el-Mandeb',
    'Cape of Good Hope route',
    'Freeport LNG',
    'Balticconnector',
    'Inkoo LNG terminal',
    'Incukalns gas storage',
    'Imatra metering station',
    'Abqaiq',
    'Khurais',
    'Tabriz-Ankara pipeline',
    'Kurdistan Region',
    'Naftogaz',
    'Transneft',
    'JANAF',
    'MOL',
  ])('%s is named in fourteen languages', (name) => {
    const [ref] = found(name)
    const languages = new Set(
      atlas
        .nameIndexEntries()
        .filter((entry) => entry.ref === ref)
        .map((entry) => entry.lang),
    )
    expect([...languages].sort()).toEqual(
      ['ar', 'bg', 'de', 'el', 'en', 'es', 'fr', 'it', 'kk', 'pl', 'ru', 'tr', 'uk', 'zh'].sort(),
    )
  })
})

describe('names as the news of 2022 to 2026 writes them', () => {
  const lines = readFileSync(new URL('names-in-the-news.txt', import.meta.url), 'utf8').split('\n')
  const asked = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [ref = '', names = ''] = line.split(': ')
      return { ref, names: names.split('; ') }
    })

  it('lead to what they name', () => {
    const known = new Set(atlas.nameIndexEntries().map(({ ref, name }) => `${ref} ${name.toLowerCase()}`))
    const missing = asked.flatMap(({ ref, names }) =>
      names
        .filter((name) => !known.has(`${ref} ${name.toLowerCase()}`) && !found(name).includes(ref))
        .map((name) => `${ref}: ${name}`),
    )
    expect(missing).toEqual([])
    expect(asked.length).toBeGreaterThan(400)
  })

  it('have a name in every language that is not written in Latin letters', () => {
    const languages = new Map<string, Set<string>>()
    for (const { ref, lang } of atlas.nameIndexEntries())
      languages.set(ref, (languages.get(ref) ?? new Set()).add(lang))
    const missing = asked.flatMap(({ ref }) =>
      ['ar', 'el', 'ru', 'uk', 'zh', 'bg', 'kk']
        .filter((lang) => !languages.get(ref)?.has(lang))
        .map((lang) => `${ref}: ${lang}`),
    )
    expect(missing).toEqual([])
  })
})

describe('a ministry that is named without its country', () => {
  it.each([
    'Energy Ministry',
    'Ministry of Energy',
    'министерство энергетики',
    'Энергетика министрлігі',
    'وزارة الطاقة',
    '能源部',
    'Ministerio de Energía',
    'Enerji Bakanlığı',
  ])('%s is the ministry of no country', (name) => {
    expect(found(name)).toEqual([])
  })
})
