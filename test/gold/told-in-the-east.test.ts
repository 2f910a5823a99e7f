import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
const lastOf = (lang: string, text: string) => read(lang, text).claims.at(-1)

describe('a report that goes on in its own voice', () => {
  it('is nobody speaking, though somebody spoke before', () => {
    const said = 'قال وزير النفط سامي قاسم إن حقل الشرارة أغلق يوم الأحد. '
    const noted = 'تجدر الإشارة إلى أن صادرات ليبيا من النفط بلغت 1.1 مليون برميل يوميا في أبريل.'
    expect(read('ar', said).claims[0]?.speaker).toBe('Sami Qassem')
    expect(lastOf('ar', said + noted)?.speaker).toBeNull()
  })
})

describe('an Arabic title', () => {
  it('is borne by the name behind its comma', () => {
    const text =
      'أعلن مدير عام شركة الموانئ الليبية، مروان الزليتني، اليوم الاثنين، توقف تحميل النفط في ميناء الزاوية.'
    expect(lastOf('ar', text)).toMatchObject({ event: 'supply_halt', speaker: 'Marwan Al-Zalitni' })
  })
})

describe('certainty', () => {
  it('is no possibility where "not" stands before "may"', () => {
    const text = 'НПЗ в Самаре не может работать на полную мощность из-за повреждения установки.'
    expect(lastOf('ru', text)?.modality).not.toBe('possible')
    const may = 'НПЗ в Самаре может остановить работу из-за повреждения установки.'
    expect(read('ru', may).claims[0]?.modality).toBe('possible')
  })
  it('is told by a last verb in the past, whatever adverb stands before it', () => {
    const text = 'Қазіргі уақытта Қашаған кен орнында мұнай өндіру тоқтатылды.'
    expect(lastOf('kk', text)).toMatchObject({ event: 'supply_halt', modality: 'happened' })
  })
})

describe('an event', () => {
  it('that ends another is not the other', () => {
    const text = 'Енергетики працюють над ліквідацією наслідків аварії на підстанції в Одесі.'
    expect(lastOf('uk', text)).toMatchObject({ event: 'repair_or_restart', modality: 'ongoing' })
  })
  it('by a figure of what is delivered is transit, of what is produced a level', () => {
    const exported = 'صادرات ليبيا من النفط بلغت 1.1 مليون برميل يوميا في أبريل.'
    const produced = 'إنتاج ليبيا من النفط بلغ 1.1 مليون برميل يوميا في أبريل.'
    expect(lastOf('ar', exported)?.event).toBe('transit')
    expect(lastOf('ar', produced)?.event).toBe('other')
  })
})

describe('names', () => {
  it('of sites beside words of saying are outlets', () => {
    const text = 'Ранее Volgaport.online сообщал, что экспорт нефти через Новороссийск упал на 10%.'
    expect(lastOf('ru', text)?.via).toEqual(['Volgaport.online'])
  })
  it('of ships stand behind an article, and a second behind "and"', () => {
    const text = 'Τα τάνκερ «Marea Kira» και το «Vento» δέχθηκαν επίθεση στη Μαύρη Θάλασσα.'
    const ships = read('el', text).entities.filter((one) => one.type === 'vessel')
    expect(ships.map((one) => one.canonical)).toEqual(['Marea Kira', 'Vento'])
  })
})

describe('who speaks', () => {
  it('is the official who spoke before, and a name behind the quoted body that they head', () => {
    const text =
      'Губернатор Ленинградской области Александр Дрозденко сообщил о пожаре на насосной станции в порту Приморск. «На причале сгорел насос», — указал чиновник.'
    expect(lastOf('ru', text)?.speaker).toBe('Alexander Drozdenko')
    const headed =
      'Поставки нефти в Германию выросли на 10%, сообщил директор департамента внешних связей АО «КазТрансОйл» Ерлан Мусабаев.'
    expect(lastOf('ru', headed)).toMatchObject({ event: 'supply_change', speaker_named: true })
  })
})

describe('words that are denied themselves', () => {
  it('leave what is not ruled out possible', () => {
    const text = 'قال نوفاك إنه لا يستبعد تمديد خفض إنتاج النفط الروسي حتى أكتوبر.'
    expect(lastOf('ar', text)).toMatchObject({ modality: 'possible', polarity: 'positive' })
  })
  it('tell of no danger where there is none', () => {
    const text = 'Угрозы разлива нефти в порту Приморск нет.'
    expect(lastOf('ru', text)?.modality).not.toBe('possible')
  })
})

