import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2026-11-20')

/** Kinds and subjects of what a report raises. */
function asked(lang: string, text: string): readonly string[] {
  const { questions } = raisedBy(lang, text, day)
  return questions.map(({ kind, subject }) => `${kind} ${subject}`)
}

describe('cargoes that a buyer no longer takes', () => {
  it.each([
    [
      'en',
      'India will stop buying Russian crude oil delivered by sea from January, officials in New Delhi said.',
    ],
    ['ru', 'Индия с января прекратит закупки российской нефти морем, сообщили чиновники.'],
    ['zh', '印度石油部周五表示,印度将从1月起停止购买俄罗斯海运原油。'],
    [
      'ar',
      'قالت وزارة النفط الهندية يوم الجمعة إن الهند ستتوقف عن شراء النفط الخام الروسي المنقول بحرا اعتبارا من يناير.',
    ],
    [
      'el',
      'Η Ινδία θα σταματήσει από τον Ιανουάριο να αγοράζει ρωσικό αργό πετρέλαιο, ανακοίνωσε το υπουργείο πετρελαίου.',
    ],
  ])('are asked of as they are bought at sea: %s', (lang, text) => {
    expect(asked(lang, text)).toEqual(['sanction countries/RU-IN-crude-by-sea'])
  })

  it.each([
    ['en', 'Japan has banned imports of Russian coal, the trade ministry said on Friday.', 'RU-JP-coal'],
    ['ru', 'Япония запретила импорт российского угля, заявило министерство торговли.', 'RU-JP-coal'],
    ['zh', '中国禁止进口澳大利亚煤炭。', 'AU-CN-coal'],
    ['de', 'Die Türkei verbietet ab Dezember die Einfuhr russischer Ölprodukte.', 'RU-TR-products'],
  ])('may be coal or products: %s', (lang, text, what) => {
    expect(asked(lang, text)).toEqual([`sanction countries/${what}-by-sea`])
  })

  it.each([
    ['en', 'The European Union banned insurance for tankers carrying Russian crude.'],
    ['ar', 'حظر الاتحاد الأوروبي التأمين على الناقلات التي تنقل النفط الخام الروسي.'],
    ['zh', '欧盟禁止为运输俄罗斯原油的油轮提供保险。'],
    ['ru', 'Евросоюз снизил потолок цен на российскую нефть до 44,1 доллара за баррель.'],
  ])('may be those that nobody may insure or buy dearer: %s', (lang, text) => {
    expect(asked(lang, text)).toEqual(['sanction countries/RU-crude-by-sea'])
  })
})

describe('sanctions', () => {
  it.each([
    ['en', 'Rosneft, sanctioned by the United States since 2025, opened an office in Baku.'],
    ['ru', 'Находящийся под санкциями США «Лукойл» отчитался о прибыли.'],
    ['ar', 'افتتحت شركة روسنفت الخاضعة للعقوبات الأمريكية مكتبا في باكو.'],
    ['zh', '受美国制裁的俄罗斯石油公司在巴库开设办事处。'],
    ['el', 'Η Lukoil, η οποία βρίσκεται στη λίστα κυρώσεων των ΗΠΑ, ανακοίνωσε κέρδη.'],
    ['de', 'Der seit 2025 mit Sanktionen belegte Konzern Lukoil eröffnete ein Büro in Baku.'],
    ['tr', "ABD'nin yaptırım listesinde bulunan Lukoil, Bakü'de ofis açtı."],
  ])('that are in force already ask nothing: %s', (lang, text) => {
    expect(asked(lang, text)).toEqual([])
  })

  it.each([
    ['en', 'The United States on Friday imposed sanctions on Rosneft and Lukoil.'],
    ['ru', 'США ввели в пятницу санкции против «Роснефти» и «Лукойла».'],
    ['ar', 'فرضت الولايات المتحدة الجمعة عقوبات على روسنفت ولوك أويل.'],
    ['zh', '美国周五对俄罗斯石油公司和卢克石油公司实施制裁。'],
    ['el', 'Οι ΗΠΑ επέβαλαν την Παρασκευή κυρώσεις στη Rosneft και τη Lukoil.'],
    ['tr', 'ABD cuma günü Rosneft ve Lukoil’e yaptırım uyguladı.'],
  ])('that are new ask what still sails: %s', (lang, text) => {
    expect(asked(lang, text)).toEqual(['sanction measures/rosneft-lukoil-refused-at-sea'])
  })
})

describe('what only seems to stop all', () => {
  /** The first shock of the first question. */
  function firstShock(lang: string, text: string) {
    return raisedBy(lang, text, day).questions[0]?.scenarios[0]?.shocks[0]
  }

  it('is a strait that is closed to some ships alone', () => {
    const shock = firstShock('en', 'The Danish straits were closed to tankers of the shadow fleet.')
    expect(shock?.central).toBeGreaterThan(0)
  })

  it.each([
    ['tr', 'Sis nedeniyle İstanbul Boğazı tanker trafiğine kapatıldı.'],
    ['ru', 'Турция закрыла Босфор для танкеров из-за тумана.'],
    ['en', 'The Bosphorus was closed to tankers because of fog.'],
  ])('is a closure by fog, which is over in days: %s', (lang, text) => {
    const shock = firstShock(lang, text)
    expect(shock?.central).toBe(0)
    expect((shock?.to ?? '') < '2026-12-31').toBe(true)
  })

  it('is a share of a line through which another country sends more', () => {
    expect(
      asked(
        'ru',
        'Казахстан вдвое увеличит экспорт нефти по трубопроводу Баку — Тбилиси — Джейхан в 2027 году.',
      ),
    ).toEqual([])
  })

  it('is a trade that falls after something broke, which is asked of that', () => {
    const kinds = asked(
      'de',
      'Norwegen drosselt die Gaslieferungen nach Deutschland nach einem Ausfall der Anlage Kollsnes um 30 Millionen Kubikmeter pro Tag.',
    )
    expect(kinds).toEqual(['outage assets/kollsnes'])
  })
})
