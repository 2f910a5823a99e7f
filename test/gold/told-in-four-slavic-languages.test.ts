import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
const firstOf = (lang: string, text: string) => read(lang, text).claims[0]
const lastOf = (lang: string, text: string) => read(lang, text).claims.at(-1)

describe('who speaks', () => {
  it('is the plant behind the verb, and the plant named last where a word for it stands there', () => {
    const named = 'Энергоблок № 2 остановлен из-за течи, сообщили на Смоленской АЭС.'
    expect(firstOf('ru', named)?.speaker).toBe('Smolensk nuclear power plant')
    const meant =
      'Пети блок на АЕЦ „Козлодуй“ беше спрян. Ремонтът ще продължи пет дни, уточниха от централата.'
    expect(lastOf('bg', meant)?.speaker).toBe('Kozloduy nuclear power plant')
  })
  it('is the first of two companies where only "the company" is said behind them', () => {
    const text = '«Нафтогаз» уклав угоду з Orlen про купівлю газу, йдеться у повідомленні компанії.'
    expect(firstOf('uk', text)?.speaker).toBe('Naftogaz')
  })
  it('is an office of the region named last', () => {
    const text =
      'Дрон упал на Ильский НПЗ в Краснодарском крае. По данным регионального штаба, повреждена установка.'
    expect(lastOf('ru', text)?.speaker).toBe('Krasnodar operational headquarters')
  })
  it('stands behind a day that follows the verb', () => {
    const text =
      'Унгария търси начин да заобиколи санкциите срещу „Роснефт“, заяви на 3 май премиерът Виктор Орбан.'
    expect(firstOf('bg', text)?.speaker).toBe('Viktor Orban')
  })
  it('points back over a day between commas', () => {
    const text = 'Поставки газа в Китай выросли. Об этом в воскресенье, 3 мая, сообщил «Газпром».'
    expect(firstOf('ru', text)?.speaker).toBe('Gazprom')
  })
})

describe('an outlet', () => {
  it('is a name in Latin letters behind a Cyrillic verb of outlets', () => {
    const text = 'Отгрузка нефти в Приморске прервана, сообщила «Транснефть», передает Volga Wire.'
    expect(firstOf('ru', text)).toMatchObject({ speaker: 'Transneft', via: ['Volga Wire'] })
  })
  it('that passes on what somebody said leaves the speaker', () => {
    const text = 'Прем’єр Віктор Орбан заявив, що Угорщина купуватиме нафту. Про це повідомляє Reuters.'
    expect(firstOf('uk', text)).toMatchObject({ speaker: 'Viktor Orban', via: ['Reuters'] })
  })
})

describe('an event', () => {
  it('is what was disrupted, and no accusation', () => {
    expect(firstOf('ru', 'Шторм нарушил работу порта Козьмино.')?.event).toBe('outage_or_attack')
  })
  it('is not the participle beside a noun', () => {
    expect(lastOf('uk', 'Енергетики розпочнуть ремонт пошкодженої підстанції в Сумах завтра.')).toMatchObject(
      {
        event: 'repair_or_restart',
        modality: 'announced_or_planned',
      },
    )
    expect(firstOf('bg', 'Китай получи товар втечнен газ от санкционирания терминал.')?.event).not.toBe(
      'sanction',
    )
  })
  it('of a barrel that costs so much is its price', () => {
    expect(firstOf('pl', 'Baryłka ropy Brent kosztuje na giełdzie w Londynie 64,20 USD.')?.event).toBe(
      'price_move',
    )
  })
  it('is found in a text about a coal mine that names no fuel', () => {
    const text = 'Суд приостановил горные работы на шахте «Северная» на 60 суток.'
    expect(firstOf('ru', text)?.event).toBe('supply_halt')
  })
})

