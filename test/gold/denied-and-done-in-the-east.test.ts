import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
const firstOf = (lang: string, text: string) => read(lang, text).claims[0]

describe('Chinese 将', () => {
  it.each([
    '印度石油公司将巴拉迪布炼油厂的检修推迟到了9月。',
    '阿联酋将原油日产量下调至290万桶。',
    '科威特石油公司将亚洲客户的原油官价下调了2美元。',
    '阿塞拜疆将对意大利的天然气供应量提高了一成。',
  ])('leads in what something is done to before a noun: %s', (text) => {
    expect(firstOf('zh', text)).toMatchObject({ modality: 'happened', polarity: 'positive' })
  })
  it.each([
    '阿联酋将下调原油日产量。',
    '印度石油公司将于9月检修炼油厂。',
    '天然气价格将继续上涨，此前已涨了两天。',
  ])('tells what is to come before a verb: %s', (text) => {
    expect(firstOf('zh', text)?.modality).toBe('announced_or_planned')
  })
})

describe('"not" in Chinese', () => {
  it('is of the verb behind all that "on" and "with" lead in', () => {
    const text = '摩尔多瓦与俄罗斯天然气工业股份公司未能就明年冬季天然气供应的价格和付款方式达成协议。'
    expect(firstOf('zh', text)).toMatchObject({ event: 'agreement', polarity: 'negative' })
  })
  it('is of its own clause alone', () => {
    const text = '该公司没有就此置评，但已签署向韩国供应液化天然气的合同。'
    expect(read('zh', text).claims.find((one) => one.event === 'agreement')?.polarity).toBe('positive')
  })
})

describe('Turkish verbs that say not', () => {
  it('are of what stands well before them', () => {
    const text =
      'Bakanlık Sözcüsü Selin Akar, donanmanın geçen hafta boğazda hiçbir yabancı petrol tankerine eşlik etmediğini açıkladı.'
    expect(firstOf('tr', text)).toMatchObject({
      modality: 'denied',
      polarity: 'negative',
      speaker: 'Selin Akar',
    })
  })
  it('are found in the present', () => {
    const text = 'Ürdün, Mısır üzerinden LNG alımını durdurmayı planlamıyor.'
    expect(firstOf('tr', text)).toMatchObject({ event: 'supply_halt', polarity: 'negative' })
    const hoped = 'Irak, petrol ihracatının yeniden başlayacağını umuyor.'
    expect(firstOf('tr', hoped)?.polarity).toBe('positive')
  })
  it('before a noun are of that noun alone', () => {
    const text = 'Bakan, faal olmayan iki kuyuda petrol üretiminin yeniden başladığını söyledi.'
    expect(firstOf('tr', text)?.polarity).toBe('positive')
  })
  it('deny an attack that somebody "reddetti", which without it is a refusal', () => {
    const denied = 'Moskova, Odesa limanındaki petrol deposuna saldırdığını reddetti.'
    expect(firstOf('tr', denied)).toMatchObject({ event: 'outage_or_attack', modality: 'denied' })
    const refused = 'Slovakya, Rus gazına yaptırımı reddetti.'
    expect(firstOf('tr', refused)?.event).toBe('policy_opposition')
  })
})

describe('who speaks in Turkish', () => {
  it('stands before a quotation of several sentences, whose verb comes last', () => {
    const text =
      "Bükreş'te gazetecilere konuşan Transgaz Genel Müdürü Radu Ionescu, “Talep olursa sevkiyatı artırabiliriz. Boru hattında kesinti yok” dedi."
    const claims = read('tr', text).claims
    expect(claims.map((one) => one.speaker)).toEqual(claims.map(() => 'Radu Ionescu'))
    expect(claims.some((one) => one.modality === 'denied')).toBe(true)
  })
  it('is the officials of a country, with no comma behind them', () => {
    const text = 'Ukraynalı yetkililer saldırıda boru hattının hasar görmediğini öne sürdü.'
    expect(firstOf('tr', text)).toMatchObject({ modality: 'denied', speaker_named: false })
    expect(firstOf('tr', text)?.speaker).toMatch(/official/u)
  })
})

describe('a continent', () => {
  it.each([
    ['en', 'The largest refinery in Africa was shut on Sunday.'],
    ['de', 'Die größte Raffinerie Afrikas wurde am Sonntag geschlossen.'],
    ['el', 'Το μεγαλύτερο διυλιστήριο της Αφρικής έκλεισε την Κυριακή.'],
    ['ar', 'أغلقت أكبر مصفاة في أفريقيا يوم الأحد.'],
    ['ru', 'Крупнейший НПЗ Африки остановлен в воскресенье.'],
  ])('lends no plant its name (%s)', (lang, text) => {
    expect(read(lang, text).entities.filter((one) => one.type === 'refinery')).toEqual([])
  })
})