describe('a condition behind "and"', () => {
  it('belongs to what follows it', () => {
    const text =
      'Правительство приостановило экспорт бензина, и если запасы вырастут, то поставки в Казахстан возобновятся.'
    expect(read('ru', text).claims.map((one) => [one.event, one.modality])).toEqual([
      ['supply_halt', 'happened'],
      ['repair_or_restart', 'conditional'],
    ])
  })
})

describe('whom a report credits', () => {
  it('is no network on which anybody writes', () => {
    const text = 'Подстанция в Курске повреждена дроном, написал в Telegram губернатор Александр Хинштейн.'
    expect(lastOf('ru', text)).toMatchObject({ speaker: 'Alexander Khinshtein', via: [] })
  })
  it('is no agency that the atlas lists as a body', () => {
    const text = 'وقال فاتح بيرول، المدير التنفيذي لوكالة الطاقة الدولية، إن الطلب على النفط سينخفض 3%.'
    expect(lastOf('ar', text)).toMatchObject({ speaker: 'Fatih Birol', via: [] })
  })
  it('stands before the word of citing where the verb ends the clause', () => {
    const text =
      'Қашаған кен орнында мұнай өндіру тоқтатылды, деп хабарлайды Kazinform Энергетика министрлігіне сілтеме жасап.'
    expect(lastOf('kk', text)).toMatchObject({ speaker: 'Kazakh Energy Ministry', via: ['Kazinform'] })
  })
  it('is found where "data" ends in the letter for "according to"', () => {
    const text = '彭博社援引开普勒公司的数据称，伊朗石油出口增至每天180万桶。'
    expect(lastOf('zh', text)).toMatchObject({ speaker: 'Kpler', via: ['Bloomberg'] })
  })
  it('is a bank or a shipping office as much as a ministry', () => {
    const bank = 'وتوقع بنك أوف أميركا أن يبلغ سعر خام برنت 65 دولارا للبرميل في 2027.'
    expect(lastOf('ar', bank)?.speaker).toBe('Bank of America')
    const office = 'أفادت هيئة عمليات التجارة البحرية البريطانية بتعرض ناقلة نفط لهجوم في خليج عدن.'
    expect(lastOf('ar', office)).toMatchObject({
      event: 'outage_or_attack',
      speaker: 'UK Maritime Trade Operations',
    })
  })
  it('hopes behind the comma', () => {
    const text =
      'КТК возобновит прокачку нефти в октябре, надеется министр энергетики Казахстана Болат Акчулаков.'
    const { claims } = read('ru', text)
    expect(claims.map((one) => [one.event, one.speaker])).toEqual([['repair_or_restart', 'Bolat Akchulakov']])
  })
})

describe('a blast', () => {
  it('that happens signs nothing, and dawn blows up nothing', () => {
    const text = 'أفاد مراسل القناة بأن انفجارا وقع في خط الغاز قرب العريش.'
    expect(lastOf('ar', text)?.event).toBe('outage_or_attack')
    const dawn = 'توقف ضخ الغاز إلى الأردن عبر خط العريش فجر الأحد.'
    expect(lastOf('ar', dawn)?.event).toBe('supply_halt')
  })
})

describe('what lasts', () => {
  it('is told of the line that was blown up, not of the blast', () => {
    const text = 'قام مسلحون أمس بتفجير خط غاز يصل سوريا بلبنان.'
    expect(lastOf('ar', text)).toMatchObject({ event: 'outage_or_attack', modality: 'happened' })
  })
  it('is who is the largest supplier', () => {
    const text = '俄罗斯是中国最大供应商，管道天然气主要来自西伯利亚。'
    expect(read('zh', text).claims[0]).toMatchObject({ event: 'transit', modality: 'ongoing' })
  })
  it('stands apart where it is cited as a reason', () => {
    const text =
      'Молдавия в апреле прекратила прием газа на станции «Гребеники», сославшись на то, что станция стоит под чужим контролем.'
    expect(read('ru', text).claims[0]).toMatchObject({ event: 'supply_halt', modality: 'happened' })
  })
  it('yields to a last verb in the past', () => {
    const text = 'КТК арқылы мұнай айдау мүмкіндігі қалпына келді.'
    expect(lastOf('kk', text)?.modality).toBe('happened')
  })
})

