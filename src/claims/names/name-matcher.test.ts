import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { EntityType } from '../claim.ts'
import type { NameEntry } from './name-entry.ts'
import { createNameMatcher } from './name-matcher.ts'
import { parseNamesLexicons } from './names-lexicon.ts'
import { shareNames } from './shared-names.ts'

const lexicons = parseNamesLexicons(
  Object.fromEntries(
    ['ar', 'de', 'el', 'en', 'es', 'fr', 'ru', 'tr', 'uk', 'zh'].flatMap((lang) => {
      const file = join('lexicons', lang, 'names.yaml')
      return existsSync(file) ? [[lang, { names: parse(readFileSync(file, 'utf8')) as unknown }]] : []
    }),
  ),
)

const things: ReadonlyArray<readonly [string, string, string, EntityType, Readonly<Record<string, string>>]> =
  [
    ['assets', 'kropotkinskaya', 'Kropotkinskaya pumping station', 'station', { en: 'Kropotkinskaya' }],
    ['assets', 'cpc-pipeline', 'CPC pipeline', 'pipeline', { en: 'CPC', ru: 'КТК' }],
    [
      'assets',
      'nord-stream-2',
      'Nord Stream 2',
      'pipeline',
      { ru: 'Северный поток — 2', ar: 'السيل الشمالي 2' },
    ],
    ['assets', 'druzhba', 'Druzhba', 'pipeline', { ru: 'Дружба', de: 'Druschba', fr: 'Droujba' }],
    ['assets', 'zohr', 'Zohr', 'field', { ar: 'ظهر' }],
    [
      'assets',
      'turkstream',
      'TurkStream',
      'pipeline',
      { ru: 'Турецкий поток', tr: 'TürkAkım', zh: '土耳其溪' },
    ],
    ['assets', 'bratislava-refinery', 'Bratislava refinery', 'refinery', {}],
    ['actors', 'cpc', 'Caspian Pipeline Consortium', 'company', { en: 'CPC', ru: 'КТК' }],
    ['actors', 'nord-stream-2-ag', 'Nord Stream 2 AG', 'company', {}],
    ['actors', 'gazprom', 'Gazprom', 'company', { ar: 'غازبروم', ru: 'Газпром', zh: '俄气' }],
    ['actors', 'interfax', 'Interfax', 'organisation', { ru: 'Интерфакс' }],
    ['places', 'bratislava', 'Bratislava', 'place', {}],
    ['places', 'ankara', 'Ankara', 'place', { tr: 'Ankara' }],
    ['countries', 'US', 'United States', 'country', { ar: 'الولايات المتحدة', en: 'US' }],
    ['countries', 'RU', 'Russia', 'country', { ar: 'روسيا', ru: 'Россия', el: 'Ρωσία', zh: '俄罗斯' }],
    ['countries', 'KZ', 'Kazakhstan', 'country', { ru: 'Казахстан', zh: '哈萨克斯坦' }],
    ['countries', 'ML', 'Mali', 'country', { ru: 'Мали' }],
  ]
const entries: NameEntry[] = things.flatMap(([table, row, canonical, type, names]) => {
  const seat = row === 'ankara' ? 'TR' : undefined
  const entry = (lang: string, name: string): NameEntry => {
    const kind = /^[\p{Lu}]{2,3}$/u.test(name) ? 'abbreviation' : 'name'
    return { table, row, canonical, type, lang, name, kind, ...(seat === undefined ? {} : { seat }) }
  }
  return [entry('en', canonical), ...Object.entries(names).map(([lang, name]) => entry(lang, name))]
})
const matcher = createNameMatcher(shareNames(entries, lexicons), lexicons)
const names = (text: string, lang: string): string[] =>
  matcher.read(text, lang).entities.map((entity) => entity.canonical)
const surfaces = (text: string, lang: string, canonical: string): string[] =>
  matcher.read(text, lang).entities.find((entity) => entity.canonical === canonical)?.surfaces ?? []

