import type { Because, Status } from '../../core/provenance.ts'
import { type Html, type HtmlPart, html, languageTag } from '../escape.ts'
import type { Reference, References } from '../references.ts'

export function badge(status: Status): Html {
  return html`<span class="badge badge-${status}">${status}</span>`
}

/** A name from outside, kept from turning the direction of the sentence around it. */
export function name(text: string): Html {
  return html`<bdi>${text}</bdi>`
}

/** Words in the language of their report. */
export function quotation(text: string, lang: string): Html {
  return html`<blockquote lang="${languageTag(lang)}" dir="auto">${text}</blockquote>`
}

/** Cut at a word where it is longer than `most`. */
export function shortened(text: string, most = 160): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`
}

export function refLink(reference: Reference): Html {
  return html`<a href="#${reference.anchor}" title="${shortened(reference.statement)}">${reference.label}</a>`
}

/** The marks of what a number rests on, main reason first; nothing where it names none. */
export function refMarks(references: References, because: readonly Because[]): Html {
  const found = [...new Set(because)].flatMap((key) => references.of(key) ?? [])
  if (found.length === 0) return html``
  return html`<span class="refs">[${joined(found.map(refLink), ', ')}]</span>`
}

/** A number that leads to its main reason. */
export function linkedNumber(text: string, because: readonly Because[], references: References): Html {
  const main = because.flatMap((key) => references.of(key) ?? [])[0]
  if (main === undefined) return html`${text}`
  return html`<a class="num" href="#${main.anchor}" title="${main.label}: ${shortened(main.statement)}">${text}</a>`
}

const DATE = String.raw`\d{4}-\d{2}(?:-\d{2})?|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?|(?:19|20)\d{2}(?![\d,.]*\d)`
const NUMBER = String.raw`[+\u2212-]?\d+(?:[.,\u202f\u00a0]\d+)*(?:\u00a0?%| %)?`
const DATE_OR_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d/#-])(?:(${DATE})|(${NUMBER}))(?![\p{L}\d/]|-\p{L})`,
  'gu',
)

/** A computed sentence whose numbers (dates are none) lead to `href`. */
export function linkNumbers(sentence: string, href: string | null): Html {
  if (href === null) return html`${sentence}`
  const parts: HtmlPart[] = []
  let end = 0
  for (const match of sentence.matchAll(DATE_OR_NUMBER)) {
    if (match[2] === undefined) continue
    parts.push(sentence.slice(end, match.index), html`<a class="num" href="${href}">${match[0]}</a>`)
    end = match.index + match[0].length
  }
  return html`${parts}${sentence.slice(end)}`
}

/** `#anchor` of the main reason, or null. */
export function mainHref(because: readonly Because[], references: References): string | null {
  const main = because.flatMap((key) => references.of(key) ?? [])[0]
  return main === undefined ? null : `#${main.anchor}`
}

export function joined(parts: readonly HtmlPart[], separator: string): Html {
  return html`${parts.map((part, index) => [index === 0 ? '' : separator, part])}`
}

/** A table that scrolls inside its own box on a narrow screen, and can be scrolled from the keyboard. */
export function scrollBox(label: string, content: Html, isTall = false): Html {
  return html`<div class="scroll${isTall ? ' tall' : ''}" role="group" aria-label="${label}" tabindex="0">${content}</div>`
}

export function pairs(rows: readonly (readonly [string, HtmlPart])[]): Html {
  return html`<dl class="pairs">${rows.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`
}
