import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const claims = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' }).claims

describe('a plant whose name is an ordinary word', () => {
  it.each([
    ['en', 'Output at Troll fell by a third.', 'Troll'],
    ['en', 'Crude loadings from Jose were halted on Sunday.', 'Jose terminal'],
    ['fr', 'La production a baissé à Troll après la panne.', 'Troll'],
    ['es', 'La producción de gas en Troll cayó un 20 %.', 'Troll'],
  ])('is read with a capital behind a word of place (%s: %s)', (lang, text, name) => {
    expect(claims(lang, text)[0]?.assets).toContain(name)
  })
  it.each([
    ['en', 'A troll under the bridge cut gas output.'],
    ['en', 'Gas output fell, said an official from Troll Street.'],
    ['de', 'Die Gasförderung sank, sagte der Chef von Troll.'],
  ])('is not read otherwise (%s: %s)', (lang, text) => {
    expect(claims(lang, text).flatMap((one) => one.assets)).not.toContain('Troll')
  })
})

describe('what a few words behind "but" deny', () => {
  it.each([
    ['en', 'Gas output fell, but not exports, the ministry said.'],
    ['de', 'Die Gasförderung ging zurück, die Exporte aber nicht, teilte das Ministerium mit.'],
    ['fr', 'La production de gaz a baissé, mais pas les exportations, a indiqué le ministère.'],
    ['es', 'La producción de gas cayó, pero no las exportaciones, dijo el ministerio.'],
    ['it', 'La produzione di gas è calata, ma non le esportazioni, ha detto il ministero.'],
  ])('is the same event, denied (%s)', (lang, text) => {
    expect(claims(lang, text).map((one) => [one.event, one.modality, one.polarity])).toEqual([
      ['supply_change', 'happened', 'positive'],
      ['supply_change', 'denied', 'negative'],
    ])
  })
})

describe('what something could lead to', () => {
  it.each([
    ['en', 'The leak could lead to a halt of gas deliveries from Norway.'],
    ['fr', "La fuite pourrait entraîner l'arrêt des livraisons de gaz de Norvège."],
    ['es', 'La avería podría provocar la suspensión del suministro de gas de Noruega.'],
    ['it', 'Il guasto potrebbe portare allo stop delle forniture di gas dalla Norvegia.'],
  ])('is what may happen, not what it comes of (%s)', (lang, text) => {
    const [claim] = claims(lang, text)
    expect([claim?.event, claim?.modality]).toEqual(['supply_halt', 'possible'])
  })
})

describe('who speaks', () => {
  it.each([
    [
      'it',
      '«Il gasdotto dalla Tunisia riaprirà a maggio». Così Claudio Sartori alla stampa.',
      'Claudio Sartori',
    ],
    [
      'fr',
      "Le P-DG de la société, Karim Belaïd, a assuré jeudi à Alger que les livraisons de gaz vers l'Italie avaient repris.",
      'Karim Belaïd',
    ],
    ['fr', 'La FNX a indiqué que la grève continuait à la raffinerie de Donges.', 'FNX'],
  ])('is read in its place (%s: %s)', (lang, text, name) => {
    expect(claims(lang, text)[0]?.speaker).toBe(name)
  })
  it('is who is quoted, not who passes it on', () => {
    const [claim] = claims(
      'en',
      'The Transalpine pipeline was shut on Monday, Eni was quoted as saying by Reuters.',
    )
    expect([claim?.speaker, claim?.via]).toEqual(['Eni', ['Reuters']])
  })
  it('is whom an outlet cites behind what it reports', () => {
    const [claim] = claims('en', 'Bloomberg reported that OPEC+ may raise production, citing delegates.')
    expect([claim?.speaker, claim?.speaker_named, claim?.via]).toEqual(['official', false, ['Bloomberg']])
  })
  it.each([
    'Gas flows from Norway fell by 10%, seven sources with knowledge of the plans told Reuters.',
    'Gas flows from Norway fell by 10%, according to a source familiar with the plans of the operator.',
  ])('is a source, whatever it knows (%s)', (text) => {
    const found = claims('en', text)
    expect(found.map((one) => one.evidence)).toEqual(['Gas flows from Norway fell by 10%'])
    expect(found[0]?.speaker).toMatch(/source/u)
  })
  it('is not the land that stands in what is named as the matter', () => {
    const [claim] = claims(
      'en',
      'With regard to gas exports to Iraq the Iranian oil minister said Iraq will not receive gas this year.',
    )
    expect([claim?.speaker, claim?.evidence]).toEqual([
      'Iran minister',
      'Iraq will not receive gas this year',
    ])
  })
})

