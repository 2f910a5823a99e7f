/** What a page says about its article in JSON-LD (schema.org Article and its kinds). */
export interface LinkedArticle {
  readonly body: string | null
  readonly headline: string | null
  readonly published: string | null
  readonly publisher: string | null
  readonly lang: string | null
}

const ARTICLE = /(?:Article|BlogPosting|Report|Posting)$/u
const DEEPEST = 12

/** The first article among the JSON-LD of a page; a script that is no JSON is passed over. */
export function readLinkedArticle(scripts: readonly string[]): LinkedArticle | null {
  for (const script of scripts) {
    let value: unknown
    try {
      // Some pages break lines inside strings, which JSON forbids.
      value = JSON.parse(script.replace(/[\n\r\t]/gu, ' '))
    } catch {
      continue
    }
    const found = findArticle(value, 0)
    if (found === null) continue
    return {
      body: text(found.articleBody),
      headline: text(found.headline) ?? text(found.name),
      published: text(found.datePublished) ?? text(found.dateCreated),
      publisher: named(found.publisher) ?? named(found.sourceOrganization),
      lang: text(found.inLanguage),
    }
  }
  return null
}

function findArticle(value: unknown, depth: number): Record<string, unknown> | null {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) return first(value, depth)
  const record = value as Record<string, unknown>
  const types = [record['@type']].flat().filter((one) => typeof one === 'string')
  if (types.some((one) => ARTICLE.test(one))) return record
  return first([record['@graph'], record.mainEntity, record.mainEntityOfPage, record.itemListElement], depth)
}

function first(values: readonly unknown[], depth: number): Record<string, unknown> | null {
  for (const one of values) {
    const found = findArticle(one, depth + 1)
    if (found !== null) return found
  }
  return null
}

function named(value: unknown): string | null {
  if (Array.isArray(value)) return named(value[0])
  return typeof value === 'object' && value !== null && 'name' in value ? text(value.name) : text(value)
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
