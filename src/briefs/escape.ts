/** Markup that this program wrote or escaped. Only `html` and `trusted` make one, so outside text cannot pass. */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[]

/** Template tag: every interpolated text is escaped for both element content and quoted attributes. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let text = strings[0] ?? ''
  parts.forEach((part, index) => {
    text += partText(part) + (strings[index + 1] ?? '')
  })
  return new Html(text)
}

/** Markup as it stands: only for text that is constant in this program. */
export function trusted(text: string): Html {
  return new Html(text)
}

function partText(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.toString()
  if (Array.isArray(part)) return part.map(partText).join('')
  return escapeHtml(String(part))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Halves of surrogate pairs, which no encoding can carry: the replacement character stands for them. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Control characters are dropped: HTML forbids them, and terminals obey some of them. Tab and newline stay. */
export function withoutControls(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd').replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, '')
}

export function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** The address where it is http or https, else null: `javascript:`, `data:` and the like never become a link. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !/^https?:\/\//iu.test(url)) return null
  try {
    const parsed = new URL(url)
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null
  } catch {
    return null
  }
}

/** A value for `lang`: the tag where it looks like one; empty (unknown) where it does not or is `und`. */
export function languageTag(lang: string): string {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(lang) && lang !== 'und' ? lang : ''
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
const FIRST_STRONG = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\u0590-\u08ff]/u

/**
 * Text for a plain-text medium, kept apart from what stands around it: foreign direction marks are removed (an
 * unbalanced one would turn the rest of the page), and text with right-to-left letters is put between isolates.
 */
export function isolate(text: string): string {
  const clean = withoutControls(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
  if (!RTL.test(clean)) return clean
  const first = FIRST_STRONG.exec(clean)?.[0] ?? ''
  return `${RTL.test(first) ? '\u2067' : '\u2066'}${clean}\u2069`
}
