import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-11-20' })

describe('a headline alone that tells of a struck station and what it costs', () => {
  it.each([
    ['ar', 'هجوم بمسيّرات على محطة ضخ تابعة لخط أنابيب بحر قزوين يخفض التدفقات 30-40%'],
    ['bg', 'Удар по помпена станция на КТК: потокът намаля с 30-40%'],
    ['de', 'Drohnenangriff auf CPC-Pumpstation: Durchfluss um 30 bis 40 Prozent gesunken'],
    ['el', 'Χτύπημα σε αντλιοστάσιο του CPC: μείωση ροής 30% έως 40%'],
    ['en', 'CPC pumping station hit by drones, throughput down 30-40%'],
    ['es', 'Ataque a una estación de bombeo del CPC reduce el flujo entre un 30 y un 40 %'],
    ['fr', 'Attaque contre une station de pompage du CPC : débit réduit de 30 à 40 %'],
    ['it', 'Colpita stazione di pompaggio del CPC, flusso ridotto del 30-40%'],
    ['kk', 'КҚК айдау стансасына дрон шабуылы: мұнай тасымалы 30–40 пайызға төмендеді'],
    ['pl', 'Atak dronów na stację pomp CPC. Przesył spadł o 30–40 proc.'],
    ['ru', 'Удар по НПС КТК: прокачка снижена на 30–40%'],
    ['tr', 'CPC pompa istasyonuna İHA saldırısı: akış yüzde 30-40 azaldı'],
    ['uk', 'Удар по НПС КТК: прокачування знизилося на 30–40%'],
    ['zh', '里海管道泵站遭无人机袭击，输油量下降30%至40%'],
  ])('in %s: %s', (lang, text) => {
    const { claims, quantities, entities } = read(lang, text)
    expect(claims[0]).toMatchObject({ event: 'outage_or_attack', modality: 'happened', polarity: 'positive' })
    expect(quantities).toMatchObject([{ value: [30, 40], unit: '%' }])
    expect(claims.some((claim) => claim.quantities.includes('q1'))).toBe(true)
    for (const claim of claims)
      expect(claim.assets.some((name) => /^(?:Caspian Pipeline Consortium|CPC pipeline)$/u.test(name))).toBe(
        true,
      )
    const others = entities.filter(({ canonical }) => !/Caspian|CPC|crude oil/u.test(canonical))
    expect(others).toEqual([])
  })
})

describe('a headline that says who tells it without a verb of saying', () => {
  const halt = { event: 'supply_halt', modality: 'announced_or_planned', time: '2027-01' }
  it.each([
    ['ar', 'بوتين: إمدادات الغاز إلى أوروبا ستتوقف في يناير', 'Vladimir Putin'],
    ['ar', 'نقل الغاز عبر أوكرانيا سيتوقف في يناير - نوفاك', 'Alexander Novak'],
    ['bg', 'Транзитът на газ през Украйна ще спре през януари - Новак', 'Alexander Novak'],
    ['de', 'Putin: Gaslieferungen nach Europa werden im Januar eingestellt', 'Vladimir Putin'],
    ['el', 'Πούτιν: Οι παραδόσεις φυσικού αερίου στην Ευρώπη θα σταματήσουν τον Ιανουάριο', 'Vladimir Putin'],
    ['en', 'Novak: Gas transit via Ukraine will stop in January', 'Alexander Novak'],
    ['en', 'Gas transit via Ukraine will stop in January: Novak', 'Alexander Novak'],
    ['es', 'Putin: el suministro de gas a Europa se detendrá en enero', 'Vladimir Putin'],
    ['fr', "Le transit de gaz via l'Ukraine cessera en janvier (Novak)", 'Alexander Novak'],
    ['it', "Putin: le forniture di gas all'Europa si fermeranno a gennaio", 'Vladimir Putin'],
    ['pl', 'Tranzyt gazu przez Ukrainę ustanie w styczniu - Nowak', 'Alexander Novak'],
    ['ru', 'Транзит газа через Украину прекратится в январе — Новак', 'Alexander Novak'],
    ['ru', 'Минэнерго РФ: поставки газа в Европу прекратятся в январе', 'Russian Energy Ministry'],
    ['tr', 'Ukrayna üzerinden gaz transiti ocakta duracak - Novak', 'Alexander Novak'],
    ['uk', 'Транзит газу через Україну припиниться у січні, – Шмигаль', 'Denys Shmyhal'],
    ['zh', '普京：对欧洲天然气供应将于1月停止', 'Vladimir Putin'],
  ])('in %s: %s', (lang, text, speaker) => {
    expect(read(lang, text).claims).toMatchObject([{ ...halt, speaker, speaker_named: true }])
  })

  it.each([
    ['en', 'Sources: gas deliveries to Europe will stop in January'],
    ['ru', 'Источники: поставки газа в Европу прекратятся в январе'],
    ['es', 'Fuentes: el suministro de gas a Europa se detendrá en enero'],
  ])('in %s, unnamed: %s', (lang, text) => {
    expect(read(lang, text).claims).toMatchObject([{ ...halt, speaker_named: false }])
    expect(read(lang, text).claims[0]?.speaker).not.toBeNull()
  })

  it('names nobody where a colon follows a country, a place or what happened', () => {
    for (const text of ['Kazakhstan: oil exports fall by 5 %', 'Fire at Gazprom plant: gas exports stopped'])
      for (const { speaker } of read('en', text).claims) expect(speaker).toBeNull()
  })
})