describe('what is told beside an event', () => {
  it('is a purpose in Chinese', () => {
    const text = '乌克兰多数地区今天将实施停电，以便进行修复。'
    expect(read('zh', text).claims[0]).toMatchObject({ event: 'outage_or_attack' })
  })
  it('is the contract under which gas comes', () => {
    const text = 'По условиям контракта «Газпром» поставляет в Молдавию 5,7 млн кубометров газа в сутки.'
    expect(lastOf('ru', text)).toMatchObject({ event: 'transit', modality: 'ongoing' })
  })
  it('is what a figure leaves out', () => {
    const text = 'Рівень запасів газу в сховищах перевищив 9,3 млрд кубометрів без урахування буферного газу.'
    expect(lastOf('uk', text)?.polarity).toBe('positive')
  })
})

describe('Arabic names', () => {
  it('go on from the name of a father to that of a listed family', () => {
    const text =
      'قال وزير الطاقة، خالد بن عبد العزيز الفالح، إن محطتي ضخ على خط شرق غرب تعرضتا لهجوم بطائرات مسيرة.'
    expect(lastOf('ar', text)?.speaker).toBe('Khalid al-Falih')
  })
  it('stand between a verb of saying and the title behind a comma', () => {
    const text = 'قال نجاة حمدان، رئيس اللجنة، إن ضخ النفط عبر خط كركوك جيهان توقف.'
    expect(lastOf('ar', text)).toMatchObject({ event: 'supply_halt', speaker_named: true })
  })
  it('of no agency are the word for oil', () => {
    const text = 'صادرات النفط من ميناء الزاوية انخفضت 5%.'
    expect(read('ar', text).entities.map((one) => one.type)).not.toContain('organisation')
  })
})

describe('a quotation of two sentences', () => {
  it('credits for both the paper whose source said them', () => {
    const text =
      '«Запасы бензина в Казани упали на 10%. Поставки из Омска выросли на 5%», — сообщил источник «Известий».'
    expect(read('ru', text).claims.map((one) => one.via)).toEqual([['Izvestia'], ['Izvestia']])
  })
})

describe('what dates or explains', () => {
  it('is no claim of its own in Chinese', () => {
    const text = '由于伊朗封锁霍尔木兹海峡，伊拉克石油出口下降了三成。'
    expect(read('zh', text).claims.map((one) => one.event)).toEqual(['supply_change'])
  })
  it('is a quarrel, of a restart', () => {
    const text = 'أعلن مسؤول عراقي استئناف ضخ النفط عبر خط كركوك جيهان بعد توقفه بسبب خلافات مع الإقليم.'
    expect(lastOf('ar', text)?.event).toBe('repair_or_restart')
  })
})

describe('a plan', () => {
  it('is the end of a ban that was extended, only where nothing has been done', () => {
    const text = 'Кабмин продлил запрет экспорта дизтоплива до конца марта.'
    expect(lastOf('ru', text)).toMatchObject({ event: 'sanction', modality: 'happened' })
  })
  it('is a perfective verb in the present', () => {
    const text = 'Угорщина заблокує новий пакет санкцій проти Росії.'
    expect(lastOf('uk', text)).toMatchObject({
      event: 'policy_opposition',
      modality: 'announced_or_planned',
    })
  })
})

describe('an Arabic name', () => {
  const speakerOf = (text: string) => read('ar', text).claims[0]?.speaker
  it('may be Ali, whose letters are those of "on"', () => {
    expect(speakerOf('قال وزير الطاقة العراقي علي حمدان إن مصفاة بيجي توقفت عن العمل.')).toBe('Ali Hamdan')
  })
  it('goes on behind a father to the surname before a comma', () => {
    expect(speakerOf('قال وزير الكهرباء سامر وليد الخطيب، إن خط الغاز توقف عن العمل.')).toBe(
      'Samer Waleed Al-Khatib',
    )
  })
  it('is no verb behind the adjective of the refineries', () => {
    const names = read('ar', 'مصافي النفط العراقية ستؤجل أعمال الصيانة.').entities
    expect(names.map((one) => one.type)).not.toContain('refinery')
  })
})

