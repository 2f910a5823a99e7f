import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
const firstOf = (lang: string, text: string) => read(lang, text).claims[0]
const lastOf = (lang: string, text: string) => read(lang, text).claims.at(-1)

describe('what a speaker says of himself and others', () => {
  it.each([
    ['es', 'Podemos exportar gas a Chile por el gasoducto GasAndes.'],
    ['it', 'Possiamo esportare gas in Austria attraverso Tarvisio.'],
    ['fr', 'Nous pouvons exporter du gaz vers la Belgique.'],
    ['pl', 'Możemy eksportować gaz na Słowację.'],
    ['el', 'Μπορούμε να εξάγουμε φυσικό αέριο στη Βουλγαρία.'],
  ])('is possible where it can be done (%s)', (lang, text) => {
    expect(firstOf(lang, text)?.modality).toBe('possible')
  })
  it.each([
    ['es', 'Importaremos más gas de Argelia en mayo.'],
    ['it', 'Importeremo più gas dall’Algeria in giugno.'],
    ['fr', 'Nous importerons davantage de gaz d’Algérie.'],
    ['pl', 'Będziemy importować więcej gazu z Norwegii.'],
  ])('is to come where it will be done (%s)', (lang, text) => {
    expect(firstOf(lang, text)?.modality).toBe('announced_or_planned')
  })
  it.each([
    ['es', 'Importamos de Argelia el 40% del gas.'],
    ['it', 'Importiamo dall’Algeria il 40% del gas.'],
    ['fr', 'Nous importons d’Algérie 40 % du gaz.'],
    ['pl', 'Z Norwegii sprowadzamy 40% gazu.'],
    ['el', 'Η Ελλάδα εισάγει από το Αζερμπαϊτζάν το 20% του φυσικού αερίου.'],
  ])('lasts where it is so (%s)', (lang, text) => {
    expect(firstOf(lang, text)?.modality).toBe('ongoing')
  })
})

describe('certainty', () => {
  it('is not taken from a second verb behind "and"', () => {
    const text = 'Die Exporte aus Novorossijsk sind um 12 Prozent gefallen und könnten weiter sinken.'
    expect(firstOf('de', text)?.modality).toBe('happened')
    const alone = 'Die Exporte aus Novorossijsk könnten um 12 Prozent sinken.'
    expect(firstOf('de', alone)?.modality).toBe('possible')
  })
  it('is not taken from what is told of the subject', () => {
    const text = 'The Lublin refinery, which may close for good, cut its output by 20% in April.'
    expect(firstOf('en', text)?.modality).toBe('happened')
  })
  it('is no denial where something is to be done without delay', () => {
    const text = 'We demand that Turkey repair the Kirkuk-Ceyhan pipeline without any delay.'
    expect(firstOf('en', text)).toMatchObject({ event: 'statement', polarity: 'positive' })
  })
  it('is negative where the last verb of a Turkish clause says not, and what is not carried has stopped', () => {
    const text = 'Kerkük-Ceyhan boru hattında petrol sızıntısı bulunmamaktadır.'
    expect(firstOf('tr', text)?.polarity).toBe('negative')
    const line = 'Kerkük-Ceyhan boru hattından Türkiye’ye petrol taşınmamaktadır.'
    expect(firstOf('tr', line)).toMatchObject({ event: 'supply_halt', polarity: 'positive' })
  })
})

