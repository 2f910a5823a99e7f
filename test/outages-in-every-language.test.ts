import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2025-09-02')

/** The first shock of the first outage that a report raises, and the premises of its scenario. */
function outage(lang: string, text: string) {
  const { questions } = raisedBy(lang, text, day)
  const found = questions.find(({ kind }) => kind === 'outage')
  return {
    shock: found?.scenarios[0]?.shocks[0],
    links: found?.links,
    premises: found?.scenarios[0]?.assumptions.map(({ id }) => id),
    cause: found?.cause,
  }
}

describe('what is out of service for works', () => {
  it.each([
    [
      'en',
      'The Revithoussa LNG terminal will remain out of service until September 12 because of maintenance work.',
    ],
    [
      'es',
      'La terminal de GNL de Sagunto estará fuera de servicio hasta el 12 de septiembre por trabajos de mantenimiento.',
    ],
    [
      'fr',
      "Le terminal méthanier de Fos Cavaou restera hors service jusqu'au 12 septembre en raison de travaux de maintenance.",
    ],
    ['de', 'Die Leitung Blue Stream bleibt wegen Wartungsarbeiten bis zum 12. September außer Betrieb.'],
    [
      'ru',
      'Терминал «Ямал СПГ» будет выведен из эксплуатации до 12 сентября из-за плановых ремонтных работ.',
    ],
    [
      'el',
      'Ο τερματικός σταθμός LNG της Ρεβυθούσας θα παραμείνει εκτός λειτουργίας έως τις 12 Σεπτεμβρίου λόγω εργασιών συντήρησης.',
    ],
    ['ar', 'سيبقى مصنع إدكو للغاز المسال خارج الخدمة حتى 12 سبتمبر بسبب أعمال الصيانة.'],
  ])('is maintained, and back by the day that is told: %s', (lang, text) => {
    const { cause, shock } = outage(lang, text)
    expect(cause).toBe('maintenance')
    // Eleven days, and not the months of what broke.
    expect(shock?.lasts?.central).toBeGreaterThan(8)
    expect(shock?.lasts?.high).toBeLessThan(40)
  })
})

describe('the share at which something works', () => {
  it.each([
    ['en', 'After a drone attack the port of Ust-Luga is operating at 65% of its capacity.'],
    ['de', 'Der Hafen Ust-Luga arbeitet nach einem Drohnenangriff mit 65 Prozent seiner Kapazität.'],
    ['fr', "Après une attaque de drones, le port d'Oust-Louga fonctionne à 65 % de sa capacité."],
    ['es', 'El puerto de Ust-Luga opera al 65 % de su capacidad tras un ataque con drones.'],
    ['it', 'Dopo un attacco di droni il porto di Ust-Luga opera al 65% della sua capacità.'],
    ['pl', 'Po ataku dronów port Ust-Ługa pracuje na 65 proc. mocy.'],
    ['bg', 'След атака с дронове пристанището Уст-Луга работи на 65 % от капацитета си.'],
    ['uk', 'Після атаки дронів порт Усть-Луга працює на 65 % потужності.'],
    ['ru', 'После атаки дронов порт Усть-Луга работает на 65 % мощности.'],
    ['el', 'Μετά από επίθεση με drones το λιμάνι Ουστ-Λούγκα λειτουργεί στο 65% της δυναμικότητάς του.'],
    ['tr', "Drone saldırısının ardından Ust-Luga limanı kapasitesinin yüzde 65'iyle çalışıyor."],
    ['kk', 'Дрон шабуылынан кейін Усть-Луга порты қуатының 65 пайызымен жұмыс істеп тұр.'],
    ['ar', 'يعمل ميناء أوست لوغا بنسبة 65% من طاقته بعد هجوم بطائرات مسيرة.'],
    ['zh', '乌斯季卢加港遭无人机袭击后以65%的产能运行。'],
  ])('is what is left of it: %s', (lang, text) => {
    const { shock } = outage(lang, text)
    expect(shock?.central).toBeCloseTo(0.65, 6)
    // Told as what works: between that and seven tenths of the loss.
    expect(shock?.low).toBeCloseTo(0.65, 6)
    expect(shock?.high).toBeCloseTo(1 - 0.35 * 0.7, 6)
  })

  it.each([
    ['en', 'Drones damaged the port of Novorossiysk. The terminal is running at half its capacity.'],
    ['ru', 'Дроны повредили порт Новороссийск. Терминал работает на половину мощности.'],
    ['de', 'Drohnen haben den Hafen Noworossijsk beschädigt. Das Terminal läuft mit halber Kapazität.'],
    ['es', 'Los drones dañaron el puerto de Novorossiysk. La terminal opera a media capacidad.'],
  ])('is a half where it is told in a word: %s', (lang, text) => {
    expect(outage(lang, text).shock?.central).toBeCloseTo(0.5, 6)
  })

  it.each([
    ['en', 'After a drone attack the CPC terminal is loading crude through one of its three moorings.'],
    ['ru', 'После атаки дронов терминал КТК грузит нефть через одно из трёх причальных устройств.'],
    ['fr', "Après une attaque de drones, le terminal CPC charge du pétrole par l'une des trois bouées."],
    ['tr', 'Drone saldırısının ardından CPC terminali üç şamandıradan birinden petrol yüklüyor.'],
  ])('is a third where one of three moorings loads: %s', (lang, text) => {
    expect(outage(lang, text).shock?.central).toBeCloseTo(1 / 3, 6)
  })

  it('is a third where two of three are out', () => {
    const told = outage('en', 'A drone attack damaged two of the three moorings of the CPC terminal.')
    expect(told.shock?.central).toBeCloseTo(1 / 3, 6)
    expect(told.shock?.high).toBeCloseTo(1 - 0.7 * (2 / 3), 6)
  })
})