describe('words handed on', () => {
  it('are of whom the agency quotes, and the agency of a country has its own name', () => {
    const text = 'نقلت وكالة الأنباء الكويتية عن المتحدث باسم الوزارة قوله إن ضخ النفط توقف يوم الأحد.'
    expect(lastOf('ar', text)).toMatchObject({ speaker: 'spokesman', via: ['KUNA'], event: 'supply_halt' })
  })
  it('of "the ministry" are of the department named before, though it only acted', () => {
    const text =
      'فرضت وزارة الخزانة الأمريكية عقوبات على ناقلات نفط. وأوضحت الوزارة أن الناقلات نقلت النفط الإيراني.'
    expect(lastOf('ar', text)?.speaker).toBe('US Treasury')
  })
})

describe('Arabic amounts', () => {
  const amounts = (text: string) => read('ar', text).quantities.map((one) => [one.value, one.unit])
  it('add what stands in digits behind "and"', () => {
    expect(amounts('بلغ الإنتاج مليون و300 ألف برميل يوميا.')).toEqual([[1_300_000, 'bbl/d']])
    expect(amounts('بلغ الإنتاج مليارين و500 مليون متر مكعب.')).toEqual([[2.5, 'bcm']])
    expect(amounts('يمتد الخط بطول ألف و200 كيلومتر.')).toEqual([[1200, 'km']])
  })
  it('take a rate that stands before them', () => {
    expect(amounts('ينتج العراق يوميا 4 ملايين برميل.')).toEqual([[4_000_000, 'bbl/d']])
  })
})

describe('what an attack forced', () => {
  it('is the event, and the attack its cause', () => {
    expect(lastOf('ar', 'وأجبرت الهجمات الكويت على خفض إنتاج النفط.')?.event).toBe('supply_change')
  })
})

describe('dates that begin with the year', () => {
  const datesOf = (lang: string, text: string) => read(lang, text).dates.map((one) => one.iso)
  it('are one date where day and month follow the word for it', () => {
    expect(datesOf('kk', '2023 жылғы 12 қарашада мұнай құбыры тоқтады.')).toEqual(['2023-11-12'])
    expect(datesOf('tr', '2025 yılının Mayıs ayında petrol ihracatı arttı.')).toEqual(['2025-05'])
    expect(datesOf('tr', '2024 yılı Ocak-Mart döneminde petrol ihracatı arttı.')).toEqual(['2024-01/2024-03'])
  })
})

describe('what may come of something', () => {
  it('is the event, be it told by a Chinese, an Arabic or a Greek verb', () => {
    const texts = [
      ['zh', '消息人士说,起火可能导致该炼油厂原油加工量减少。'],
      ['ar', 'قال خبير إن العطل قد يؤدي إلى انخفاض صادرات النفط.'],
      ['el', 'Η βλάβη μπορεί να οδηγήσει σε μείωση των εξαγωγών πετρελαίου.'],
    ] as const
    for (const [lang, text] of texts)
      expect(lastOf(lang, text)).toMatchObject({ event: 'supply_change', modality: 'possible' })
  })
})

describe('a verb of saying of two words', () => {
  it('does not put what it tells in the past', () => {
    const text = 'Yetkili, Kerkük petrolünün Ceyhan’a günlük 500 bin varil ihraç edileceğini iddia etti.'
    expect(lastOf('tr', text)?.modality).toBe('announced_or_planned')
  })
})

describe('"since" in Chinese', () => {
  it('is no part of what begins with the same sign', () => {
    expect(read('zh', '炼油厂周五起火。').dates[0]?.iso).toBe('2026-05-01')
    expect(read('zh', '该管道自周五起停止输油。').dates[0]?.iso).toBe('2026-05-01/..')
  })
})

