import type { BriefClaim } from './brief.ts'

type Base = Partial<BriefClaim> & Pick<BriefClaim, 'id' | 'report' | 'lang' | 'evidence' | 'event' | 'gloss'>

function claim(fields: Base): BriefClaim {
  return {
    span: [0, fields.evidence.length],
    modality: 'happened',
    polarity: 'positive',
    assets: [],
    assets_implied: [],
    speaker: null,
    speaker_named: fields.speaker !== undefined && fields.speaker !== null,
    via: [],
    time: null,
    quantities: [],
    cues: [],
    outlet: null,
    published: null,
    numbers: [],
    ...fields,
  }
}

const gulf = { report: 'gulf-energy-ar', lang: 'ar', outlet: 'Gulf Energy Page', published: '2025-02-18' }
const port = { report: 'port-notes-ru', lang: 'ru', outlet: 'Port Notes', published: '2025-02-18' }
const aegean = { report: 'aegean-desk-el', lang: 'el', outlet: 'Aegean Desk', published: '2025-02-19' }
const wire = { report: 'steppe-wire-en', lang: 'en', outlet: 'Steppe Wire', published: '2025-11-14' }

/** Claims written for tests: invented outlets, invented words. */
export const fixtureClaims: BriefClaim[] = [
  claim({
    ...gulf,
    id: 'c1',
    evidence:
      'قال مشغّل الخط إن طائرات مسيّرة أصابت محطة كروبوتكينسكايا فجر الاثنين، وإن طاقة الضخ تراجعت بنسبة 30 إلى 40%',
    span: [118, 226],
    event: 'outage_or_attack',
    gloss:
      'The operator says that drones hit the Kropotkinskaya pumping station on 17 February 2025 and that throughput capacity fell by 30 to 40 %.',
    speaker: 'Caspian Pipeline Consortium',
    via: ['Interfax'],
    time: '2025-02-17',
    assets: ['Kropotkinskaya pumping station', 'CPC pipeline'],
    quantities: ['q1'],
    numbers: [{ surface: 'بنسبة 30 إلى 40%', value: [30, 40], unit: '%', normalised: null }],
  }),
  claim({
    ...port,
    id: 'c1',
    evidence:
      'По словам главы порта, прокачка по КТК сократилась примерно на четверть, до 1 млн баррелей в сутки',
    span: [64, 161],
    event: 'supply_change',
    gloss:
      'The head of the port says that throughput of the CPC pipeline fell by about a quarter, to 1 million barrels a day.',
    speaker: 'unnamed head of a port',
    time: '2025-02-18',
    assets: ['CPC pipeline'],
    quantities: ['q1', 'q2'],
    numbers: [
      { surface: 'примерно на четверть', value: 25, unit: '%', normalised: null },
      { surface: '1 млн баррелей в сутки', value: 1000000, unit: 'bbl/d', normalised: '1,000 kb/d' },
    ],
  }),
  claim({
    ...port,
    id: 'c2',
    evidence: 'Ремонт, как ожидается, займёт от полутора до двух месяцев',
    span: [163, 219],
    event: 'repair_or_restart',
    modality: 'announced_or_planned',
    gloss: 'Repair of the station is expected to take one and a half to two months.',
    assets: ['Kropotkinskaya pumping station'],
    assets_implied: ['Kropotkinskaya pumping station'],
    quantities: ['q3'],
    numbers: [
      { surface: 'от полутора до двух месяцев', value: [1.5, 2], unit: 'month', normalised: '45 to 61 days' },
    ],
  }),
  claim({
    ...aegean,
    id: 'c1',
    evidence: 'Η εταιρεία διέψευσε ότι ακυρώθηκαν φορτώσεις δεξαμενοπλοίων στο Νοβοροσίσκ',
    span: [301, 375],
    event: 'supply_halt',
    modality: 'denied',
    polarity: 'negative',
    gloss: 'The company denies that tanker loadings at Novorossiysk were cancelled.',
    speaker: 'Caspian Pipeline Consortium',
    via: ['Interfax'],
    time: '2025-02-19',
    assets: ['Novorossiysk', 'Caspian Pipeline Consortium'],
  }),
  claim({
    ...aegean,
    id: 'c2',
    evidence: 'Πάνω από τα τέσσερα πέμπτα του καζακικού πετρελαίου φεύγουν από αυτόν τον αγωγό',
    span: [377, 456],
    event: 'transit',
    modality: 'ongoing',
    gloss: 'More than four fifths of Kazakh oil leaves through this pipeline.',
    assets: ['CPC pipeline', 'Kazakhstan'],
    quantities: ['q2'],
    numbers: [{ surface: 'Πάνω από τα τέσσερα πέμπτα', value: 80, unit: '%', normalised: 'more than 80 %' }],
  }),
  claim({
    ...wire,
    id: 'c1',
    evidence:
      'Energy officials in Astana said gas for the districts along the Russian border would keep flowing "whatever happens this winter"',
    span: [40, 165],
    event: 'statement',
    modality: 'announced_or_planned',
    gloss:
      'Unnamed officials say that gas supply to the regions of Kazakhstan on the Russian border will continue this winter.',
    speaker: 'unnamed energy officials',
    time: '2025-11/2026-03',
    assets: ['Kazakhstan', 'Russia', 'natural gas'],
  }),
  claim({
    ...wire,
    id: 'c2',
    evidence: 'A second reactor supplier will be named before the end of the year, the ministry added',
    span: [512, 597],
    event: 'agreement',
    modality: 'announced_or_planned',
    gloss: 'A ministry says that a second supplier of a reactor will be named before the end of 2025.',
    speaker: 'unnamed ministry',
    time: '../2025-12-31',
    assets: ['nuclear energy', 'Kazakhstan'],
  }),
]