describe('certainty', () => {
  it('of a plan that was made for a day is a plan, though its verb ends in the past', () => {
    const text = 'Kolejne rozmowy Orlenu z Equinorem o dostawach gazu zaplanowano na 20 maja.'
    expect(firstOf('pl', text)?.modality).toBe('announced_or_planned')
  })
  it('of what is only alleged is possible', () => {
    expect(firstOf('ru', 'Пожар на Орском НПЗ якобы возник из-за беспилотника.')?.modality).toBe('possible')
    expect(firstOf('uk', 'Пожежа на Орському НПЗ нібито виникла через безпілотник.')?.modality).toBe(
      'possible',
    )
  })
  it('of a figure behind a dash that stands for "is" is of what goes on', () => {
    const text = 'Объем поставок газа в Сербию — около 8 млн кубометров в сутки.'
    expect(firstOf('ru', text)).toMatchObject({ event: 'transit', modality: 'ongoing' })
  })
})

describe('a date', () => {
  it('from one month to another without a year lies in one year', () => {
    const dates = readOne(reader, {
      lang: 'pl',
      text: 'Eksport gazu od września do grudnia wzrósł.',
      published: '2026-01-09',
    }).dates
    expect(dates.map((one) => one.iso)).toContain('2025-09/2025-12')
  })
})

describe('plant named by the adjective of its town', () => {
  const refineries: readonly (readonly [string, string, string])[] = [
    ['uk', 'Кременчуцький нафтопереробний завод зупинили після пожежі.', 'Kremenchuk refinery'],
    ['uk', 'На кременчуцькому нафтопереробному заводі зупинили одну установку.', 'Kremenchuk refinery'],
    ['ru', 'На саратовском НПЗ остановили одну установку.', 'Saratov refinery'],
    ['ru', 'Туапсинский нефтеперерабатывающий завод остановили после пожара.', 'Tuapse refinery'],
    ['bg', 'Бургаската рафинерия спря една инсталация.', 'Neftohim Burgas'],
  ]
  it.each(refineries)(
    'is the one that is listed by another phrase, in small letters too (%s: %s)',
    (lang, text, name) => {
      expect(firstOf(lang, text)?.assets).toContain(name)
    },
  )
  it('stands in a town whose consonant changes before the ending', () => {
    expect(firstOf('uk', 'У Кременчуці зупинили нафтопереробний завод.')?.assets).toContain('Kremenchuk')
    expect(firstOf('uk', 'У Ризі зупинили термінал.')?.assets).toContain('Riga')
    expect(firstOf('pl', 'W Rydze wstrzymano dostawy gazu.')?.assets).toContain('Riga')
  })
})

describe('the military administration of a region', () => {
  it('is known by the adjective of the region, and by the short form', () => {
    for (const text of [
      'Дрон пошкодив підстанцію, повідомили в Сумській ОВА.',
      'Дрон пошкодив підстанцію, повідомили в Сумській обласній військовій адміністрації.',
    ])
      expect(firstOf('uk', text)?.speaker).toBe('Sumy Regional Military Administration')
  })
  it('gives its head the word under his name, of whatever given name', () => {
    const text = 'Дрон пошкодив підстанцію, повідомив голова Полтавської ОВА Полікарп Сорокопуд.'
    expect(firstOf('uk', text)?.speaker).toBe('Polikarp Sorokopud')
  })
})

describe('what a producer does with its output', () => {
  const pauses: readonly (readonly [string, string])[] = [
    ['ru', 'ОПЕК+ решила приостановить увеличение добычи нефти.'],
    ['uk', 'ОПЕК+ вирішила призупинити збільшення видобутку нафти.'],
    ['bg', 'ОПЕК+ реши да направи пауза в увеличаването на добива на петрол.'],
    ['pl', 'OPEC+ zdecydował o wstrzymaniu podwyżek wydobycia ropy.'],
  ]
  it.each(pauses)('is a change to come where it decides to pause rises (%s: %s)', (lang, text) => {
    expect(firstOf(lang, text)).toMatchObject({ event: 'supply_change', modality: 'announced_or_planned' })
  })
  it('was not affected, though it rises beside', () => {
    const text = 'Пошлины не повлияли на добычу нефти в России, она растет, заявил Новак.'
    expect(firstOf('ru', text)).toMatchObject({
      event: 'supply_change',
      modality: 'denied',
      polarity: 'negative',
    })
  })
  it('is no possibility where somebody is offered opportunities', () => {
    for (const [lang, text] of [
      ['ru', '«Транснефть» ограничила технические возможности хранения нефти.'],
      ['bg', '„Булгартрансгаз“ ограничи възможностите за съхранение на газ.'],
    ] as const)
      expect(firstOf(lang, text)?.modality, lang).toBe('happened')
  })
})