describe('what goes on in spite of an attack', () => {
  it.each([
    [
      'en',
      'Drones attacked the port of Primorsk. Oil loading continues without interruption, the governor said.',
    ],
    ['de', 'Drohnen haben den Hafen Primorsk angegriffen. Die Ölverladung läuft ohne Unterbrechung weiter.'],
    [
      'fr',
      'Des drones ont attaqué le port de Primorsk. Les chargements de pétrole se poursuivent sans interruption.',
    ],
    ['es', 'Drones atacaron el puerto de Primorsk. La carga de petróleo continúa sin interrupciones.'],
    [
      'it',
      'Droni hanno attaccato il porto di Primorsk. Le esportazioni di petrolio proseguono senza interruzioni.',
    ],
    ['pl', 'Drony zaatakowały port Primorsk. Załadunek ropy odbywa się bez zakłóceń.'],
    ['bg', 'Дронове атакуваха пристанището Приморск. Товаренето на петрол продължава без прекъсване.'],
    ['uk', 'Дрони атакували порт Приморськ. Відвантаження нафти триває без перебоїв.'],
    ['ru', 'Беспилотники атаковали порт Приморск. Отгрузка нефти не прекращалась.'],
    ['el', 'Drones έπληξαν το λιμάνι του Πριμόρσκ. Η φόρτωση πετρελαίου συνεχίζεται χωρίς διακοπή.'],
    ['tr', 'İnsansız hava araçları Primorsk limanına saldırdı. Petrol yüklemesi kesintisiz sürüyor.'],
    ['kk', 'Дрондар Приморск портына шабуыл жасады. Мұнай тиеу үздіксіз жалғасуда.'],
    ['ar', 'هاجمت طائرات مسيرة ميناء بريمورسك. ويستمر تحميل النفط دون انقطاع.'],
    ['zh', '无人机袭击了普里莫尔斯克港。石油装船照常进行，没有中断。'],
  ])('loses nothing in the middle case: %s', (lang, text) => {
    const { shock, premises } = outage(lang, text)
    expect(premises).toContain('past-share-port-attack-hit')
    expect([shock?.central, shock?.high]).toEqual([1, 1])
    expect(shock?.low).toBeGreaterThan(0.75)
  })

  it('is in doubt where another says that it stopped', () => {
    const { shock } = outage(
      'en',
      'Loadings at the port of Primorsk were suspended after a drone attack, two sources said. The governor said that the port was working normally and loading continued.',
    )
    expect(shock?.low).toBe(0)
    expect(shock?.central).toBeCloseTo(0.5, 6)
    expect(shock?.high).toBe(1)
  })
})

describe('how long it lasts, where no report says', () => {
  it.each([
    ['en', 'The transit of Russian gas through Ukraine stopped after the contract expired.'],
    [
      'de',
      'Der Transit von russischem Gas durch die Ukraine wurde gestoppt, nachdem der Vertrag ausgelaufen war.',
    ],
    ['ru', 'Транзит российского газа через Украину остановлен, так как срок действия контракта истёк.'],
    ['fr', "Le transit du gaz russe par l'Ukraine est arrêté à l'expiration du contrat."],
  ])('is for good where a contract is over: %s', (lang, text) => {
    const { questions } = raisedBy(lang, text, '2025-01-01')
    const found = questions.find(({ kind }) => kind === 'outage')?.scenarios[0]
    expect(found?.assumptions.map(({ id }) => id)).toContain('past-days-deliveries-ending')
    expect(found?.belief_days).toBe(180)
  })

  it('is a few days for a port and some weeks for a refinery', () => {
    const port = outage('en', 'Loadings at the port of Primorsk were suspended after a drone attack.')
    expect(port.premises).toContain('past-days-port-attack')
    expect(port.shock?.lasts?.central).toBeLessThan(5)
    const refinery = outage('en', 'A drone attack halted the Ryazan refinery.')
    expect(refinery.premises).toContain('past-days-refinery-attack')
    expect(refinery.shock?.lasts?.central).toBeGreaterThan(14)
  })
})