describe('a listed name', () => {
  it('is found under its case endings, which stay in the mention', () => {
    expect(surfaces('Поставки из России выросли, заявили в «Газпроме».', 'ru', 'Russia')).toEqual(['России'])
    expect(surfaces('Η Μόσχα και η ανακοίνωση της Ρωσίας', 'el', 'Russia')).toEqual(['Ρωσίας'])
  })
  it('is not found in a word that only looks like one of its forms', () => {
    expect(names('Мало газа, но малая труба.', 'ru')).not.toContain('Mali')
  })
  it('is found behind Arabic particles, which stay out of the mention', () => {
    expect(surfaces('وقالت الشركة لغازبروم إنها', 'ar', 'Gazprom')).toEqual(['غازبروم'])
  })
  it('is found split, glued, and glued to the next name', () => {
    expect(surfaces('شركة غاز بروم', 'ar', 'Gazprom')).toEqual(['غاز بروم'])
    expect(surfaces('بين الولاياتالمتحدةوروسيا', 'ar', 'United States')).toEqual(['الولاياتالمتحدة'])
    expect(surfaces('بين الولاياتالمتحدةوروسيا', 'ar', 'Russia')).toEqual(['روسيا'])
  })
  it('is found in Chinese without spaces, the longest first', () => {
    expect(names('俄气经土耳其溪向匈牙利供气', 'zh')).toEqual(
      expect.arrayContaining(['Gazprom', 'TurkStream']),
    )
  })
  it('ends before a Turkish apostrophe', () => {
    expect(surfaces("TürkAkım'ın bakımı", 'tr', 'TurkStream')).toEqual(['TürkAkım'])
  })
  it('that is an abbreviation needs its capitals', () => {
    expect(names('They told us that it works', 'en')).not.toContain('United States')
    expect(names('the US said', 'en')).toContain('United States')
  })
  it('re-slices to its surface', () => {
    const text = 'Gazprom und die Druschba-Pipeline'
    for (const entity of matcher.read(text, 'de').entities)
      for (const mention of entity.mentions)
        expect(text.slice(mention.start, mention.end)).toBe(mention.surface)
  })
  it('inside a company name counts too, and the company stays', () => {
    expect(names('Nord Stream 2 AG is insolvent', 'en')).toEqual(['Nord Stream 2 AG', 'Nord Stream 2'])
  })
})

describe('who stands beside a verb of saying', () => {
  const said = createNameMatcher(
    shareNames(entries, lexicons),
    lexicons,
    new Map([
      [
        'en',
        { verbs: ['said', 'has warned', 'wrote', 'made clear that'], roles: ['governor*', 'officials'] },
      ],
      ['de', { verbs: ['sagte'] }],
    ]),
  )
  const persons = (text: string, lang = 'en'): string[] =>
    said
      .read(text, lang)
      .entities.filter((entity) => entity.type === 'person')
      .map((entity) => entity.canonical)
  it('is a body by one capitalised word too, where it is no role, no plural and nowhere written small', () => {
    const bodies = (text: string): string[] =>
      said
        .read(text, 'en')
        .entities.filter(({ type }) => type === 'company')
        .map(({ canonical }) => canonical)
    expect(bodies('Northrail said the line was shut.')).toEqual(['Northrail'])
    expect(bodies('The line was shut, Northrail said.')).toEqual(['Northrail'])
    expect(bodies('Bright Energy has warned of delays.')).toEqual(['Bright Energy'])
    expect(bodies('Governors said so. Officials said so. Investors said so. They said so.')).toEqual([])
    expect(bodies('Management said so; the management was sure.')).toEqual([])
    expect(bodies('He said on Tuesday that it was shut.')).toEqual([])
  })

  it('is a person, before it or behind it, with or without an auxiliary', () => {
    expect(persons('"Flows fell," said Tobiah Renkvist, who runs the line.')).toEqual(['Tobiah Renkvist'])
    expect(persons('Flows fell, Tobiah Renkvist wrote on Monday.')).toEqual(['Tobiah Renkvist'])
    expect(persons('Tobiah Renkvist has warned of a cut.')).toEqual(['Tobiah Renkvist'])
    expect(persons("Chris O'Renkvist said so.")).toEqual(["Chris O'Renkvist"])
  })
  it('is a body where one word ends the clause behind the verb', () => {
    const bodies = said.read('"Flows fell", said Renkvar, a unit of the grid.', 'en').entities
    expect(bodies.map((entity) => [entity.canonical, entity.type])).toEqual([['Renkvar', 'company']])
  })
  it('is none behind a preposition, in one word, or where all nouns have capitals', () => {
    expect(persons('He in Harbour Weekly said so.')).toEqual([])
    expect(persons('Renkvist said so.')).toEqual([])
    expect(persons('Energieberater Renkvist sagte das.', 'de')).toEqual([])
  })
})