describe('an event', () => {
  it.each([
    ['de', 'Flüssiggas ist teuer, sagte der Minister.'],
    ['pl', 'Ceny gazu są wysokie – powiedział minister.'],
    ['el', 'Οι τιμές του φυσικού αερίου επηρεάζονται από τον καιρό, δήλωσε ο υπουργός.'],
  ])('is a price where nothing else is told (%s)', (lang, text) => {
    expect(firstOf(lang, text)?.event).toBe('price_move')
  })
  it('is relief from sanctions where the text tells of sanctions, else a permit is granted', () => {
    const permit = 'The regulator granted Equinor a licence for the Johan Castberg oil field.'
    expect(firstOf('en', permit)?.event).toBe('agreement')
    const relief = `${permit} The sanctions on Russian oil remain in force.`
    expect(firstOf('en', relief)?.event).toBe('sanction_relief')
    const works = 'Die Behörde genehmigte den Bau des LNG-Terminals in Stade.'
    expect(firstOf('de', works)?.event).toBe('construction')
  })
  it('is what it led to, not what led to it', () => {
    const text = 'A leak on Sunday prompted Transneft to shut the Druzhba pipeline.'
    expect(firstOf('en', text)?.event).toBe('supply_halt')
  })
  it.each([
    ['it', 'Il flusso di gas russo a Tarvisio sarà nullo.'],
    ['de', 'Der Gasfluss durch Nord Stream sank auf null.'],
    ['el', 'Η ροή αερίου στον TurkStream μηδενίστηκε.'],
  ])('is a halt where nothing flows (%s)', (lang, text) => {
    expect(firstOf(lang, text)?.event).toBe('supply_halt')
  })
})

describe('who speaks', () => {
  it('is who spoke before, where "as he added" is closed by a comma', () => {
    const said = 'Gazociąg Jamał-Europa jest zamknięty – powiedział w środę minister Jan Kowalski. '
    const added = 'Jak dodał, Gaz-System wznowił przesył gazu z Niemiec.'
    expect(lastOf('pl', said + added)?.speaker).toBe('Jan Kowalski')
  })
  it.each([
    ['pl', 'Olgierd Hryń, prezes spółki Naftohaz, oświadczył, że gazociąg Sojuz stanął.', 'Olgierd Hryń'],
    [
      'fr',
      'Ghislard Brazzi, président de la société Engie, a déclaré que le gazoduc est arrêté.',
      'Ghislard Brazzi',
    ],
    ['de', 'Ottokar Grynko, Chef von Naftogaz, sagte, die Sojus-Pipeline stehe still.', 'Ottokar Grynko'],
  ])('is a person whose names no list has, with a title behind the comma (%s)', (lang, text, name) => {
    expect(firstOf(lang, text)).toMatchObject({ event: 'supply_halt', speaker: name })
  })
  it('stands before a title between commas, whatever follows the verb of saying', () => {
    const told = 'Oleg Hryn, head of Naftogaz, told Reuters that Russia may halt gas transit through Ukraine.'
    expect(firstOf('en', told)).toMatchObject({ speaker: 'Oleg Hryn', via: ['Reuters'] })
    const said = 'Karl Huber, Chef des Konzerns Naftogaz, sagte, Russland könne den Gastransit stoppen.'
    expect(firstOf('de', said)).toMatchObject({ speaker: 'Karl Huber', event: 'supply_halt' })
  })
})

describe('force majeure', () => {
  it.each([
    ['en', 'Shell has declared force majeure on loadings from Forcados, two traders said.'],
    ['de', 'Shell hat für die Verladungen in Forcados höhere Gewalt erklärt.'],
    ['fr', 'Shell a déclaré la force majeure sur les chargements de Forcados.'],
    ['it', 'Shell ha dichiarato lunedì la forza maggiore sui carichi di Forcados.'],
    ['es', 'Shell ha declarado el estado de fuerza mayor sobre las cargas de Forcados.'],
  ])('is what a company does, not what it says (%s)', (lang, text) => {
    const claim = firstOf(lang, text)
    expect(claim?.event).toBe('outage_or_attack')
    expect(claim?.speaker).not.toBe('Shell')
    expect(claim?.assets).toContain('Shell')
  })
})

