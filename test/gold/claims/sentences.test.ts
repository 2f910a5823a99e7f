import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from '../score-dev.ts'

interface Case {
  readonly lang: string
  readonly text: string
  readonly event: string
  readonly modality: string
  /** Of a proper name; null: anyone or nobody without one. */
  readonly speaker: string | null
  /** All of these; the claim may name more. */
  readonly assets: readonly string[]
}

const cases = JSON.parse(readFileSync(new URL('sentences.json', import.meta.url), 'utf8')) as Case[]
const reader = shippedReader()

describe('a sentence of the trade', () => {
  it.each(cases)('in $lang: $text', (given) => {
    const { claims, text } = readOne(reader, { lang: given.lang, text: given.text, published: '2026-03-10' })
    const claim = claims.find((one) => one.event === given.event)
    expect(claims.map((one) => one.event)).toContain(given.event)
    expect(claim?.modality).toBe(given.modality)
    expect(claim?.assets).toEqual(expect.arrayContaining([...given.assets]))
    expect(claim?.speaker_named ? claim.speaker : null).toBe(given.speaker)
    for (const one of claims) expect(text.slice(...one.span)).toBe(one.evidence)
  })

  it('in a language without a lexicon is a problem and no claim', () => {
    const reading = readOne(reader, { lang: 'xx', text: 'Gazprom.' })
    expect(reading.claims).toEqual([])
    expect(reading.problems.map((problem) => problem.code)).toEqual(['language_unknown'])
  })
})

describe('a copy of a report with station, share, country and day exchanged', () => {
  const tell = (station: string, share: string, country: string, day: string): unknown => {
    const text = `${country} said on ${day} that a fire at the ${station} pumping station cut supplies by ${share}%.`
    const reading = readOne(reader, { lang: 'en', text, published: '2026-05-20' })
    return reading.claims.map((claim) => [
      claim.speaker,
      claim.assets[0],
      claim.quantities.map((id) => reading.quantities.find((one) => one.id === id)?.value),
      claim.time,
    ])
  }

  it('gives claims that are exchanged in the same places', () => {
    expect(tell('Unecha', '15', 'Hungary', 'May 18, 2026')).toEqual([
      ['Hungary', 'Unecha pumping station', [15], '2026-05-18'],
    ])
    expect(tell('Kropotkinskaya', '40', 'Kazakhstan', 'May 12, 2026')).toEqual([
      ['Kazakhstan', 'Kropotkinskaya pumping station', [40], '2026-05-12'],
    ])
  })

  it.each([
    ['ar', 'تراجع ضخ النفط في خط دروجبا بنسبة 15%.', 'تراجع ضخ النفط في خط دروجبا بنسبة 35%.'],
    [
      'el',
      'Η ροή πετρελαίου στον αγωγό Druzhba μειώθηκε κατά 15%.',
      'Η ροή πετρελαίου στον αγωγό Druzhba μειώθηκε κατά 35%.',
    ],
    ['ru', 'Прокачка нефти по «Дружбе» упала на 15%.', 'Прокачка нефти по «Дружбе» упала на 35%.'],
    [
      'de',
      'Der Öltransit durch die Druschba ging um 15 % zurück.',
      'Der Öltransit durch die Druschba ging um 35 % zurück.',
    ],
  ])('in %s follows the share', (lang, one, other) => {
    const shares = [one, other].map((text) => {
      const reading = readOne(reader, { lang, text })
      return reading.claims.map((claim) => [
        claim.event,
        reading.quantities.find((q) => q.id === claim.quantities[0])?.value,
      ])
    })
    expect(shares).toEqual([[['supply_change', 15]], [['supply_change', 35]]])
  })
})
