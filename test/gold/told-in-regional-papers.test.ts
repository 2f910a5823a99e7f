import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const claims = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' }).claims
const told = (lang: string, text: string) =>
  claims(lang, text).map((one) => [one.event, one.modality, one.polarity])

describe('an adverb between the parts of a verb of saying', () => {
  it.each([
    ['it', 'Eni ha inoltre annunciato che il gasdotto Greenstream resterà chiuso.', 'Eni'],
    ['it', 'Snam ha anche fatto sapere che le importazioni dalla Libia sono ferme.', 'Snam'],
    [
      'fr',
      'Sonatrach a par ailleurs fait savoir que les livraisons de gaz à l’Italie reprendront.',
      'Sonatrach',
    ],
    ['fr', 'Engie a en outre estimé que les livraisons de Norvège baisseraient.', 'Engie'],
  ])('leaves who says it (%s: %s)', (lang, text, speaker) => {
    expect(claims(lang, text)[0]?.speaker).toBe(speaker)
  })
})

describe('a surname of two words', () => {
  it.each([
    [
      'it',
      'L’amministratore delegato di Sonatrach, Karim Ould Brahimi, ha annunciato la firma di un contratto con Eni. “Aumenteremo le forniture di gas all’Italia”, ha detto Ould Brahimi.',
    ],
    [
      'fr',
      'Le directeur général de Sonatrach, Karim Ould Brahimi, a annoncé un contrat avec Eni. « Nous augmenterons les livraisons de gaz à l’Italie », a dit Ould Brahimi.',
    ],
  ])('is that of whom the text names in full (%s)', (lang, text) => {
    expect(new Set(claims(lang, text).map((one) => one.speaker))).toEqual(new Set(['Karim Ould Brahimi']))
  })
})

describe('what is told of plant and flow', () => {
  it.each([
    ['en', 'Crude deliveries to Hungary were unaffected by the storm, MOL said.', 'supply_change', 'denied'],
    ['en', 'Two more LNG terminals are being set up in Pakistan.', 'construction', 'ongoing'],
    ['en', 'The gas pipeline project in Iraq was delayed by the war.', 'construction', 'happened'],
    ['en', 'QatarEnergy was to supply three LNG cargoes to India.', 'transit', 'announced_or_planned'],
    [
      'it',
      'Eni ha annunciato la conclusione di un accordo per fornire gas alla Spagna.',
      'agreement',
      'happened',
    ],
    ['it', 'Eni e Sonatrach trattano la rinegoziazione del contratto del gas.', 'negotiation', 'ongoing'],
    ['it', 'Il terminal di Mellitah è in queste ore sotto attacco.', 'outage_or_attack', 'ongoing'],
    ['es', 'La refinería Esmeraldas se declaró en emergencia.', 'outage_or_attack', 'happened'],
    [
      'de',
      'Saudi-Arabien will die Fördermenge auf 9,8 Millionen Barrel pro Tag drücken.',
      'supply_change',
      'announced_or_planned',
    ],
    ['de', 'Im Mai hatte Kuwait noch täglich 2,4 Millionen Barrel Rohöl gefördert.', 'other', 'happened'],
  ])('is read (%s: %s)', (lang, text, event, modality) => {
    expect(told(lang, text)[0]?.slice(0, 2)).toEqual([event, modality])
  })
  it('is no fire where a fire department speaks', () => {
    expect(
      told('en', 'The pipeline in Poland was shut on Sunday, said a fire department spokesman.'),
    ).toEqual([['supply_halt', 'happened', 'positive']])
  })
  it('is told whole where a fire "s’est déclaré"', () => {
    expect(claims('fr', 'Un incendie s’est déclaré dans la raffinerie de Donges.')[0]?.evidence).toContain(
      'Donges',
    )
  })
})

describe('who asks or says something without being named again', () => {
  it.each([
    [
      'en',
      'Minister Karl Weber said on Monday that gas imports would fall. He called on industry to save gas.',
      'Karl Weber',
    ],
    [
      'de',
      '„Die Gasimporte sinken“, sagte Minister Karl Weber. Er forderte die Industrie zum Gassparen auf.',
      'Karl Weber',
    ],
    [
      'es',
      'El presidente Luis Ibarra dijo que subirán las importaciones de gas. Pidió a Ecopetrol más gas.',
      'Luis Ibarra',
    ],
    [
      'es',
      'El ministro Luis Ibarra visitó el puerto e indicó que la refinería de La Libertad cerró.',
      'Luis Ibarra',
    ],
  ])('is who spoke before (%s: %s)', (lang, text, speaker) => {
    expect(claims(lang, text).at(-1)?.speaker).toBe(speaker)
  })
  it('is not whom it is asked of', () => {
    expect(
      claims('es', 'El presidente pidió a Ecopetrol que aumente la producción de gas.').map((one) => [
        one.event,
        one.speaker,
      ]),
    ).toEqual([['statement', null]])
  })
})