describe('Turkish sentences with two verbs of saying or two verbal nouns', () => {
  it('tell two claims of one speaker', () => {
    const found = claims(
      'tr',
      'Novak, bu yıl AB’ye gaz ihracatının azalacağını söyledi, "Türkiye isterse gaz sevkiyatını artırırız" dedi.',
    )
    expect(found.map((one) => [one.event, one.modality, one.speaker])).toEqual([
      ['supply_change', 'announced_or_planned', 'Alexander Novak'],
      ['supply_change', 'conditional', 'Alexander Novak'],
    ])
  })
  it('tell a level as what lasts', () => {
    const [claim] = claims(
      'tr',
      "Peskov, Gazprom'un Avrupa'ya gaz sevkiyatının rekor düzeyde olduğunu söyledi.",
    )
    expect(claim?.modality).toBe('ongoing')
  })
  it('deny a part in it', () => {
    const [claim] = claims('tr', "Peskov, Rusya'nın gaz fiyatlarındaki artışta rolü olmadığını söyledi.")
    expect([claim?.modality, claim?.polarity]).toEqual(['denied', 'negative'])
  })
})

describe('what goes on behind "according to the operator"', () => {
  it('is one clause with what stands before (de)', () => {
    const [claim] = claims(
      'de',
      'Das Kraftwerk Neurath ist nach Angaben des Betreibers heute vollständig vom Stromnetz abgekoppelt worden.',
    )
    expect([claim?.event, claim?.modality]).toEqual(['supply_halt', 'happened'])
  })
})

describe('force majeure', () => {
  it.each([
    ['it', 'La Noc ha rimosso lo stato di forza maggiore nel porto di Zueitina.'],
    ['es', 'La NOC levantó la fuerza mayor en el puerto de Zueitina.'],
    ['fr', 'La NOC a levé la force majeure au port de Zueitina.'],
    ['en', 'The NOC removed force majeure at the port of Zueitina.'],
  ])('that is removed is a return (%s)', (lang, text) => {
    expect(claims(lang, text)[0]?.event).toBe('repair_or_restart')
  })
})

describe('an agency that tells something on', () => {
  it('ends what was told by who spoke before it', () => {
    const found = claims(
      'de',
      'Reiche sagte, die Raffinerie Schwedt laufe normal. Die Agentur Reuters berichtete, die USA hätten Sanktionen gegen Rosneft verhängt. Washington sei bereit, die Raffinerie Schwedt von den Sanktionen auszunehmen.',
    )
    expect(found.at(-1)?.speaker).toBeNull()
  })
})

describe('an outlet that hands on what another told', () => {
  it.each([
    [
      'en',
      'Sinopec has cancelled two cargoes, Reuters reported, citing the Wall Street Journal.',
      ['Reuters', 'Wall Street Journal'],
    ],
    [
      'de',
      'Sinopec habe zwei Ladungen storniert, berichtet Bloomberg unter Berufung auf die Financial Times.',
      ['Bloomberg', 'Financial Times'],
    ],
    [
      'fr',
      'Sinopec a annulé deux cargaisons, rapporte Reuters, citant le Financial Times.',
      ['Reuters', 'Financial Times'],
    ],
    [
      'es',
      'Según Bloomberg, que cita al Financial Times, Sinopec ha cancelado dos cargamentos.',
      ['Bloomberg', 'Financial Times'],
    ],
    [
      'it',
      'Secondo Bloomberg, che cita il Financial Times, Sinopec ha cancellato due carichi.',
      ['Bloomberg', 'Financial Times'],
    ],
    [
      'en',
      'Sinopec has cancelled two cargoes, Kanal.Az reports, citing Bloomberg.',
      ['Kanal.Az', 'Bloomberg'],
    ],
  ])('is credited with it, and neither speaks (%s: %s)', (lang, text, via) => {
    const [claim] = claims(lang, text)
    expect([claim?.speaker, claim?.via]).toEqual([null, via])
  })
})

