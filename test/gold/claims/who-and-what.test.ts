import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/claims/claim.ts'
import { readOne, shippedReader } from '../score-dev.ts'

const reader = shippedReader()
const claimsOf = (lang: string, text: string): Claim[] => [
  ...readOne(reader, { lang, text, published: '2026-03-10' }).claims,
]

describe('what a claim is about', () => {
  it('leaves out the country of an adjective that stands by a name', () => {
    const [claim] = claimsOf('en', 'The Chinese company CNPC signed a contract with Gazprom.')
    expect(claim?.assets).toEqual(['CNPC', 'Gazprom'])
  })

  it('leaves out whence the oil came where a line is named', () => {
    const [claim] = claimsOf('de', 'Russisches Öl fließt wieder durch die Druschba-Pipeline nach Ungarn.')
    expect(claim?.assets).toContain('Druzhba')
    expect(claim?.assets).not.toContain('Russia')
  })

  it('keeps the country where nothing but what flows is named', () => {
    const [claim] = claimsOf('en', 'Norwegian gas exports fell by 5% in February.')
    expect(claim?.assets).toContain('Norway')
  })

  it('takes a common noun behind an article for no name', () => {
    const { entities } = readOne(reader, { lang: 'de', text: 'In der Raffinerie an der Küste brannte es.' })
    expect(entities).toEqual([])
  })
})

describe('one event', () => {
  it('is a noun and the verb that an apposition parts from it', () => {
    const claims = claimsOf(
      'en',
      'The restart of the Sines refinery, a plant of 220,000 barrels per day, has been delayed until April.',
    )
    expect(claims.map((one) => one.event)).toEqual(['repair_or_restart'])
  })

  it('is two where the words between tell one of their own', () => {
    const claims = claimsOf(
      'fr',
      'La raffinerie de Zinder, qui exportait 4.000 barils par jour vers le Mali, a été fermée.',
    )
    expect(claims.map((one) => one.event)).toEqual(['transit', 'supply_halt'])
  })

  it('is told with the comparison behind it', () => {
    const claims = claimsOf(
      'de',
      'Im Januar führte die Slowakei 200.000 Tonnen Rohöl ein, 15 Prozent weniger als im Vorjahr.',
    )
    expect(claims).toHaveLength(1)
  })

  it('is found by a German verb whose other half closes a long clause', () => {
    const [claim] = claimsOf(
      'de',
      'Die zum Konzern Rosneft gehörende Raffinerie stellte in der Nacht zum Montag nach ersten Angaben der örtlichen Behörden wegen der Schäden ihren Betrieb ein.',
    )
    expect(claim?.event).toBe('supply_halt')
  })

  it('is not parted by a German "aber" in its midst', () => {
    const claims = claimsOf('de', 'Der Betrieb der Raffinerie Leuna ist aber vorerst eingestellt.')
    expect(claims.map((one) => one.event)).toEqual(['supply_halt'])
    expect(claims[0]?.assets).toContain('Leuna refinery')
  })
})

describe('who says it', () => {
  it('is a body known by its letters alone', () => {
    const [claim] = claimsOf(
      'fr',
      'Les livraisons de la raffinerie de Donges ont été suspendues lundi, selon la FNRP.',
    )
    expect(claim?.speaker).toBe('FNRP')
  })

  it('is the person of the sentence before where a title with its article takes them up', () => {
    const claims = claimsOf(
      'es',
      'El presidente de Enagás, Pablo Ruiz Vera, dijo que el gasoducto Medgaz funciona con normalidad. El directivo añadió que el suministro aumentará en mayo.',
    )
    expect(claims.map((one) => one.speaker)).toEqual(['Pablo Ruiz Vera', 'Pablo Ruiz Vera'])
  })

  it('came by the agency that stands before the town', () => {
    const [claim] = claimsOf(
      'it',
      '(PORTOPRESS) - ROMA, 3 MAR - Eni e Sonatrach hanno firmato un accordo sul gas.',
    )
    expect(claim?.via).toContain('PORTOPRESS')
  })

  it('came by a paper with an adjective before its name', () => {
    const [claim] = claimsOf(
      'it',
      '"Il gasdotto Transmed trasporta oggi più gas", ha detto Mario Ferrari al quotidiano italiano Il Faro.',
    )
    expect(claim?.via).toContain('Il Faro')
  })
})

