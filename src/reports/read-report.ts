import { z } from 'zod'
import type { Problem } from '../core/errors.ts'
import { type CalendarDate, parseCalendarDate } from '../core/time.ts'
import { decodeText } from './decode-text.ts'
import { extractArticle } from './extract-article.ts'
import { hashText } from './hash-text.ts'
import { identifyLanguage, type Languages } from './identify-language.ts'
import { type FeedResult, isJsonFeed, MOST_ITEMS, readJsonFeed, readXmlFeed } from './read-feed.ts'
import type { Report } from './report.ts'

export interface ReportInput {
  /** File name, or `stdin`: what messages call it. */
  readonly name: string
  readonly kind: 'txt' | 'html' | 'json' | 'feed'
  readonly bytes: Uint8Array
  /** Day given by the user; it wins over what the file says. */
  readonly published?: CalendarDate | undefined
}

export interface ReportOptions {
  /** Those that the reader knows, by ISO 639-1 code. */
  readonly languages: Languages
}

export type ReportResult =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** A `.json` input is a report when it has `text`; other keys are left alone (CONTRACT, inputs). */
export const jsonReportSchema = z.looseObject({
  text: z.string(),
  id: z.union([z.string(), z.number()]).nullish(),
  lang: z.string().nullish(),
  title: z.string().nullish(),
  outlet: z.string().nullish(),
  published: z.string().nullish(),
  url: z.string().nullish(),
})

/** One input as a report, or the one line that says why it is none and what to do. A feed gives its first item. */
export function readReport(input: ReportInput, options: ReportOptions): ReportResult {
  const [first] = readInput(input, options)
  return first ?? bad('input_empty', input.name, 'the feed has no item: save it again when it has')
}

/** The reports of one input: one of a text, a page or a JSON report, one an item of a feed; never an empty list. */
export function readInput(input: ReportInput, options: ReportOptions): readonly ReportResult[] {
  const declared =
    input.kind === 'html' || input.kind === 'feed' ? declaredEncoding(input.bytes, input.kind) : undefined
  const decoded = decodeText(input.bytes, { where: input.name, ...(declared ? { declared } : {}) })
  if ('problem' in decoded) return [{ kind: 'problem', problem: decoded.problem }]
  switch (input.kind) {
    case 'txt':
      return [{ kind: 'report', report: toReport(input, options, { text: decoded.text }) }]
    case 'html': {
      const article = extractArticle(decoded.text)
      if (article.text === '') {
        return [
          bad(
            'input_empty',
            input.name,
            'the page holds no text: save the article page itself and pass it again',
          ),
        ]
      }
      return [{ kind: 'report', report: toReport(input, options, article) }]
    }
    case 'feed':
      return readItems(input, options, readXmlFeed(decoded.text))
    case 'json':
      return readJson(input, options, decoded.text)
  }
}

function readItems(input: ReportInput, options: ReportOptions, feed: FeedResult): ReportResult[] {
  if (feed.kind === 'other') {
    return [
      bad(
        'input_not_a_report',
        input.name,
        `${feed.reason}: pass an RSS, Atom or JSON feed, or the article as .html`,
      ),
    ]
  }
  if (feed.items.length === 0)
    return [bad('input_empty', input.name, 'the feed has no item with a text: save it again when it has')]
  const digits = String(feed.items.length).length
  const read = feed.items.map((item, index): ReportResult => {
    const id = `${stemOf(input.name)}-${String(index + 1).padStart(digits, '0')}`
    return { kind: 'report', report: toReport(input, options, { ...item, id }) }
  })
  const left = feed.left === 0 ? [] : [tooMany(input.name, feed.left)]
  return [...read, ...left]
}

function tooMany(name: string, left: number): ReportResult {
  return bad(
    'input_too_large',
    name,
    `${left} of its items were left, ${MOST_ITEMS} are read: split the feed`,
  )
}

function readJson(input: ReportInput, options: ReportOptions, source: string): readonly ReportResult[] {
  let value: unknown
  try {
    value = JSON.parse(source.replace(/^\uFEFF/u, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [
      bad('input_not_a_report', input.name, `not valid JSON (${reason}): mend the file and pass it again`),
    ]
  }
  if (isJsonFeed(value)) return readItems(input, options, readJsonFeed(value))
  const parsed = jsonReportSchema.safeParse(value)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'text'
    return [
      bad(
        'input_not_a_report',
        input.name,
        `not a report: the field "${where}" is missing or of the wrong type; a JSON report has a string "text"`,
      ),
    ]
  }
  if (parsed.data.text.trim() === '')
    return [bad('input_empty', input.name, 'its "text" is empty: put the words of the report there')]
  return [{ kind: 'report', report: toReport(input, options, parsed.data) }]
}

interface Facts {
  readonly text: string
  readonly id?: string | number | null | undefined
  readonly lang?: string | null | undefined
  readonly title?: string | null | undefined
  readonly outlet?: string | null | undefined
  readonly published?: string | null | undefined
  readonly url?: string | null | undefined
}

function toReport(input: ReportInput, options: ReportOptions, facts: Facts): Report {
  const problems: Problem[] = []
  const stated = facts.published ? parseCalendarDate(facts.published.slice(0, 10)) : null
  if (facts.published && stated === null) {
    problems.push({
      code: 'date_impossible',
      where: input.name,
      message: `${input.name}: its publication date "${facts.published.slice(0, 40)}" is not a day: give one with --published`,
    })
  }
  // A page template often declares the language of the site, not of the article: the text decides for HTML.
  const declared = input.kind === 'json' ? facts.lang?.slice(0, 2).toLowerCase() : undefined
  const hinted = facts.lang?.slice(0, 2).toLowerCase() ?? ''
  const told = identifyLanguage(facts.text, options.languages, input.kind === 'feed' ? hinted : '')
  const lang =
    declared && options.languages.supported.has(declared)
      ? declared
      : told === 'und' && options.languages.supported.has(hinted)
        ? hinted
        : told
  return {
    id: facts.id != null && facts.id !== '' ? String(facts.id) : stemOf(input.name),
    lang,
    published: input.published ?? stated,
    published_from: input.published ? 'option' : stated ? 'metadata' : null,
    title: facts.title?.trim() || null,
    outlet: facts.outlet?.trim() || null,
    url: facts.url?.trim() || null,
    text: facts.text,
    hash: hashText(facts.text),
    format: input.kind,
    problems,
  }
}

function stemOf(name: string): string {
  return name.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '')
}

function declaredEncoding(bytes: Uint8Array, kind: 'html' | 'feed'): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const found =
    kind === 'feed'
      ? /^[^<]{0,3}<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{3,20})/u.exec(head)
      : /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})/iu.exec(head)
  return found?.[1]?.toLowerCase()
}

function bad(code: Problem['code'], where: string, what: string): ReportResult {
  return { kind: 'problem', problem: { code, where, message: `${where}: ${what}` } }
}
