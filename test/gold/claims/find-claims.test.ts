import { describe, expect, it } from 'vitest'
import { trimClause } from '../../../src/claims/trim-clause.ts'
import { claimsOf } from './annotate.ts'

describe('claims of a sentence', () => {
  it('takes what is said without the frame around it, and says who said it', () => {
    const text =
      'The Polish operator Gaz-System said on Monday that flows through the Yamal line fell by 12%.'
    const [claim] = claimsOf('en', text, {
      names: { 'Gaz-System': ['company', 'Gaz-System'], 'Yamal-Europe': ['pipeline', 'Yamal line'] },
      numbers: { '12%': [12, '%'] },
    })
    expect(claim).toMatchObject({
      evidence: 'flows through the Yamal line fell by 12%',
      event: 'supply_change',
      modality: 'happened',
      speaker: 'Gaz-System',
      speaker_named: true,
      assets: ['Yamal-Europe'],
      quantities: ['q1'],
    })
    expect(text.slice(...(claim?.span ?? [0, 0]))).toBe(claim?.evidence)
  })

  it('takes the speaker behind commas, with what that is, for what stands before', () => {
    const text =
      'Flows through the Yamal line fell by 12%, Ana Berg, chief executive of Renkvar, said on Monday.'
    const [claim] = claimsOf('en', text, {
      names: {
        'Yamal-Europe': ['pipeline', 'Yamal line'],
        'Ana Berg': ['person', 'Ana Berg'],
        Renkvar: ['company', 'Renkvar'],
      },
      numbers: { '12%': [12, '%'] },
    })
    expect(claim).toMatchObject({ evidence: 'Flows through the Yamal line fell by 12%', speaker: 'Ana Berg' })
  })

  it('gives a second verb the subject that opened the sentence', () => {
    const text = 'Renkvar spoke of a leak at the Yamal line and urged the regulator to stop the flows of gas.'
    const claims = claimsOf('en', text, {
      names: { 'Yamal-Europe': ['pipeline', 'Yamal line'], Renkvar: ['company', 'Renkvar'] },
    })
    expect(claims.at(-1)).toMatchObject({ event: 'statement', speaker: 'Renkvar' })
  })

  it('does not let a clause with a saying of its own speak for what stands before', () => {
    const text = 'Gas prices fell by 4% after Ana Berg said the strike could end soon.'
    const [claim] = claimsOf('en', text, {
      names: { 'natural gas': ['commodity', 'Gas'], 'Ana Berg': ['person', 'Ana Berg'] },
      numbers: { '4%': [4, '%'] },
    })
    expect(claim).toMatchObject({ event: 'price_move', speaker: null })
  })

  it('credits an agency between strokes behind the day', () => {
    const [claim] = claimsOf(
      'en',
      'VIENNA, May 23. /Harbour Wire/. Flows through the Yamal line fell by 12%.',
      {
        names: { 'Yamal-Europe': ['pipeline', 'Yamal line'] },
        numbers: { '12%': [12, '%'] },
        days: { 'May 23': '2026-05-23' },
      },
    )
    expect(claim?.via).toEqual(['Harbour Wire'])
  })

  it('reads a denial as a claim about what is denied', () => {
    const [claim] = claimsOf('ru', 'В «Орионе» опровергли сообщения об остановке терминала.', {
      names: { Orion: ['company', 'Орионе'] },
    })
    expect(claim).toMatchObject({
      event: 'supply_halt',
      modality: 'denied',
      polarity: 'negative',
      speaker: 'Orion',
    })
  })

  it('keeps a condition with what depends on it', () => {
    const claims = claimsOf('el', 'Αν καταρρεύσουν οι συνομιλίες, οι εξαγωγές του Καζακστάν θα μειωθούν.', {
      names: { Kazakhstan: ['country', 'Καζακστάν'] },
    })
    expect(claims.map((claim) => [claim.event, claim.modality])).toEqual([['supply_change', 'conditional']])
  })

  it('gives an Arabic verb without a subject to the last speaker', () => {
    const text = 'وقال الوزير سامي حداد إن الخط يعمل. وأضاف أن محطة الضخ ستتوقف للصيانة في مايو.'
    const claims = claimsOf('ar', text, { names: { 'Sami Haddad': ['person', 'سامي حداد'] } })
    expect(claims.at(-1)).toMatchObject({
      event: 'supply_halt',
      modality: 'announced_or_planned',
      speaker: 'Sami Haddad',
    })
  })

  it('credits the outlet that cites, and names the one who is cited', () => {
    const text = 'Агентство «Волна» со ссылкой на Анну Белову сообщило, что станция «Южная» была атакована.'
    const [claim] = claimsOf('ru', text, {
      names: {
        Volna: ['organisation', 'Волна'],
        'Anna Belova': ['person', 'Анну Белову'],
        'Yuzhnaya station': ['station', 'Южная'],
      },
      outlets: ['Volna'],
    })
    expect(claim).toMatchObject({ event: 'outage_or_attack', speaker: 'Anna Belova', via: ['Volna'] })
  })

  it('changes with the station, the share and the day', () => {
    const tell = (station: string, share: string, day: string): unknown => {
      const text = `A drone struck the ${station} pumping station on ${day}, cutting supplies by ${share}.`
      return claimsOf('en', text, {
        names: { [station]: ['station', `${station} pumping station`] },
        numbers: { [share]: [Number.parseInt(share, 10), '%'] },
        days: { [day]: `2026-05-${day.slice(-2)}` },
      }).map((claim) => [claim.event, claim.assets, claim.time, claim.quantities])
    }
    expect(tell('Tikhoretsk', '20%', 'May 14')).toEqual([
      ['outage_or_attack', ['Tikhoretsk'], '2026-05-14', []],
      ['supply_change', ['Tikhoretsk'], '2026-05-14', ['q1']],
    ])
    expect(tell('Astrakhan', '45%', 'May 20')).toEqual([
      ['outage_or_attack', ['Astrakhan'], '2026-05-20', []],
      ['supply_change', ['Astrakhan'], '2026-05-20', ['q1']],
    ])
  })

  it('takes what works cost for part of the works, and a sum alone for money', () => {
    const numbers = { '170 million euros': [170e6, 'EUR'] } as const
    const names = { Renkvar: ['station', 'Renkvar station'] } as const
    const tell = (text: string): unknown => claimsOf('en', text, { names, numbers })[0]?.event
    expect(tell('Construction of the Renkvar station, which costs 170 million euros, begins in March.')).toBe(
      'construction',
    )
    expect(tell('The Renkvar station costs 170 million euros.')).toBe('investment_or_loan')
  })

  it('takes in Chinese what came of a cause for the event, and two causes joined for causes', () => {
    const tell = (text: string): unknown =>
      claimsOf('zh', text, { names: { Xinghe: ['refinery', '星河炼油厂'] } })[0]?.event
    expect(tell('星河炼油厂因火灾停产。')).toBe('supply_halt')
    expect(tell('星河炼油厂因火灾和停电受损。')).toBe('outage_or_attack')
  })

  it.each([
    ['de', 'Der Gasverbrauch in Renkvar gehe um 12% zurück, sagte der Minister.', 'supply_change'],
    ['en', 'Renkvar will end gas exports in June.', 'supply_halt'],
    ['en', 'Operators cut daily transits through Renkvar.', 'supply_change'],
    ['en', 'The Renkvar power cable failed in June.', 'outage_or_attack'],
    ['en', 'At the end of June Renkvar raised gas exports by 12%.', 'supply_change'],
  ])('reads in %s "%s" as %s', (lang, text, event) => {
    const names = { Renkvar: ['station', 'Renkvar'] } as const
    const numbers: Record<string, readonly [number, string]> = text.includes('12%')
      ? { '12%': [12, '%'] }
      : {}
    expect(claimsOf(lang, text, { names, numbers })[0]?.event).toBe(event)
  })

  it('takes a Ukrainian "it is about" for no saying, unless about what is told', () => {
    const names = { Egypt: ['country', 'Єгипту'] } as const
    const about =
      'За словами міністра, йдеться про скраплений газ із Єгипту, а перші обсяги очікують у грудні.'
    expect(claimsOf('uk', about, { names })[0]).toMatchObject({
      modality: 'announced_or_planned',
      speaker_named: false,
    })
    const told = 'У заяві Єгипту йдеться про те, що імпорт газу зріс.'
    expect(claimsOf('uk', told, { names })[0]).toMatchObject({ event: 'supply_change', speaker: 'Egypt' })
  })

  it('leaves out a headline that the body tells again', () => {
    const text = 'Gas flows stop\n\nGas flows through TurkStream stopped on Friday, the ministry said.'
    const claims = claimsOf('en', text, {
      names: { TurkStream: ['pipeline', 'TurkStream'], 'natural gas': ['commodity', 'Gas'] },
    })
    expect(claims).toHaveLength(1)
    expect(claims[0]?.span[0]).toBeGreaterThan(14)
  })

  it('finds nothing in a text without an event', () => {
    expect(claimsOf('en', 'The weather was mild. Nobody came.', {})).toEqual([])
    expect(claimsOf('en', '', {})).toEqual([])
  })
})