it('takes the branches to the countries that are named, and the whole line where none is', () => {
  const named = outage(
    'en',
    'Crude deliveries through the Druzhba pipeline to Hungary and Slovakia stopped after a strike damaged the line.',
  )
  expect(named.links).toEqual(['druzhba-hu', 'druzhba-sk'])
  const bare = outage(
    'en',
    'Crude deliveries through the Druzhba pipeline stopped after a strike damaged the line.',
  )
  expect(bare.links?.length).toBeGreaterThan(2)
})

it('takes a share of the refining of a country for that', () => {
  const { shock } = outage('en', "Drone attacks have idled 17% of Russia's oil refining capacity.")
  expect(shock?.asset).toMatch(/^conversions\//u)
  expect(shock?.low).toBeCloseTo(0.83, 6)
})

describe('megawatts that a cable no longer brings', () => {
  it.each([
    ['en', 'The IFA interconnector tripped on Monday. Imports to Britain fell by 1 GW.'],
    ['de', 'Das IFA-Kabel ist ausgefallen. Die Importe nach Großbritannien sanken um 1 GW.'],
    [
      'fr',
      "L'interconnexion IFA est tombée en panne. Les importations vers le Royaume-Uni ont baissé de 1 GW.",
    ],
  ])('%s: size its own outage, and ask nothing beside it: %s', (lang, text) => {
    const { questions } = raisedBy(lang, text, day)
    expect(questions.map(({ subject }) => subject)).toEqual(['assets/ifa'])
    // One of its two gigawatts.
    expect(questions[0]?.scenarios[0]?.assumptions.map(({ id }) => id)).toContain('cut-claim-spread')
  })
})

it('works that are to come begin on their own day on the network of the day before, and last as told', () => {
  const told = 'The TAP pipeline will be shut for maintenance from 3 to 10 December, the operator said.'
  const [question] = raisedBy('en', told, '2026-11-20', calendarDate('2026-11-23')).questions
  expect(question?.networkDate).toBe('2026-11-23')
  expect(question?.scenarios[0]?.start).toBe('2026-12-03')
})

/** One word says that a line carries gas, in languages that have such a word. */
it.each([
  ['en', 'Flows through the gas pipelines from Algeria to Spain fell by 30 percent after a fire.'],
  ['es', 'El flujo por los gasoductos de Argelia a España cayó un 30 % tras un incendio.'],
  ['fr', 'Les flux dans les gazoducs entre l’Algérie et l’Espagne ont baissé de 30 % après un incendie.'],
  ['it', 'I flussi nei gasdotti dall’Algeria alla Spagna sono scesi del 30 per cento dopo un incendio.'],
  ['pl', 'Przepływy gazociągami z Algierii do Hiszpanii spadły o 30 proc. po pożarze.'],
  ['ru', 'Поток по газопроводам из Алжира в Испанию снизился на 30 % после пожара.'],
  ['uk', 'Потік газопроводами з Алжиру до Іспанії знизився на 30 % після пожежі.'],
  ['bg', 'Потокът по газопроводите от Алжир за Испания намаля с 30 % след пожар.'],
  ['kk', 'Алжирден Испанияға баратын газ құбырлары арқылы ағын өрттен кейін 30 % төмендеді.'],
  [
    'el',
    'Οι ροές στους αγωγούς φυσικού αερίου από την Αλγερία προς την Ισπανία μειώθηκαν κατά 30 % μετά από πυρκαγιά.',
  ],
  ['tr', 'Cezayir’den İspanya’ya giden gaz boru hatlarındaki akış yangının ardından yüzde 30 azaldı.'],
  ['ar', 'انخفض التدفق عبر خطوط أنابيب الغاز من الجزائر إلى إسبانيا بنسبة 30 بالمئة بعد حريق.'],
  ['zh', '火灾后，阿尔及利亚至西班牙天然气管道的输气量下降了30%。'],
])('asks about the gas of lines without a name between two countries: %s', (lang, text) => {
  const { questions } = raisedBy(lang, text, '2026-11-20')
  const assets = questions.flatMap(({ scenarios }) =>
    scenarios.flatMap(({ shocks }) => shocks.map(({ asset }) => asset)),
  )
  expect(assets).toContain('links/medgaz-line')
})