describe('the name of an outlet', () => {
  const outlets: ReadonlyArray<readonly [string, string, string]> = [
    ['lenta-ru', 'ru', 'Lenta.ru'],
    ['al-arabiya', 'ar', 'العربية'],
  ]
  const heard = createNameMatcher(
    shareNames(
      outlets.map(([row, lang, name]) => ({
        table: 'actors',
        row,
        canonical: row,
        type: 'organisation',
        lang,
        name,
        kind: 'name',
      })),
      lexicons,
    ),
    lexicons,
    new Map([['ar', { verbs: ['أفادت'], before: ['بحسب'] }]]),
  )
  const found = (text: string, lang: string): string[] =>
    heard.read(text, lang).entities.map((entity) => entity.canonical)
  it('may hold the dot of a site', () => {
    expect(found('Как пишет Lenta.ru, поток упал.', 'ru')).toEqual(['lenta-ru'])
    expect(found('Lenta. Русский поток упал.', 'ru')).toEqual([])
  })
  it('that is an ordinary word counts beside words of saying alone', () => {
    expect(found('أفادت العربية بأن الضخ توقف', 'ar')).toEqual(['al-arabiya'])
    expect(found('توقف الضخ بحسب العربية', 'ar')).toEqual(['al-arabiya'])
    expect(found('توقف الضخ في الدول العربية', 'ar')).toEqual([])
  })
})

describe('a type word', () => {
  it('tells the line from its company', () => {
    expect(names('прокачка по трубопроводу КТК', 'ru')).toContain('CPC pipeline')
    expect(names('сообщили в КТК', 'ru')).toEqual(['Caspian Pipeline Consortium'])
  })
  it('makes a name of an ordinary word', () => {
    expect(names('إنتاج حقل ظهر', 'ar')).toContain('Zohr')
    expect(names('ظهر التقرير اليوم', 'ar')).not.toContain('Zohr')
  })
  it('with a place names the plant there, and the place', () => {
    expect(names('die Raffinerie in Bratislava', 'de')).toEqual(['Bratislava refinery', 'Bratislava'])
  })
  it('before an unknown name makes one, romanised', () => {
    const [station] = matcher.read('на нефтеперекачивающей станции «Лесная Поляна»', 'ru').entities
    expect(station).toMatchObject({
      canonical: 'Lesnaya Polyana pumping station',
      type: 'station',
      match: 'pattern',
      atlas: null,
    })
  })
  it.each([
    ['ru', 'насосная станция «Кропоткинская»'],
    ['el', 'αντλιοστάσιο Κροπότκινσκαγια'],
    ['ar', 'محطة ضخ كروبوتكينسكايا'],
    ['uk', 'насосна станція «Кропоткінська»'],
    ['de', 'die Pumpstation Kropotkinskaja'],
    ['fr', 'la station de pompage Kropotkinskaïa'],
  ])('finds Kropotkinskaya by its sound in %s, where no name is listed', (lang, text) => {
    const [station] = matcher.read(text, lang).entities
    expect(station).toMatchObject({ canonical: 'Kropotkinskaya pumping station', match: 'skeleton' })
    expect(station?.score).toBeLessThan(1)
  })
})

describe('an office', () => {
  it.each([
    ['en', "Kazakhstan's Energy Ministry said", 'Kazakh Energy Ministry'],
    ['ru', 'В министерстве энергетики Казахстана', 'Kazakh Energy Ministry'],
    ['zh', '哈萨克斯坦能源部说', 'Kazakh Energy Ministry'],
    ['ar', 'نفت وزارة الطاقة التركية', 'Turkish Energy Ministry'],
    ['tr', 'ANKARA, 3 Mart 2025 – Enerji Bakanlığı açıkladı', 'Turkish Energy Ministry'],
    ['es', 'el Ministerio de Energía ruso', 'Russian Energy Ministry'],
  ])('is named after its country (%s)', (lang, text, canonical) => {
    expect(names(text, lang)).toContain(canonical)
  })
  it('of the dateline country where none is named', () => {
    expect(names('ANKARA, March 3, 2025 (Interfax) - The Energy Ministry said', 'en')).toContain(
      'Turkish Energy Ministry',
    )
  })
})