describe('who says what a participle leads', () => {
  const names = {
    Northland: ['country', 'Northland'],
    'Ann Renk': ['person', 'Ann Renk'],
    Tern: ['pipeline', 'Tern'],
  } as const

  it('is the subject of the sentence', () => {
    const claims = claimsOf(
      'en',
      'Northland minister Ann Renk called the strikes “a blow aimed at all our supply”, saying deliveries to Northland were suspended.',
      { names },
    )
    expect(claims.find(({ event }) => event === 'supply_halt')).toMatchObject({
      speaker: 'Ann Renk',
      evidence: 'deliveries to Northland were suspended',
    })
  })

  it('is who was quoted before it', () => {
    const claims = claimsOf(
      'fr',
      'Le gaz ne coule plus dans Tern, a déclaré Ann Renk, précisant que les livraisons vers Northland sont suspendues.',
      { names },
    )
    expect(claims.map(({ speaker }) => speaker)).toEqual(['Ann Renk', 'Ann Renk'])
  })
})

describe('words of a phrase', () => {
  it('stand in one sentence', () => {
    const text = 'On Monday oil pipeline Tern was hit. The terminal works.'
    const claims = claimsOf('en', text, { names: { Tern: ['pipeline', 'Tern'] } })
    expect(claims[0]).toMatchObject({ event: 'outage_or_attack' })
  })

  it('tell of a threat that is to go as of no attack', () => {
    const text = 'Renk Oil said it would resume loadings once the drone threat is over.'
    const claims = claimsOf('en', text, { names: { 'Renk Oil': ['company', 'Renk Oil'] } })
    expect(claims.map(({ event }) => event)).toEqual(['repair_or_restart'])
  })

  it('leave what is announced whole where a noun behind a comma has a "that"', () => {
    const text = 'Renk Oil announced the restart of the Tern line, following a stop that lasted two years.'
    const claims = claimsOf('en', text, {
      names: { 'Renk Oil': ['company', 'Renk Oil'], Tern: ['pipeline', 'Tern'] },
    })
    expect(claims[0]).toMatchObject({ event: 'repair_or_restart', speaker: 'Renk Oil', assets: ['Tern'] })
  })

  it('deny an end and tell that something goes on', () => {
    const text = 'Οι έρευνες για το Tern δεν έχουν διακοπεί.'
    const claims = claimsOf('el', text, { names: { Tern: ['pipeline', 'Tern'] } })
    expect(claims[0]).toMatchObject({ modality: 'ongoing', polarity: 'positive' })
  })
})

