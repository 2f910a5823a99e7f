import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const claims = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' }).claims
const lastOf = (lang: string, text: string) => claims(lang, text).at(-1)

describe('who speaks, where the verb ends the sentence', () => {
  it.each([
    ['tr', 'Dün BOTAŞ, Mavi Akım üzerinden gaz akışının durduğunu duyurdu.', 'BOTAS'],
    ['tr', '2 Mayıs’ta Tüpraş rafinerideki üretimin yeniden başladığını açıkladı.', 'Tupras'],
    ['tr', 'Bu arada, Tüpraş rafinerideki üretimin yeniden başladığını açıkladı.', 'Tupras'],
    ['kk', 'Бұған дейін «ҚазТрансОйл» құбырдағы мұнай айдау тоқтағанын мәлімдеген.', 'KazTransOil'],
    ['kk', 'Өз кезегінде ҚазМұнайГаз зауыттағы жөндеу аяқталғанын мәлімдеді.', 'KazMunayGas'],
  ])('is named behind words that only date or join, in %s: %s', (lang, text, speaker) => {
    expect(lastOf(lang, text)).toMatchObject({ speaker, speaker_named: true })
  })

  it('is not who owns what is told', () => {
    const kk = 'Әзербайжанның газ экспорты 4 пайызға өскенін министр айтты.'
    expect(lastOf('kk', kk)).toMatchObject({ event: 'supply_change', speaker: 'minister' })
  })

  it('may stand right before the verb', () => {
    const tr = 'Romanya’nın gaz ihracatını durdurduğunu Enerji Bakanı Kerem Karadal açıkladı.'
    expect(lastOf('tr', tr)).toMatchObject({ event: 'supply_halt', speaker: 'Kerem Karadal' })
  })

  it('holds the office of the country that opens the sentence, and is no office', () => {
    const kk = 'Түркия президенті Қазақстанда мұнай өңдеу зауытын салатынын айтты.'
    expect(lastOf('kk', kk)?.speaker).toBe('Turkey president')
    const tr = 'Gazprom sözcüsü gaz akışının durduğunu açıkladı.'
    expect(lastOf('tr', tr)?.speaker).toBe('Gazprom spokesman')
    const office = 'BOTAŞ Genel Müdürlüğü gaz akışının durduğunu açıkladı.'
    expect(lastOf('tr', office)?.speaker).toBe('BOTAS')
  })

  it('is the one of the sentence before, where a statement goes on', () => {
    const tr =
      'Tüpraş, İzmir rafinerisinde üretimin durduğunu açıkladı. Açıklamada benzin stoklarının yüzde 9 azaldığı vurgulandı.'
    expect(lastOf('tr', tr)?.speaker).toBe('Tupras')
    const kk =
      'ҚазМұнайГаз зауыт жұмысын тоқтатқанын хабарлады. Хабарламада жөндеу 20 мамырға дейін созылатыны айтылған.'
    expect(lastOf('kk', kk)?.speaker).toBe('KazMunayGas')
  })

  it('is the minister of that surname who was named in full', () => {
    const text =
      'Enerji Bakanı Kerem Karadal, "Akaryakıtta sıkıntı yok" dedi. Bakan Karadal, Sivas’ta yaptığı açıklamada, "Doğal gaz hattında hasar oluştu" ifadelerini kullandı.'
    expect(new Set(claims('tr', text).map((one) => one.speaker))).toEqual(new Set(['Kerem Karadal']))
  })
})

describe('who speaks in Arabic', () => {
  it('may stand before the verb behind "that"', () => {
    const said = 'وأوضح البيان أن شركة سونلغاز قالت إن إمدادات الغاز إلى المصنع توقفت.'
    expect(lastOf('ar', said)?.speaker).toBe('Sonelgaz')
    const announced = 'ذكرت وكالة إرنا أن شركة سوناطراك أعلنت عن وقف إنتاج الغاز في الحقل.'
    expect(lastOf('ar', announced)).toMatchObject({ event: 'supply_halt', speaker: 'Sonatrach' })
  })
  it('is no country that does something', () => {
    const text = 'قال الوزير إن تونس أبدت اهتمامها بشراء الغاز الجزائري.'
    expect(lastOf('ar', text)?.speaker).not.toBe('Tunisia')
  })
})

it('"the operator" of another country is not the company that spoke last', () => {
  const text =
    'Η Gazprom μείωσε τις ροές. Η ροή αερίου συνεχίζεται κανονικά, δήλωσε ο διαχειριστής του αγωγού της Σερβίας.'
  expect(lastOf('el', text)).toMatchObject({ speaker: 'Serbia operator', speaker_named: false })
})

it('goes on with the report that was credited', () => {
  const tr =
    'Reuters, Tüpraş’ın petrol alımını durdurduğunu yazdı. Haberde, şirketin ithalatı azalttığı belirtildi.'
  expect(lastOf('tr', tr)?.via).toEqual(['Reuters'])
  const zh = '路透社报道，中国石化暂停购买伊朗石油。报道指出，这些企业已停止签署新合同。'
  expect(lastOf('zh', zh)?.via).toEqual(['Reuters'])
})

it('drones that nobody knows attacked all the same', () => {
  expect(lastOf('kk', 'Порт маңында танкерге белгісіз дрондар шабуыл жасаған.')?.modality).toBe('happened')
})

it('Chinese "last year China" is no middle of a year', () => {
  const { dates } = readOne(reader, { lang: 'zh', text: '去年中国原油进口下降。', published: '2026-05-04' })
  expect(dates.map((one) => one.iso)).toEqual(['2025'])
})