describe('a unit under full load', () => {
  it('loads no ship', () => {
    const claim = firstOf('bg', 'Шести блок на АЕЦ „Козлодуй“ работи с пълно натоварване.')
    expect(claim).toMatchObject({ event: 'other', modality: 'ongoing' })
  })
})

describe('a ban beside a plan of somebody else', () => {
  it('is no plan in a language with the verb at the end', () => {
    const text = 'Елден бензин шығаруға тыйым салынған, ал үкімет жаңа жоспарды талқылауда.'
    expect(firstOf('kk', text)).toMatchObject({ event: 'sanction', modality: 'happened' })
  })
})

describe('months', () => {
  const isoOf = (lang: string, text: string): (string | null)[] =>
    read(lang, text).dates.map(({ iso }) => iso)
  it('gone by are counted back from the day of publication', () => {
    expect(isoOf('ru', 'Цена газа упала за последние три месяца.')).toEqual(['2026-02/2026-04'])
    expect(isoOf('uk', 'Ціна газу впала за останні три місяці.')).toEqual(['2026-02/2026-04'])
    expect(isoOf('pl', 'Cena gazu spadła w ciągu ostatnich trzech miesięcy.')).toEqual(['2026-02/2026-04'])
    expect(isoOf('bg', 'Цената на газа спадна през последните три месеца.')).toEqual(['2026-02/2026-04'])
  })
  it('stand in a pair and in a quarter with their year', () => {
    expect(isoOf('kk', 'Сәуір–мамыр айларында бензин экспорты тоқтатылды.')).toEqual(['2026-04/2026-05'])
    expect(isoOf('kk', '2025 жылдың бірінші тоқсанында мұнай экспорты өсті.')).toEqual(['2025-01/2025-03'])
    expect(isoOf('bg', 'През първото тримесечие на 2025 г. вносът на газ нарасна.')).toEqual([
      '2025-01/2025-03',
    ])
  })
  it('of a pair lie ahead where they tell what is to come', () => {
    const ahead = readOne(reader, {
      lang: 'bg',
      text: 'През март-април рафинерията в Бургас ще спре за ремонт.',
      published: '2025-12-18',
    })
    expect(ahead.dates.map(({ iso }) => iso)).toEqual(['2026-03/2026-04'])
  })
})

describe('a surname alone', () => {
  const told: readonly (readonly [string, string, string])[] = [
    ['ru', '«Экспорт газа вырос», — сказал Пересветов на встрече.', 'Peresvetov'],
    ['ru', 'По словам Пересветова, экспорт газа вырос.', 'Peresvetov'],
    ['uk', 'За словами Перевізенка, імпорт газу зріс.', 'Perevizenko'],
    ['bg', 'Според Първанов вносът на газ намаля.', 'Parvanov'],
    ['pl', '„Import gazu wzrósł” – powiedział Kowalewski podczas spotkania.', 'Kowalewski'],
    ['pl', 'Według Kowalewskiego import gazu wzrósł.', 'Kowalewski'],
  ]
  it.each(told)('speaks beside a verb of saying or behind "according to" (%s: %s)', (lang, text, name) => {
    expect(firstOf(lang, text)?.speaker).toBe(name)
  })
  it('is that of the person named in full before', () => {
    const text = 'Про аварію розповів Дмитро Перевізенко. За словами Перевізенка, імпорт газу зріс.'
    expect(lastOf('uk', text)?.speaker).toBe('Dmytro Perevizenko')
  })
  it('is no noun that ends like one', () => {
    const { entities } = read('ru', 'Причиной назвали износ газопровода.')
    expect(entities.filter(({ type }) => type === 'person')).toEqual([])
  })
})