describe('two countries and a verb', () => {
  it('are one list, and no second clause', () => {
    const claims = claimsOf('en', 'Crude flows through Tern to Northland and Southland stopped on Friday.', {
      names: {
        Tern: ['pipeline', 'Tern'],
        Northland: ['country', 'Northland'],
        Southland: ['country', 'Southland'],
      },
    })
    expect(claims).toHaveLength(1)
    expect(claims[0]).toMatchObject({ event: 'supply_halt', assets: ['Tern', 'Northland', 'Southland'] })
  })

  it('leave a break that lasted for years to what ends it', () => {
    const claims = claimsOf('en', 'After a two-year halt, Northland has resumed exports through Tern.', {
      names: { Tern: ['pipeline', 'Tern'], Northland: ['country', 'Northland'] },
      numbers: { 'two-year': [2, 'year'] },
    })
    expect(claims.map(({ event }) => event)).toEqual(['repair_or_restart'])
  })
})

describe('where a sentence is cut', () => {
  it('leaves no mark of half a quotation at an end', () => {
    expect(trimmedOf('سنعيد ضخ الغاز قريبا"')).toBe('سنعيد ضخ الغاز قريبا')
    expect(trimmedOf('„der Fluss sinkt')).toBe('der Fluss sinkt')
    expect(trimmedOf('a "short" stop of "all" flows')).toBe('a "short" stop of "all" flows')
    expect(trimmedOf('«весь» поток')).toBe('«весь» поток')
    expect(trimmedOf('the line they call "short"')).toBe('the line they call "short"')
  })

  it('claims nothing with a clause that ends before its verb', () => {
    const text = 'أما على صعيد خط يامال فقد ذكرت رينكفار أن تدفق الغاز عبر خط يامال انخفض 12%.'
    const claims = claimsOf('ar', text, {
      names: { Renkvar: ['company', 'رينكفار'], 'Yamal-Europe': ['pipeline', 'خط يامال'] },
      numbers: { '12%': [12, '%'] },
    })
    expect(claims.map(({ evidence }) => evidence)).toEqual(['تدفق الغاز عبر خط يامال انخفض 12%'])
  })
})

function trimmedOf(text: string): string | null {
  const span = trimClause(text, 0, text.length)
  return span === null ? null : text.slice(span.start, span.end)
}