describe('what is told', () => {
  it.each([
    ['ar', 'جددت سوناطراك عقدا لتصدير الغاز المسال مع ناتورجي.', 'agreement', 'happened'],
    ['tr', 'Yeni denizaltı kablosuyla Yunanistan’a elektrik ihracatı başladı.', 'supply_start', 'happened'],
    ['ar', 'وحدتان تعملان بالغاز الطبيعي في المحطة توقفتا.', 'supply_halt', 'happened'],
    ['tr', 'Kazak petrolünün sevkiyatı arttı.', 'supply_change', 'happened'],
    ['el', 'Η Βρετανία επέβαλε στοχευμένες κυρώσεις στη Lukoil.', 'sanction', 'happened'],
    ['tr', 'İki ülke doğal gaz alanında bir niyet beyanı imzaladı.', 'agreement', 'happened'],
  ])('is the event itself in %s: %s', (lang, text, event, modality) => {
    expect(claims(lang, text)[0]).toMatchObject({ event, modality })
  })

  it('is no restart where a share of the market is won back', () => {
    const events = [
      ...claims('ar', 'تسعى نيجيريا لاستعادة حصتها في سوق النفط.'),
      ...claims('tr', 'Nijerya petrolde pazar payını geri kazanma çabasında.'),
    ].map((one) => one.event)
    expect(events).not.toContain('repair_or_restart')
    expect(events).not.toContain('outage_or_attack')
  })

  it('is no decision of the place whose clock is named', () => {
    const el = 'Το φορτίο LNG έφτασε στις 06:00 (ώρα Κύπρου) στη Ρεβυθούσα.'
    expect(lastOf('el', el)?.assets).not.toContain('Cyprus')
  })
})

it('delegates of a body are not the body', () => {
  const ar = 'نقلت رويترز عن ثلاثة مندوبين في أوبك+ أن التحالف سيزيد إنتاج النفط.'
  expect(lastOf('ar', ar)).toMatchObject({ speaker_named: false, via: ['Reuters'] })
  const el = 'Δύο αντιπρόσωποι του ΟΠΕΚ+ δήλωσαν ότι η παραγωγή πετρελαίου θα αυξηθεί.'
  expect(lastOf('el', el)?.speaker_named).toBe(false)
})

it('"the one who spoke" is the person who did', () => {
  const text = 'وقال سامر الخطيب إن الشركة ستزيد إنتاج الغاز. وأعلن المتحدث أن الإمدادات انطلقت.'
  expect(lastOf('ar', text)?.speaker).toBe(claims('ar', text)[0]?.speaker)
})

describe('amounts and days', () => {
  const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
  it.each([
    ['ar', 'ستضخ المجموعة 140 ألف برميل إضافي يوميا.'],
    ['ar', 'خسر الحقل 140 ألف برميل من الإنتاج اليومي.'],
    ['kk', 'Орташа тәуліктік мұнай өндіру 140 мың баррельге азайды.'],
  ])('are of a day in %s: %s', (lang, text) => {
    expect(read(lang, text).quantities.map((one) => [one.value, one.unit])).toEqual([[140_000, 'bbl/d']])
  })
  it('are four thousand five hundred in Turkish and Kazakh', () => {
    const values = (lang: string, text: string) => read(lang, text).quantities.map((one) => one.value)
    expect(values('tr', 'Şebeke 3 bin ila 3 bin 200 megavat kaybetti.')).toEqual([[3000, 3200]])
    expect(values('kk', 'Өндіріс 1900 мегаваттан 3 мың 200 мегаватқа дейін өсті.')).toEqual([[1900, 3200]])
  })

  it.each([
    ['tr', '2025 yılının ilk 7 ayında petrol ihracatı arttı.', ['2025-01/2025-07']],
    ['ar', 'ارتفعت أسعار النفط إلى أعلى مستوى في ستة أشهر.', []],
    ['ar', 'سيرتفع إنتاج النفط خلال شهر يونيو المقبل.', ['2026-06']],
    ['el', 'Η λειτουργία άρχισε το Σάββατο 25/4.', ['2026-04-25']],
    ['el', 'Το έργο θα ολοκληρωθεί έως τα τέλη του τρέχοντος έτους.', ['2026-12']],
    ['tr', 'OPEC+ 2027’nin ocak ayında üretimi artırmayacak.', ['2027-01']],
    ['zh', '深海一号气田水下天然气系统投产。', []],
  ])('are those of the calendar in %s: %s', (lang, text, days) => {
    expect(read(lang, text).dates.map((one) => one.iso?.replace('../', ''))).toEqual(days)
  })
})

describe('an Arabic minister who told an outlet', () => {
  it('speaks through it, whether he stands before or behind his verb', () => {
    const ahead =
      'وكان وزير النفط حيان عبد الغني أكد في تصريح لقناة العربية استئناف التصدير عبر خط كركوك جيهان.'
    const behind = 'أكد وزير النفط حيان عبد الغني في تصريح لقناة العربية استئناف التصدير عبر خط كركوك جيهان.'
    for (const text of [ahead, behind])
      expect(claims('ar', text)[0]).toMatchObject({ speaker: 'Hayan Abdul-Ghani', via: ['Al Arabiya'] })
  })
})

describe('a word for a company within the name of a body', () => {
  it('takes up no operator of the country behind it', () => {
    const text = 'أعلنت المؤسسة الوطنية للنفط في ليبيا، أمس، إغلاق حقل الفيل.'
    expect(claims('ar', text)[0]?.speaker).toBe('National Oil Corporation')
  })
})
