import { describe, expect, it } from 'vitest'
import { claimsOf } from './annotate.ts'

const line = { Velna: ['pipeline', 'Velna'] } as const
const firm = { ...line, Renkvar: ['company', 'Renkvar'] } as const

/** Event and modality of the first claim of a sentence. */
function toldIn(lang: string, text: string, names: Record<string, readonly [string, ...string[]]>) {
  const [claim] = claimsOf(lang, text, { names: names as never })
  return claim === undefined ? null : `${claim.event} ${claim.modality}`
}

describe('how surely, by the form of the verb', () => {
  it.each([
    ['de', 'Die Velna beliefert drei Raffinerien im Norden mit Öl.'],
    ['fr', 'La Velna relie deux ports et transporte du gaz vers le nord.'],
    ['es', 'El Velna transporta gas hacia el norte del país.'],
    ['it', 'La Velna trasporta gas verso il nord del paese.'],
    ['pl', 'Velna dostarcza gaz na północ kraju.'],
    ['en', 'The Velna supplies gas to the north of the country.'],
  ])('takes what is carried in the present as lasting (%s)', (lang, text) => {
    const velna = { Velna: ['pipeline', 'Velna'] } as const
    expect(toldIn(lang, text, velna)).toBe('transit ongoing')
  })

  it('takes a conditional in the words of a speaker for what is to come, and without one for what may be', () => {
    const said = 'Renkvar a annoncé que les livraisons par la Velna baisseraient.'
    expect(toldIn('fr', said, firm)).toBe('supply_change announced_or_planned')
    expect(toldIn('fr', 'Les livraisons par la Velna baisseraient.', line)).toBe('supply_change possible')
  })

  it('takes an ending with its accent: "diaria" is no conditional', () => {
    expect(toldIn('es', 'La entrega diaria del Velna cayó.', line)).toBe('supply_change happened')
  })

  it('takes what is no longer delivered as a halt, without a negation of its own', () => {
    const [claim] = claimsOf('de', 'Durch die Velna wird kein Gas mehr geliefert.', { names: line as never })
    expect(claim).toMatchObject({ event: 'supply_halt', polarity: 'positive' })
  })

  it('lets a plan that is named by a noun yield to what has been done about it', () => {
    expect(toldIn('en', 'Renkvar has approved a restart plan for the Velna.', firm)).toBe(
      'repair_or_restart happened',
    )
  })

  it('takes no plan from a comparison with one', () => {
    expect(toldIn('en', 'Flows through the Velna fell more than planned.', line)).toBe(
      'supply_change happened',
    )
  })

  it('lets damage behind "despite" stand back behind what goes on', () => {
    expect(toldIn('de', 'Trotz des Lecks läuft die Velna planmäßig.', line)).toBe('other ongoing')
  })

  it('tells of a subject what stands behind its relative clause', () => {
    const text = 'The Velna, which supplies two ports, was halted on Monday.'
    const claims = claimsOf('en', text, { names: line as never })
    expect(claims).toHaveLength(1)
    expect(claims[0]).toMatchObject({
      event: 'supply_halt',
      evidence: 'The Velna, which supplies two ports, was halted on Monday',
    })
  })

  it('does not end a clause at a day between commas', () => {
    const text = 'Renkvar signed, on 11 April in the capital, a contract for the Velna.'
    expect(claimsOf('en', text, { names: firm as never })).toHaveLength(1)
  })
})