describe('what is about to happen, or works again', () => {
  it.each([
    ['fr', 'Le gazoduc Medgaz est sur le point d’être fermé.', 'supply_halt'],
    ['it', 'Il gasdotto Transmed sta per riaprire.', 'repair_or_restart'],
    ['de', 'Die Druschba-Leitung steht kurz vor der Wiederinbetriebnahme.', 'repair_or_restart'],
    ['en', 'The Druzhba line will be functional again by Friday.', 'repair_or_restart'],
  ])('is to come (%s)', (lang, text, event) => {
    expect(firstOf(lang, text)).toMatchObject({ event, modality: 'announced_or_planned' })
  })
})

describe('a clause before "the minister said"', () => {
  it.each([
    ['Norway will repair the Druzhba pipeline, the minister said.', 'repair_or_restart'],
    ['Gazprom has a contract with Hungary, a company spokesman said.', 'agreement'],
    ['Poland produces 4 million tonnes of crude, the minister said.', 'other'],
  ])('is what is said, however weak its event: %s', (text, event) => {
    expect(firstOf('en', text)).toMatchObject({ event, speaker_named: false })
  })
})

describe('the verb of an event', () => {
  it.each([
    ['es', 'España planea vender gas a Portugal.', 'transit'],
    ['it', 'L’Italia potrebbe vendere gas all’Austria.', 'transit'],
    ['fr', 'L’Espagne enverra du gaz à l’Autriche.', 'transit'],
    ['en', 'Norway plans to sell gas to Austria.', 'transit'],
    ['de', 'Norwegen will Gas nach Polen verkaufen.', 'transit'],
    ['en', 'Norway has lowered gas supplies.', 'supply_change'],
    ['fr', 'L’Espagne restreindra les livraisons de gaz.', 'supply_change'],
    ['it', 'L’Italia normalizzerà le forniture di gas.', 'repair_or_restart'],
    ['de', 'Norwegen plant, die Gaslieferungen zu kappen.', 'supply_halt'],
  ])('is known in every form (%s: %s)', (lang, text, event) => {
    expect(firstOf(lang, text)?.event).toBe(event)
  })
})

describe('two events joined by "and"', () => {
  it.each([
    ['de', 'Die Leitung Opal wurde 2011 eröffnet und transportiert Gas nach Tschechien.'],
    ['it', 'Il gasdotto Tap è stato inaugurato nel 2020 e trasporta gas azero in Puglia.'],
  ])('are two claims where each has its verb (%s)', (lang, text) => {
    expect(read(lang, text).claims.map((claim) => [claim.event, claim.modality])).toEqual([
      ['supply_start', 'happened'],
      ['transit', 'ongoing'],
    ])
  })
})

describe('an office without a country', () => {
  it.each([
    [
      'de',
      'Der Irak repariert die Kirkuk-Ceyhan-Pipeline. Das Ölministerium sagte, der Export beginne im Mai.',
    ],
    [
      'it',
      'L’Iraq ripara l’oleodotto Kirkuk-Ceyhan. Il ministero del Petrolio ha detto che l’export riparte.',
    ],
  ])('is of the country that the text speaks of (%s)', (lang, text) => {
    expect(lastOf(lang, text)?.speaker).toBe('Iraqi Oil Ministry')
  })
  it('is of the country of the language where the text speaks of it', () => {
    const text =
      'Deutschland importiert Gas aus Norwegen. Das Wirtschaftsministerium sagte, die Speicher seien voll.'
    expect(lastOf('de', text)?.speaker).toBe('German Economy Ministry')
  })
})

describe('"the same source"', () => {
  it.each([
    [
      'it',
      'Il ministero della Difesa russo ha accusato Kiev. Secondo la stessa fonte, i droni hanno colpito TurkStream.',
    ],
    [
      'es',
      'El Ministerio de Defensa ruso acusó a Kiev. Según la misma fuente, los drones atacaron el TurkStream.',
    ],
    [
      'en',
      'Russia’s defence ministry accused Kyiv. According to the same source, drones attacked TurkStream.',
    ],
  ])('is who spoke before (%s)', (lang, text) => {
    expect(lastOf(lang, text)?.speaker).toBe('Russian Defence Ministry')
  })
})