describe('who says it, in the middle of a sentence', () => {
  it('is told in Chinese before what is said, and speaks for nothing before', () => {
    const { claims } = read('zh', '油库周六遭到袭击,据乌克兰国防部称,空袭动用了40架无人机。')
    expect(claims.map((one) => one.speaker)).toEqual([null, 'Ukrainian Defence Ministry'])
    const closing = read('zh', '输油管道周五停止输油,据俄罗斯能源部消息。')
    expect(closing.claims[0]?.speaker).toBe('Russian Energy Ministry')
  })
  it('is the name behind the comma of a title, though an agency hands it on', () => {
    const text =
      'Η παραγωγή πετρελαίου θα αυξηθεί, δήλωσε ο πρόεδρος της ΔΕΗ, Νίκος Βασιλάκης, όπως μεταδίδει το Reuters.'
    expect(lastOf('el', text)).toMatchObject({ speaker: 'Nikos Vasilakis', via: ['Reuters'] })
  })
  it('is in Turkish whoever made the statement in which it is said', () => {
    const text =
      'BOTAŞ gaz akışının durduğunu duyurdu. Arızanın iki günde giderileceği belirtilen açıklamada, önlem alındığı vurgulandı.'
    expect(lastOf('tr', text)).toMatchObject({ event: 'repair_or_restart', speaker: 'BOTAS' })
  })
})

describe('an Arabic verb for carrying', () => {
  it('is none of saying where nobody is quoted', () => {
    const text = 'توقفت الملاحة في مضيق هرمز، الذي ينقل خمس إمدادات النفط، بشكل كامل.'
    expect(read('ar', text).claims.map((one) => one.event)).toEqual(['supply_halt', 'transit'])
  })
})

describe('what Chinese says that something is', () => {
  it('is how things stand', () => {
    const text = '伊朗是该国最大的天然气供应国之一,每天供应3000万立方米。'
    expect(lastOf('zh', text)?.modality).toBe('ongoing')
  })
})

describe('what the form of a verb says of time', () => {
  it('is the future in an Arabic verb that lasts without its letter for it', () => {
    const text = 'قال الوزير إن تركيب جسم المفاعل للوحدة الثانية في محطة الضبعة بمصر سيجري في ديسمبر.'
    expect(lastOf('ar', text)?.modality).toBe('announced_or_planned')
    const lasting = 'وأشار الوزير إلى أن نحو 900 مهندس يشاركون في بناء محطة الضبعة.'
    expect(lastOf('ar', lasting)?.modality).toBe('ongoing')
  })
  it('is none where the words name an hour, or a lack that something held off', () => {
    const traded = 'جرى تداول خام برنت عند 61.2 دولار للبرميل بحلول الساعة التاسعة.'
    expect(lastOf('ar', traded)?.modality).toBe('happened')
    const kept = 'خفض إنتاج النفط حال دون تراجع الأسعار.'
    expect(lastOf('ar', kept)?.modality).not.toBe('conditional')
  })
  it('is no plan where a Chinese sign only puts what is acted on first', () => {
    const text = '伊朗外交部表示,伊方将袭击该输油管道视为不友好行为。'
    expect(lastOf('zh', text)?.modality).not.toBe('announced_or_planned')
  })
})

describe('amounts of a price', () => {
  it('are by how much it fell and where it ended, where the one is in cents', () => {
    const { quantities } = read('ar', 'هبط خام برنت 12 سنتا إلى 58.4 دولار للبرميل.')
    expect(quantities.map((one) => [one.value, one.unit])).toEqual([
      [0.12, 'USD'],
      [58.4, 'USD/bbl'],
    ])
  })
  it('of what a line carries are by the year where its rate is named so', () => {
    const { quantities } = read('zh', '该管道年输送能力达6700万吨。')
    expect(quantities[0]).toMatchObject({ value: 67_000_000, unit: 't/yr' })
  })
})

describe('Greek "additional"', () => {
  it('is not "added"', () => {
    const text = 'Η χώρα εξετάζει πρόσθετη μείωση της παραγωγής πετρελαίου, δήλωσαν δύο πηγές στο Reuters.'
    expect(lastOf('el', text)).toMatchObject({
      event: 'supply_change',
      modality: 'possible',
      via: ['Reuters'],
    })
  })
})

describe('names that Egyptians spell with another letter', () => {
  it('are those of the same people, and the council of a country its own', () => {
    const text = 'قال سكرتير مجلس الأمن الروسي سيرجي شويجو إن بناء محطة الضبعة مستمر.'
    expect(lastOf('ar', text)?.speaker).toBe('Sergei Shoigu')
    const names = read('ar', text).entities.map((one) => one.canonical)
    expect(names).toContain('Security Council of Russia')
  })
})