describe('what attacks force somebody to', () => {
  const forced: readonly (readonly [string, string])[] = [
    ['ru', 'Атаки дронов могут заставить Ирак сократить добычу нефти.'],
    ['uk', 'Атаки дронів можуть змусити Ірак скоротити видобуток нафти.'],
    ['bg', 'Атаките с дронове може да принудят Ирак да намали добива на петрол.'],
    ['pl', 'Ataki dronów mogą zmusić Irak do zmniejszenia wydobycia ropy.'],
  ]
  it.each(forced)('is the event (%s: %s)', (lang, text) => {
    expect(firstOf(lang, text)).toMatchObject({ event: 'supply_change', modality: 'possible' })
  })
  it('may stand around a word between commas', () => {
    const text = 'Импорт газа, возможно, придется нарастить вдвое.'
    expect(firstOf('ru', text)).toMatchObject({ event: 'supply_change', modality: 'possible' })
  })
})

describe('who said it, in Slavic languages and Kazakh', () => {
  const imposed: readonly (readonly [string, string])[] = [
    ['bg', 'Президентът на САЩ Доналд Тръмп обяви, че налага санкции на „Роснефт“.'],
    ['pl', 'Prezydent USA Donald Trump ogłosił, że nakłada sankcje na Rosnieft.'],
    ['ru', 'Президент США Дональд Трамп объявил, что вводит санкции против «Роснефти».'],
    ['uk', 'Президент США Дональд Трамп оголосив, що запроваджує санкції проти «Роснефти».'],
  ]
  it.each(imposed)('is who announces the sanctions (%s)', (lang, text) => {
    expect(firstOf(lang, text)).toMatchObject({ event: 'sanction', speaker: 'Donald Trump' })
  })
  it('is the pronoun beside the verb, not the government that is told', () => {
    const text =
      'Міністр Денис Шмигаль розповів, що імпорт газу зріс. Про це він повідомив на зустрічі з урядом. За його словами, видобуток теж зріс.'
    expect(lastOf('uk', text)?.speaker).toBe('Denys Shmyhal')
  })
  it('is a surname alone behind a title', () => {
    const { entities, claims } = read('pl', 'Prezes Obajtek deklaruje, że dostawy ropy wzrosną.')
    expect(claims[0]?.speaker).toBe('Obajtek')
    expect(entities.find(({ canonical }) => canonical === 'Obajtek')?.type).toBe('person')
  })
  it('is the deputy of the government who was named as such', () => {
    const text =
      'Вице-премьер Александр Новак сообщил, что экспорт нефти вырос. По словам зампредседателя правительства, добыча тоже вырастет.'
    expect(lastOf('ru', text)?.speaker).toBe('Alexander Novak')
  })
  it('is the body last named where only a message is written of, behind a dash', () => {
    const text =
      'Мұнай экспорты тоқтаған жоқ. Бұл туралы «ҚазТрансОйл» компаниясы хабарлады.\n— Құбыр қалыпты жұмыс істеп тұр. Мұнай тасымалы азайған жоқ, — деп жазылған хабарламада.'
    expect(lastOf('kk', text)).toMatchObject({ modality: 'denied', speaker: 'KazTransOil' })
  })
  it('is no longer than the name where a field stands right behind it', () => {
    const text = 'Энергетика вице-министрі Қайсар Тоқтарбаев Теңіз кен орнына барды.'
    expect(read('kk', text).entities.map(({ type }) => type)).toEqual(['person', 'field'])
  })
})

describe('figures and days as adjectives and nouns', () => {
  const percents: readonly (readonly [string, string])[] = [
    ['bg', 'Цените на петрола отбелязаха 2-процентен спад.'],
    ['pl', 'Ceny ropy notują 2-procentowy spadek.'],
    ['ru', 'Цены на нефть показали 2-процентное падение.'],
    ['uk', 'Ціни на нафту показали 2-відсоткове падіння.'],
  ]
  it.each(percents)('are read in one word (%s)', (lang, text) => {
    expect(read(lang, text).quantities).toMatchObject([{ value: 2, unit: '%' }])
  })
  it('are cubic metres whichever word stands first', () => {
    const text = 'У резервуарі було 75 тисяч метрів кубічних нафти.'
    expect(read('uk', text).quantities).toMatchObject([{ value: 75_000, unit: 'm3' }])
  })
  it('are one night where its day stands behind it', () => {
    const { dates } = read('ru', 'Ночью 3 мая дрон упал на резервуар с нефтью.')
    expect(dates.map(({ iso }) => iso)).toEqual(['2026-05-03'])
  })
})
