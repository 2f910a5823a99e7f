import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-14' })
const first = (lang: string, text: string) => {
  const claim = read(lang, text).claims[0]
  return claim === undefined ? null : { speaker: claim.speaker, named: claim.speaker_named, via: claim.via }
}

/** Language, sentence, who speaks (null: nobody beside the outlet), the outlet that brings it. */
const credited: ReadonlyArray<readonly [string, string, string | null, string]> = [
  [
    'en',
    'Interfax quoted the Kazakh energy ministry as saying that oil exports to Germany had stopped.',
    'Kazakh Energy Ministry',
    'Interfax',
  ],
  [
    'en',
    'Russia cut gas deliveries to Serbia by 20%, according to the Belgrade daily Kurir Dunav.',
    null,
    'Kurir Dunav',
  ],
  [
    'en',
    'Oil exports from Novorossiysk fell by 15%, the Harbour Gazette reported on Friday.',
    null,
    'Harbour Gazette',
  ],
  [
    'es',
    'Según el diario La Voz del Puerto, PDVSA suspendió los envíos de crudo a Cuba.',
    null,
    'La Voz del Puerto',
  ],
  [
    'fr',
    'La Russie a réduit de 20 % ses livraisons de gaz à la Serbie, a rapporté Le Courrier du Quai.',
    null,
    'Le Courrier du Quai',
  ],
  [
    'de',
    'Wie die Hafen-Rundschau berichtet, wurde der Ölexport aus Noworossijsk gestoppt.',
    null,
    'Hafen-Rundschau',
  ],
  [
    'de',
    'Einem Bericht von Bloomberg zufolge sind die Gasflüsse durch TurkStream gesunken.',
    null,
    'Bloomberg',
  ],
  [
    'ru',
    'Поставки газа в Сербию выросли на 5%, рассказали «Утренней газете» в «Сербиягазе».',
    'Srbijagas',
    'Utrenney gazete',
  ],
  [
    'uk',
    'Прокачування нафтопроводом «Дружба» знизилося на 20%, розповів «Ранковій газеті» співрозмовник у галузі.',
    'industry source',
    'Rankovii hazeti',
  ],
  [
    'pl',
    'Przesył ropy rurociągiem Przyjaźń spadł o 20 procent, powiedział "Gazecie Porannej" rzecznik PERN.',
    'PERN spokesman',
    'Gazecie Porannej',
  ],
  [
    'fr',
    'Le débit de gaz par TurkStream a baissé de 20 %, a déclaré un porte-parole de Gazprom au « Courrier du matin ».',
    'Gazprom spokesman',
    'Courrier du matin',
  ],
  [
    'ru',
    'Прокачка нефти по нефтепроводу «Дружба» остановлена. Об этом сообщил министр энергетики Александр Новак, передает Интерфакс.',
    'Alexander Novak',
    'Interfax',
  ],
  [
    'ru',
    'Прокачка нефти по нефтепроводу «Дружба» остановлена, сообщает ТАСС со ссылкой на «Транснефть».',
    'Transneft',
    'TASS',
  ],
  [
    'uk',
    'Як пише видання «Портовий вісник», експорт нафти з Новоросійська впав на 15%.',
    null,
    'Portovyi visnyk',
  ],
  [
    'tr',
    "Liman Postası gazetesi, Novorossiysk'ten petrol ihracatının durduğunu yazdı.",
    null,
    'Liman Postası',
  ],
  ['ar', 'ذكرت وكالة إنترفاكس أن خط أنابيب "دروجبا" توقف عن ضخ النفط.', null, 'Interfax'],
  ['el', 'Όπως μετέδωσε το ΑΠΕ-ΜΠΕ, η ΔΕΠΑ θα αυξήσει τις εισαγωγές LNG κατά 10%.', null, 'ANA-MPA'],
  ['zh', '据《港口日报》报道，新罗西斯克的石油出口下降了15%。', null, '港口日报'],
]

