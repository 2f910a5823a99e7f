import { describe, expect, it } from 'vitest'
import { calendarDate } from '../core/time.ts'
import { readReport } from './read-report.ts'

const options = { languages: { supported: new Set(['ar', 'de', 'el', 'en', 'ru']), writing: new Map() } }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (name: string, kind: 'txt' | 'html' | 'json', text: string) =>
  readReport({ name, kind, bytes: bytes(text) }, options)

describe('readReport', () => {
  it('keeps the text of a text file to the last space and names it after the file', () => {
    const result = read('a.b.txt', 'txt', '\uFEFFThe pipeline was shut on Monday.  \n')
    expect(result).toMatchObject({
      kind: 'report',
      report: { id: 'a.b', lang: 'en', text: '\uFEFFThe pipeline was shut on Monday.  \n', published: null },
    })
  })

  it.each([
    ['ar', 'أعلنت الشركة أن الضخ عبر خط الأنابيب توقف صباح اليوم'],
    ['el', 'Η εταιρεία ανακοίνωσε ότι η ροή στον αγωγό σταμάτησε'],
    ['ru', 'Компания сообщила, что прокачка по трубопроводу остановлена'],
    ['de', 'Der Betreiber teilte mit, dass die Leitung wieder in Betrieb ist'],
    ['fi', 'Kaasun toimitus Suomeen keskeytyi aamulla ja putki suljettiin'],
  ])('tells that a report is written in %s', (lang, text) => {
    expect(read('x.txt', 'txt', text)).toMatchObject({ report: { lang } })
  })

  it('takes the fields of a JSON report and cuts its date to the day', () => {
    const source = JSON.stringify({
      id: 7,
      text: 'Gas flows fell.',
      lang: 'en',
      published: '2025-03-01T08:00:00Z',
    })
    expect(read('x.json', 'json', source)).toMatchObject({
      report: { id: '7', published: '2025-03-01', published_from: 'metadata' },
    })
  })

  it('lets the day that the user gives win over the file', () => {
    const input = {
      name: 'x.json',
      kind: 'json' as const,
      bytes: bytes('{"text":"Gas flows fell.","published":"2024-01-01"}'),
    }
    const result = readReport({ ...input, published: calendarDate('2025-02-03') }, options)
    expect(result).toMatchObject({ report: { published: '2025-02-03', published_from: 'option' } })
  })

  it('reads the article of a page and never what its scripts would write', () => {
    const story = 'The operator said the line was shut after the pumping station was hit. '.repeat(6)
    const html = `<html lang="en"><head><title>Line shut</title><meta property="og:site_name" content="Example Wire">
      <meta property="article:published_time" content="2025-02-17T10:00:00+03:00"><script>document.title='x'</script></head>
      <body><nav>Home About</nav><article><h1>Line shut</h1><p>${story}</p><p>${story}</p>
      <script>document.write('INJECTED')</script></article></body></html>`
    const result = read('page.html', 'html', html)
    expect(result).toMatchObject({
      report: { title: 'Line shut', outlet: 'Example Wire', published: '2025-02-17', lang: 'en' },
    })
    expect(result.kind === 'report' && result.report.text).not.toContain('INJECTED')
    expect(result.kind === 'report' && result.report.text).toContain('pumping station')
  })

  it('reads a page in the encoding that it declares', () => {
    const page = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'),
      Buffer.from([0xcd, 0xe5, 0xf4, 0xf2, 0xfc]),
      Buffer.from('</p></body></html>'),
    ])
    expect(readReport({ name: 'p.html', kind: 'html', bytes: page }, options)).toMatchObject({
      report: { text: 'Нефть' },
    })
  })

  it.each([
    ['an empty file', 'txt', new Uint8Array(), 'input_empty'],
    ['a file of spaces', 'txt', bytes(' \n '), 'input_empty'],
    ['a file that is not text', 'txt', new Uint8Array([0x89, 0x50, 0, 0, 1]), 'input_encoding'],
    ['broken UTF-8', 'txt', new Uint8Array([0x41, 0xff, 0xfe, 0x41]), 'input_encoding'],
    ['JSON that is no report', 'json', bytes('{"claims":[]}'), 'input_not_a_report'],
    ['broken JSON', 'json', bytes('{"text":'), 'input_not_a_report'],
  ] as const)('says in one line what is wrong with %s and what to do', (_what, kind, content, code) => {
    const result = readReport({ name: 'bad.txt', kind, bytes: content }, options)
    expect(result).toMatchObject({ kind: 'problem', problem: { code } })
    const message = result.kind === 'problem' ? result.problem.message : ''
    expect(message).toMatch(/^bad\.txt: .+: .+/u)
    expect(message).not.toContain('\n')
  })

  it('reports a publication date that does not exist and reads the text all the same', () => {
    const result = read('x.json', 'json', '{"text":"Gas flows fell today.","published":"2025-02-30"}')
    expect(result).toMatchObject({ report: { published: null, problems: [{ code: 'date_impossible' }] } })
  })
})