describe('a clause told of a noun, or of what is to come first', () => {
  it.each([
    [
      'en',
      'The pipeline that carries crude from Kirkuk to Ceyhan was damaged.',
      'outage_or_attack',
      'happened',
    ],
    [
      'it',
      'Il gasdotto che trasporta il gas dall’Algeria all’Italia subirà interventi di manutenzione.',
      'repair_or_restart',
      'announced_or_planned',
    ],
    [
      'en',
      'Gazprom stopped deliveries to India as it is getting better prices elsewhere.',
      'supply_halt',
      'happened',
    ],
    ['en', 'The pipeline has stopped pumping crude until repairs can be made.', 'supply_halt', 'happened'],
    [
      'fr',
      'Le contrat de transit du gaz, qui lie l’Algérie à l’Espagne, prend fin en juin 2027.',
      'supply_halt',
      'announced_or_planned',
    ],
    [
      'de',
      'Nach Angaben der Bundesnetzagentur ist die Gasversorgung in Deutschland stabil.',
      'other',
      'ongoing',
    ],
    ['fr', 'Selon Engie, l’approvisionnement en gaz de la France est garanti.', 'other', 'ongoing'],
  ])('leaves the event and its certainty (%s: %s)', (lang, text, event, modality) => {
    expect(told(lang, text).map((one) => one.slice(0, 2))).toEqual([[event, modality]])
  })
})

describe('who bears a title, between commas behind "according to" the title', () => {
  it.each([
    ['en', 'According to the energy minister, Karl Weber, gas exports from Norway fell by 5 percent.'],
    ['de', 'Nach Angaben des Energieministers, Karl Weber, sind die Gasexporte aus Norwegen gesunken.'],
    ['fr', 'Selon le ministre de l’Énergie, Karl Weber, les exportations de gaz de Norvège ont baissé.'],
    [
      'it',
      'Secondo il ministro dell’Energia, Karl Weber, le esportazioni di gas dalla Norvegia sono calate.',
    ],
    ['es', 'Según el ministro de Energía, Karl Weber, las exportaciones de gas de Noruega cayeron.'],
  ])('says it (%s)', (lang, text) => {
    const [claim] = claims(lang, text)
    expect([claim?.event, claim?.speaker]).toEqual(['supply_change', 'Karl Weber'])
    expect(claim?.evidence).not.toContain('Weber')
    expect(claim?.assets).not.toContain('Karl Weber')
  })
})

describe('what is told without a name', () => {
  it.each([
    ['en', 'A power cut hit two million homes. The blackout lasted three hours.'],
    ['es', 'Un corte de luz afectó a dos millones de hogares. El apagón dejó sin luz a miles de usuarios.'],
    ['it', 'Un blackout ha colpito due milioni di famiglie. Migliaia di utenti sono rimasti senza corrente.'],
  ])('is told of the carrier that failed (%s)', (lang, text) => {
    expect(claims(lang, text)[0]?.assets).toEqual(['electricity'])
  })
  it('is no military matter where the military speaks', () => {
    expect(
      claims('en', 'The U.S. military said it had stopped a tanker of Iranian crude off Oman.')[0]?.speaker,
    ).not.toBeNull()
  })
  it.each([
    '(Teleporto) - L’Arabia Saudita taglia la produzione di greggio.',
    '(Agenzia Moli) – L’Arabia Saudita taglia la produzione di greggio.',
  ])('credits the outlet that stands in brackets before it: %s', (text) => {
    expect(claims('it', text)[0]?.via).toHaveLength(1)
  })
})

describe('who speaks', () => {
  it.each([
    [
      'en',
      'On Monday, Anita Bell, chief executive of Uniper, told Reuters that LNG imports would rise.',
      'Anita Bell',
    ],
    [
      'fr',
      'Lundi, Anita Bello, directrice de GRTgaz, a déclaré que les importations de gaz baisseront.',
      'Anita Bello',
    ],
    [
      'en',
      '“Armed men boarded the tanker near Fujairah,” said Halvor, a maritime security company.',
      'Halvor',
    ],
    [
      'it',
      'I prezzi reagiscono alla decisione dell’OPEC che ieri ha annunciato un taglio della produzione di greggio.',
      'OPEC',
    ],
    [
      'es',
      'El ministro Luis Ibarra habló del apagón. El titular de Energía ha pedido ahorrar electricidad.',
      'Luis Ibarra',
    ],
    [
      'fr',
      'La production de gaz a baissé, a jugé l’Institut de recherche et de sûreté minière (IRSM).',
      'Institut de recherche et de sûreté minière',
    ],
  ])('is known by a name behind a comma, a verb or a noun (%s: %s)', (lang, text, speaker) => {
    expect(claims(lang, text).at(-1)?.speaker).toBe(speaker)
  })
  it('is nobody where an agency reports in quotation marks', () => {
    const text =
      'Minister Karl Weber said gas exports would fall. The Iranian news agency IRNA reported that “naval forces stopped a tanker of crude near Sohar on Monday.”'
    const last = claims('en', text).at(-1)
    expect([last?.speaker, last?.via]).toEqual([null, ['IRNA']])
  })
})

describe('a name between commas', () => {
  it.each([
    [
      'es',
      'El presidente de Energía Pampeana S.A. (Enpasa), Agustín Lerez, informó que YPFB reducirá sus envíos de gas.',
      'Agustín Lerez',
    ],
    [
      'es',
      'El jefe de Enpasa, Agustín Lerez, habló del gas. “Eso pone en riesgo el suministro de gas”, aseveró Lerez, según la prensa.',
      'Agustín Lerez',
    ],
    [
      'fr',
      'Selon Dolena Alixe Nambay, ministre tchadienne du pétrole, le Tchad va construire un oléoduc.',
      'Dolena Alixe Nambay',
    ],
  ])('is who says it (%s: %s)', (lang, text, speaker) => {
    expect(claims(lang, text).at(-1)?.speaker).toBe(speaker)
  })
  it('is some, and no agreement, behind a German preposition', () => {
    expect(
      told('de', 'Habeck warnte vor hohen Gaspreisen bei einigen Stadtwerken.').map((one) => one[0]),
    ).not.toContain('agreement')
  })
})