describe('an unlisted name', () => {
  it.each([
    ['en', 'chief executive Jane Rowley said', 'Jane Rowley'],
    ['ru', 'рассказал аналитик Сергей Ковалёв', 'Sergei Kovalyov'],
    ['ru', 'по словам аналитика Дмитрия Громова', 'Dmitry Gromov'],
    ['de', 'sagte Energieminister Karl Weissmann', 'Karl Weissmann'],
    ['el', 'δήλωσε ο υπουργός Νίκος Παπαδάκης', 'Nikos Papadakis'],
    ['zh', '公司发言人陈立华表示', 'Chen Lihua'],
    ['zh', '分析师约翰·史密斯认为', '约翰·史密斯'],
    ['en', 'Prime Minister Tobiah Renk al-Sudari has announced it.', 'Tobiah Renk al-Sudari'],
    ['en', 'Prime Minister Ursel von der Renken has announced it.', 'Ursel von der Renken'],
    ['ru', 'Министр Тобиас «Мадяр» Ренквист заявил об этом.', 'Tobias Renkvist'],
  ])('after a role word is a person (%s: %s)', (lang, text, canonical) => {
    const person = matcher.read(text, lang).entities.find((entity) => entity.type === 'person')
    expect(person).toMatchObject({ canonical, match: 'pattern' })
  })
  it('after an Arabic word for a port is one, and an adjective there is not', () => {
    expect(names('أغلق ميناء طرفاية أمس', 'ar')).toHaveLength(1)
    expect(names('أغلق ميناء نفطي أمس', 'ar')).toEqual([])
  })
  it('of a person is known by the surname from then on', () => {
    expect(surfaces('CEO Jane Rowley resigned. Rowley gave no reason.', 'en', 'Jane Rowley')).toEqual([
      'Jane Rowley',
      'Rowley',
    ])
  })
  it('in a dateline bracket is the outlet', () => {
    const outlet = matcher.read('ANKARA, May 4, 2025 (Bosporus Energy Post) - Gas', 'en').entities
    expect(outlet.find((one) => one.canonical === 'Bosporus Energy Post')?.type).toBe('organisation')
  })
  it('with a legal form is a company', () => {
    expect(names('the contract with Nordhaven Shipping Ltd was', 'en')).toContain('Nordhaven Shipping Ltd')
  })
  it('is not made of the word that begins a sentence', () => {
    expect(names('The pipeline was closed. Exports fell. Meanwhile prices rose.', 'en')).toEqual([])
  })
})

describe('an implied country', () => {
  const implied = (text: string, lang: string): string[] =>
    matcher.read(text, lang).implied.map((one) => one.canonical)
  it('comes from its adjective in each language', () => {
    expect(implied('Russian gas', 'en')).toEqual(['Russia'])
    expect(implied('российского газа', 'ru')).toEqual(['Russia'])
    expect(implied('الغاز الروسي والنفط الكازاخي', 'ar')).toEqual(['Russia', 'Kazakhstan'])
    expect(implied('ρωσικού αερίου', 'el')).toEqual(['Russia'])
    expect(implied('gaz russe', 'fr')).toEqual(['Russia'])
  })
  it('does not come from a name that contains it, nor from a word that begins like it', () => {
    expect(implied('по «Турецкому потоку»', 'ru')).toEqual([])
    expect(implied('تركيز الزعيمين', 'ar')).toEqual([])
  })
})

it('finds nothing in an empty text, and does not hang on a long one without names', () => {
  expect(matcher.read('', 'en').entities).toEqual([])
  expect(matcher.read('a '.repeat(50_000), 'en').entities).toEqual([])
})
it('reads a language without a lexicon by listed names alone', () => {
  expect(names('Gazprom i Nord Stream 2', 'pl')).toEqual(['Gazprom', 'Nord Stream 2'])
})