describe('a name behind the comma of a title', () => {
  it.each([
    [
      'it',
      '“I depositi sono vuoti – ha dichiarato il coordinatore regionale, Livio Serrani – e la raffineria di Priolo è ferma”.',
      'Livio Serrani',
    ],
    [
      'es',
      'La refinería de Tula está parada, dijo el secretario general del sindicato, Octavio Lerma Ruiz.',
      'Octavio Lerma Ruiz',
    ],
    [
      'fr',
      "La raffinerie de Donges est à l'arrêt, a indiqué le coordinateur CGT du groupe, Yvon Kerlec.",
      'Yvon Kerlec',
    ],
  ])('is who speaks (%s)', (lang, text, speaker) => {
    expect(claims(lang, text)[0]?.speaker).toBe(speaker)
  })
})

describe('a ministry without its land', () => {
  it('is not of the land whose port something leads to', () => {
    const text =
      "L'Irak a cessé ses exportations vers le terminal turc de Ceyhan, a indiqué le ministère du Pétrole."
    expect(claims('fr', text)[0]?.speaker).toBe('Iraqi Oil Ministry')
  })
})

describe('"this Friday"', () => {
  it.each([
    ['es', 'El ministro viajará este viernes a Argelia para hablar de gas con Sonatrach.', '2026-05-08'],
    ['fr', 'Le ministre rencontrera ce vendredi à Alger le patron de Sonatrach.', '2026-05-08'],
    ['fr', 'Le ministre a rencontré ce vendredi à Alger le patron de Sonatrach.', '2026-05-01'],
  ])('is the next one of what is to come, the last of what has been (%s)', (lang, text, time) => {
    expect(claims(lang, text)[0]?.time).toBe(time)
  })
})

describe('figures of one sentence', () => {
  const figures = (lang: string, text: string) =>
    readOne(reader, { lang, text, published: '2026-05-04' }).quantities.map(({ value, unit }) => [
      value,
      unit,
    ])
  it.each([
    ['fr', "L'oléoduc transporte de 420 à 450 000 barils par jour.", [420_000, 450_000]],
    ['es', 'El oleoducto transporta de 210 a 250.000 barriles diarios.', [210_000, 250_000]],
  ])('share the thousand that only the second writes (%s)', (lang, text, value) => {
    expect(figures(lang, text)).toEqual([[value, 'bbl/d']])
  })
  it('do not lend the rate to the amount of the month that it makes', () => {
    const text = "L'Iraq ha esportato 93 milioni di barili in marzo, ossia 3 milioni di barili al giorno."
    expect(figures('it', text)).toEqual([
      [93e6, 'bbl'],
      [3e6, 'bbl/d'],
    ])
  })
})

describe('"X, who said that"', () => {
  it.each([
    ['en', 'He met OMV chief Alfred Stern, who said that deliveries to Austria had resumed.', 'Alfred Stern'],
    ['en', 'The figures came from Gassco, which said that flows through Langeled had stopped.', 'Gassco'],
    [
      'de',
      'Er traf OMV-Chef Alfred Stern, der sagte, dass die Lieferungen nach Österreich wieder aufgenommen worden seien.',
      'Alfred Stern',
    ],
    [
      'fr',
      "Il a rencontré le patron d'OMV, Alfred Stern, qui a déclaré que les livraisons vers l'Autriche avaient repris.",
      'Alfred Stern',
    ],
    [
      'es',
      'Se reunió con el presidente de OMV, Alfred Stern, quien dijo que los suministros a Austria se habían reanudado.',
      'Alfred Stern',
    ],
    [
      'it',
      'Ha incontrato il capo di OMV, Alfred Stern, che ha riferito che le forniture verso l’Austria sono riprese.',
      'Alfred Stern',
    ],
    [
      'ru',
      'Он встретился с главой «Роснефти» Игорем Сечиным, который заявил, что поставки в Венгрию возобновлены.',
      'Igor Sechin',
    ],
    [
      'uk',
      'Він зустрівся з главою «Нафтогазу» Сергієм Корецьким, який заявив, що постачання до Молдови відновлено.',
      'Serhii Koretskyi',
    ],
    [
      'bg',
      'Той се срещна с Владимир Малинов, който заяви, че доставките за Сърбия са възобновени.',
      'Vladimir Malinov',
    ],
    [
      'el',
      'Συναντήθηκε με τον Σταύρο Παπασταύρου, ο οποίος δήλωσε ότι οι παραδόσεις στη Βουλγαρία ξανάρχισαν.',
      'Stavros Papastavrou',
    ],
  ])('is told by X (%s: %s)', (lang, text, speaker) => {
    expect(claims(lang, text).at(-1)?.speaker).toBe(speaker)
  })
})