/** An outlet that cites people without names: they speak, it brings. */
const chains: ReadonlyArray<readonly [string, string, string]> = [
  ['en', 'Gas flows to Hungary were halted on Monday, Reuters reported, citing two traders.', 'Reuters'],
  [
    'es',
    'El suministro de gas a Marruecos se detuvo el lunes, según EFE, que cita a fuentes del sector.',
    'EFE',
  ],
  ['fr', "Selon Reuters, qui cite deux sources du secteur, le gazoduc TurkStream est à l'arrêt.", 'Reuters'],
  ['ar', 'نقلت وكالة رويترز عن مصدرين أن روسيا خفضت صادرات الغاز إلى صربيا بنسبة 20%.', 'Reuters'],
  [
    'el',
    'Η Ρωσία μείωσε κατά 20% τις παραδόσεις φυσικού αερίου στη Σερβία, μετέδωσε το Reuters, επικαλούμενο δύο πηγές.',
    'Reuters',
  ],
  ['zh', '路透社援引两名消息人士的话报道，“友谊”输油管道已停止输油。', 'Reuters'],
]

/** The outlet of a dateline, known or not, in its usual places. */
const datelines: ReadonlyArray<readonly [string, string, string]> = [
  [
    'fr',
    'Le Havre, 14 mai 2026 (La Dépêche du Port). Le gazoduc Medgaz a été arrêté lundi.',
    'La Dépêche du Port',
  ],
  [
    'el',
    'Λευκωσία, 14 Μαΐου 2026 (Φωνή του Λιμανιού) – Ο αγωγός Medgaz έκλεισε τη Δευτέρα.',
    'Foni tou Limaniou',
  ],
  ['ru', 'АСТАНА, 14 мая, «Степной вестник». Экспорт нефти в Германию остановлен.', 'Stepnoy vestnik'],
]

/** Whoever is named with a verb in the perfect, by a title, or ahead of the outlet that cites him. */
const named: ReadonlyArray<readonly [string, string, string, readonly string[]]> = [
  [
    'fr',
    "Le ministre algérien de l'Energie, Karim Belhadi, a annoncé que les exportations de gaz augmenteront de 10 %.",
    'Karim Belhadi',
    [],
  ],
  [
    'en',
    'Citing a senior Kremlin official, Kommersant reported that gas exports to China would rise by 5%.',
    'senior official',
    ['Kommersant'],
  ],
  [
    'ar',
    'قال متحدث باسم وزارة الطاقة الجزائرية لوكالة فرانس برس إن صادرات الغاز إلى إيطاليا توقفت.',
    'Algerian Energy Ministry spokesman',
    ['AFP'],
  ],
]

describe('names beside offices and outlets', () => {
  it('a title with a domain leads to a person that no table has', () => {
    const found = read('ru', 'Об этом сообщил замминистра энергетики Аскар Тулегенов.').entities
    expect(found.map((one) => one.canonical)).toContain('Askar Tulegenov')
  })

  it('a paper that stands between verb and citation is an outlet, though no table has it', () => {
    const text = 'Запаси газу зросли на 7%, повідомляє «Наддніпрянський огляд» із посиланням на ExPro.'
    expect(read('uk', text).entities.map((one) => one.type)).toContain('organisation')
  })

  it('a Chinese dateline may write outlet, town and day in one run', () => {
    const text = '海港能源网北京6月4日电 俄罗斯对塞尔维亚的天然气供应减少了20%。'
    expect(read('zh', text).claims[0]?.via).toEqual(['海港能源网'])
  })
})

describe('the source chain of a claim', () => {
  it.each(named)('%s: %s', (lang, text, speaker, via) => {
    expect(first(lang, text)).toMatchObject({ speaker, via })
  })

  it.each(credited)('%s: %s', (lang, text, speaker, outlet) => {
    expect(first(lang, text)).toMatchObject({ speaker, via: [outlet] })
  })

  it.each(chains)('%s: %s', (lang, text, outlet) => {
    const claim = first(lang, text)
    expect(claim).toMatchObject({ named: false, via: [outlet] })
    expect(claim?.speaker).toMatch(/source|trader/u)
  })

  it.each(datelines)('%s: %s', (lang, text, outlet) => {
    expect(first(lang, text)?.via).toEqual([outlet])
    const entity = read(lang, text).entities.find((one) => one.canonical === outlet)
    expect(entity?.type).toBe('organisation')
  })

  it('drops what an outlet cites, but not where that tells of an event', () => {
    const events = (behind: string) =>
      read(
        'pl',
        `Eksport ropy do Turcji spadł, podał we wtorek Reuters, powołując się na ${behind}.`,
      ).claims.map(({ event }) => event)
    expect(events('dane Kpler o ruchu tankowców')).toEqual(['supply_change'])
    expect(events('urzędników ministerstwa i atak na ropociąg Kirkuk-Ceyhan')).toEqual([
      'supply_change',
      'outage_or_attack',
    ])
  })
})