describe('what flows now and what is to flow', () => {
  it.each([
    ['zh', '乌兹别克斯坦目前每日进口天然气900万立方米，到年底将增至1200万立方米。'],
    ['en', 'Supplies through the line now stand at 9 mcm a day, and will rise to 12 mcm a day by December.'],
  ])('are two claims where each has its figure (%s)', (lang, text) => {
    const claims = read(lang, text).claims
    expect(claims.map((one) => one.modality)).toEqual(['ongoing', 'announced_or_planned'])
    expect(claims[1]?.event).toBe('supply_change')
  })
})

describe('"not" behind a Chinese comma', () => {
  it('is of what stands there', () => {
    const text = '经保加利亚输往塞尔维亚的天然气流量继续减少，使贸易商没有时间补充库存。'
    expect(firstOf('zh', text)).toMatchObject({ event: 'supply_change', polarity: 'positive' })
  })
})

describe('the office of a president', () => {
  it.each([
    ['el', 'Η τουρκική προεδρία διέψευσε ότι σταμάτησαν οι εισαγωγές φυσικού αερίου από το Ιράν.'],
    ['tr', "Türkiye Cumhurbaşkanlığı, İran'dan gaz akışının durduğu haberlerini yalanladı."],
    ['ar', 'نفت الرئاسة التركية توقف إمدادات الغاز الإيراني.'],
    ['fr', "La présidence turque a démenti l'arrêt des livraisons de gaz iranien."],
    ['bg', 'Турското президентство отрече спиране на доставките на ирански газ.'],
  ])('speaks under the name of its country (%s)', (lang, text) => {
    expect(firstOf(lang, text)).toMatchObject({ speaker: 'Turkish presidency', modality: 'denied' })
  })
})

describe('bodies behind titles', () => {
  it('in Greek are no part of who heads them', () => {
    const text =
      'Ο πρόεδρος της Ομοσπονδίας Πρατηριούχων Πελοποννήσου Ηλίας Βαρδής δήλωσε ότι οι τιμές της βενζίνης αυξήθηκαν κατά 4%.'
    expect(firstOf('el', text)?.speaker).toBe('Ilias Vardis')
  })
  it('in Turkish end in what they are, and speak', () => {
    const text = 'Petrol Dağıtıcıları Derneği, motorin satışlarının yüzde 4 azaldığını açıkladı.'
    expect(firstOf('tr', text)?.speaker).toBe('Petrol Dağıtıcıları Derneği')
  })
})

describe('tankers', () => {
  it('that are counted bear no name', () => {
    const text = "Dün 40 tanker Boğaz'ın iki yakasında bekledi."
    expect(read('tr', text).entities.filter((one) => one.type === 'vessel')).toEqual([])
  })
})

describe('what one reports, "which another denied"', () => {
  it.each([
    ['ar', 'أفادت رويترز بأن الجزائر خفضت ضخ الغاز إلى إيطاليا، وهو ما نفته سوناطراك.'],
    ['en', 'Reuters reported that Algeria had cut gas flows to Italy, which Sonatrach denied.'],
    [
      'de',
      'Reuters berichtete, Algerien habe die Gaslieferungen nach Italien gekürzt, was Sonatrach bestritt.',
    ],
    [
      'fr',
      "Reuters a rapporté que l'Algérie avait réduit ses livraisons de gaz à l'Italie, ce que Sonatrach a démenti.",
    ],
    [
      'es',
      'Reuters informó de que Argelia había reducido los suministros de gas a Italia, lo que Sonatrach desmintió.',
    ],
    ['pl', 'Reuters podał, że Algieria zmniejszyła dostawy gazu do Włoch, czemu Sonatrach zaprzeczył.'],
    ['uk', 'Reuters повідомив, що Алжир скоротив постачання газу до Італії, що спростувала Sonatrach.'],
    ['ru', 'Reuters сообщил, что Алжир сократил поставки газа в Италию, что опровергла Sonatrach.'],
    ['bg', 'Ройтерс съобщи, че Алжир е намалил доставките на газ за Италия, което „Сонатрак“ отрече.'],
    [
      'el',
      'Το Reuters μετέδωσε ότι η Αλγερία μείωσε τις παραδόσεις αερίου στην Ιταλία, κάτι που διέψευσε η Sonatrach.',
    ],
    ['zh', '路透社报道称阿尔及利亚已减少对意大利的天然气供应，阿尔及利亚国家石油公司对此予以否认。'],
  ])('is told by the one and denied by the other (%s)', (lang, text) => {
    const [told, denied] = read(lang, text).claims
    expect(told).toMatchObject({ event: 'supply_change', modality: 'happened', speaker: null })
    expect(denied).toMatchObject({ event: 'supply_change', modality: 'denied', speaker: 'Sonatrach' })
  })
})