describe('an English headline in the infinitive', () => {
  it('tells a plan', () => {
    expect(read('en', 'Gas transit via Ukraine to stop in January').claims).toMatchObject([
      { event: 'supply_halt', modality: 'announced_or_planned', time: '2027-01' },
    ])
    expect(read('en', 'OPEC+ to raise output by 137,000 bpd in December').claims).toMatchObject([
      { event: 'supply_change', modality: 'announced_or_planned', time: '2026-12' },
    ])
  })

  it('tells what happened where somebody was forced to it', () => {
    expect(read('en', 'Drone attack forces Novatek to halt Ust-Luga loadings').claims).toMatchObject([
      { modality: 'happened' },
    ])
  })
})

it('tells the second Nord Stream from the first in every case of Ukrainian', () => {
  const text = 'Переговори про запуск Північного потоку-2 тривають.'
  expect(read('uk', text).claims[0]?.assets).toEqual(['Nord Stream 2'])
})

describe('a threat or a fear that supply is cut', () => {
  it.each([
    ['ar', 'إيران تهدد بإغلاق مضيق هرمز'],
    ['ar', 'قال قائد في البحرية إن إيران قد تغلق مضيق هرمز.'],
    ['bg', 'Иран заплашва да затвори Ормузкия проток'],
    ['de', 'Iran droht mit Schließung der Straße von Hormus'],
    ['de', 'Iran könnte die Straße von Hormus schließen, sagte ein Kommandeur der Marine.'],
    ['el', 'Το Ιράν απειλεί να κλείσει τα Στενά του Ορμούζ'],
    ['en', 'Iran threatens to close the Strait of Hormuz'],
    ['en', 'Iran could close the Strait of Hormuz, a navy commander said on Tuesday.'],
    ['es', 'Irán amenaza con cerrar el estrecho de Ormuz'],
    ['fr', "L'Iran menace de fermer le détroit d'Ormuz"],
    ['it', "L'Iran minaccia di chiudere lo Stretto di Hormuz"],
    ['kk', 'Иран Ормуз бұғазын жабамын деп қорқытты'],
    ['pl', 'Iran grozi zamknięciem cieśniny Ormuz'],
    ['tr', "İran, Hürmüz Boğazı'nı kapatmakla tehdit etti"],
    ['ru', 'Иран пригрозил перекрыть Ормузский пролив'],
    ['ru', 'Иран может закрыть Ормузский пролив, заявил командующий ВМС.'],
    ['uk', 'Іран погрожує перекрити Ормузьку протоку'],
    ['zh', '伊朗威胁封锁霍尔木兹海峡'],
    ['zh', '海军司令表示，伊朗可能关闭霍尔木兹海峡。'],
  ])('is a halt that may come, in %s: %s', (lang, text) => {
    expect(read(lang, text).claims).toMatchObject([
      { event: 'supply_halt', modality: 'possible', assets: expect.arrayContaining(['Strait of Hormuz']) },
    ])
  })
})

describe('that a strike has not affected the flow', () => {
  it.each([
    ['ar', 'أصابت طائرة مسيرة محطة خط أنابيب بحر قزوين لكن تدفق النفط لم يتأثر، بحسب الكونسورتيوم.'],
    ['bg', 'Дрон удари станцията, но това не се отрази на преноса на нефт, съобщи КТК.'],
    [
      'el',
      'Drone έπληξε τον σταθμό του CPC, αλλά η ροή πετρελαίου δεν επηρεάστηκε, ανακοίνωσε η κοινοπραξία.',
    ],
    ['en', 'A drone hit the CPC station, but oil throughput was not affected, the consortium said.'],
    [
      'es',
      'Un dron impactó la estación del CPC, pero el flujo de crudo no se vio afectado, dijo el consorcio.',
    ],
    [
      'kk',
      'Дрон КҚК стансасына соққы берді, бірақ мұнай тасымалына әсер еткен жоқ, деп хабарлады консорциум.',
    ],
    ['pl', 'Dron uderzył w stację CPC, ale nie wpłynęło to na przesył ropy, poinformowało konsorcjum.'],
    ['ru', 'Дрон ударил по НПС «Кропоткинская», но на прокачку нефти это не повлияло, сообщил КТК.'],
    ['uk', 'Дрон влучив у станцію, але на прокачування нафти це не вплинуло, повідомив КТК.'],
  ])('is a denial of its own behind the strike, in %s', (lang, text) => {
    expect(read(lang, text).claims).toMatchObject([
      { event: 'outage_or_attack', modality: 'happened', polarity: 'positive' },
      { event: 'supply_change', modality: 'denied', polarity: 'negative' },
    ])
  })

  it('shuts nobody out of anything where German says who is excluded', () => {
    const text = 'Die Lizenz für Öl aus Venezuela schließt Firmen aus Russland aus.'
    expect(read('de', text).claims.map(({ event }) => event)).not.toContain('supply_halt')
  })
})