describe('how certain it is', () => {
  it('is to come where it was expected', () => {
    const [claim] = claimsOf(
      'de',
      'Es wurde erwartet, dass der Hafen Tuapse seine Ölexporte im April steigern würde.',
    )
    expect(claim?.modality).toBe('announced_or_planned')
  })

  it.each([
    ['en', 'Libya is gradually reducing output at the Sharara field.'],
    ['es', 'Bolivia está exportando gas a Brasil por el gasoducto.'],
    ['it', 'Snam sta riducendo i flussi di gas verso la Svizzera.'],
  ])('goes on in the progressive of %s', (lang, text) => {
    expect(claimsOf(lang, text)[0]?.modality).toBe('ongoing')
  })
})

describe('what is not so', () => {
  it('is no part of the event where "without" stands behind it', () => {
    const [claim] = claimsOf('fr', 'La Chine importe du pétrole russe sans tenir compte du plafond.')
    expect(claim?.polarity).toBe('positive')
  })

  it('is the predicate of an event that stands before as a noun', () => {
    const [claim] = claimsOf(
      'en',
      'The meeting of the OPEC+ oil ministers in Vienna on the first Sunday of March has not taken place.',
    )
    expect(claim?.polarity).toBe('negative')
  })

  it('does not go over into the clause before', () => {
    const [claim] = claimsOf(
      'es',
      'El apagón en Cuba dejó sin electricidad a la isla, aunque las causas no se conocen todavía.',
    )
    expect([claim?.modality, claim?.polarity]).toEqual(['happened', 'positive'])
  })
})

describe('names of people', () => {
  it('are not those of others whose consonants are the same', () => {
    const { entities } = readOne(reader, {
      lang: 'es',
      text: 'Antonio Guiteros dijo que el gas llegará en mayo.',
    })
    expect(entities.map((one) => one.canonical)).toContain('Antonio Guiteros')
  })

  it('may be those of towns behind a given name', () => {
    const [claim] = claimsOf('pl', 'Anna Moskwa zapewniła, że gazociąg Baltic Pipe działa.')
    expect(claim?.speaker).toBe('Anna Moskwa')
  })
})

describe('a body', () => {
  it('is taken up by "the group" where no company is told of', () => {
    const claims = claimsOf(
      'en',
      'OPEC+ ministers met on Sunday. The alliance said that output would rise by 100,000 barrels per day in May.',
    )
    expect(claims.at(-1)?.speaker).toBe('OPEC+')
  })
})

describe('what was not there', () => {
  it('yields to what happened without it', () => {
    const [claim] = claimsOf(
      'es',
      'La refinería de Cartagena funciona con normalidad y sin daños tras el temporal.',
    )
    expect([claim?.event, claim?.polarity]).toEqual(['other', 'positive'])
  })

  it('is denied of all where nobody opens the clause', () => {
    const [claim] = claimsOf(
      'en',
      'Neither the operator of the terminal nor the regulator in the capital has found the cause of the leak at the Sines terminal.',
    )
    expect(claim?.polarity).toBe('negative')
  })
})

describe('the group that speaks', () => {
  it('stands beside the verb, not behind a preposition', () => {
    const claims = claimsOf(
      'de',
      'Uniper baut ein Terminal in Stade. Das teilte der Konzern bei einem Treffen mit Minister Robert Habeck mit.',
    )
    expect(claims[0]?.speaker).toBe('Uniper')
  })

  it('came by the paper in quotation marks behind "rapporte"', () => {
    const [claim] = claimsOf(
      'fr',
      'Sonatrach a suspendu ses livraisons de gaz à l\'Espagne, rapporte "Le Rivage".',
    )
    expect(claim?.via).toContain('Le Rivage')
  })
})