describe('letters in brackets before a verb of saying', () => {
  it('are the body that says it', () => {
    const text = 'The grid company of the north (NGX) said power supplies to the refinery were cut.'
    expect(claims('en', text)[0]?.speaker).toBe('NGX')
  })
})

describe('what an attack led to', () => {
  it('is the event, and the attack its cause', () => {
    const text = 'Der Angriff führte zur vollständigen Einstellung der Ölexporte durch die Druschba.'
    expect(claims('de', text).map((one) => one.event)).toEqual(['supply_halt'])
  })
})

describe('a body that no table has', () => {
  it.each([
    [
      'en',
      'Diesel prices will rise, the Federation of Independent Petrol Stations said.',
      'Federation of Independent Petrol Stations',
    ],
    [
      'de',
      'Die Preise für Diesel steigen, teilte der Verband der Tankstellenbetreiber mit.',
      'Verband der Tankstellenbetreiber',
    ],
    ['de', 'Die Gasspeicher sind zu 33 Prozent gefüllt, teilte der Verband Norgas mit.', 'Norgas'],
    [
      'fr',
      'Les stations manquent de carburant, a indiqué la Fédération des Stations Libres.',
      'Fédération des Stations Libres',
    ],
    [
      'es',
      'El gas de Medgaz equivale al 48 % del total, según la Corporación de Existencias Reguladas.',
      'Corporación de Existencias Reguladas',
    ],
    ['it', "I prezzi del gas caleranno, ha commentato l'associazione di consumatori Difesagas.", 'Difesagas'],
  ])('is named by the word that its name begins with or stands behind (%s: %s)', (lang, text, speaker) => {
    expect(claims(lang, text)[0]?.speaker).toBe(speaker)
  })
  it.each([
    ['en', 'Oil prices remain supported by Western sanctions on Russia and Iran.'],
    ['de', 'Früher als erwartet wird Russland die Gaslieferungen nach Österreich einstellen.'],
  ])('and nobody speaks where a stance is only told of (%s: %s)', (lang, text) => {
    expect(claims(lang, text)[0]?.speaker).toBeNull()
  })
  it('a company is not one whose name begins alike', () => {
    const text = 'Yacimientos Petrolíferos Fiscales Bolivianos dejó de enviar gas a Argentina.'
    expect(claims('es', text)[0]?.assets).toContain('YPFB')
  })
})

describe('two words with capitals behind a German verb of saying', () => {
  it.each([
    [
      'Die Lieferungen nach Ungarn seien gestoppt, sagte Zsombor Herendi von der Reederei Balatonschiff.',
      'Zsombor Herendi',
    ],
    ['Die Lieferungen nach Ungarn seien gestoppt, sagte Gazprom Export in Moskau.', 'Gazprom Export'],
  ])('are a name, unless a table has them (%s)', (text, speaker) => {
    expect(claims('de', text)[0]?.speaker).toBe(speaker)
  })
})

describe('a day of the year behind "since"', () => {
  it.each([
    [
      'fr',
      'La raffinerie de Donges, arrêtée depuis le 11 novembre, sera redémarrée le 26 juin.',
      '2025-11-11/..',
    ],
    ['en', 'The Schwechat refinery, shut since 11 November, will restart on 26 June.', '2025-11-11/..'],
    [
      'de',
      'Die Raffinerie Schwechat, seit dem 11. November außer Betrieb, wird am 26. Juni wieder anfahren.',
      '2025-11-11/..',
    ],
  ])('is past, whatever is to come in the sentence (%s)', (lang, text, iso) => {
    const { dates } = readOne(reader, { lang, text, published: '2026-05-04' })
    expect(dates.map((one) => one.iso)).toContain(iso)
  })
})
