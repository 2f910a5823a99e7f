import { z } from 'zod'
import { eventTypes, modalities } from '../claim.ts'

/** Claims of one answer that are looked at; a report has fewer, and an endless answer must not be worked through. */
const MOST_CLAIMS = 200
const words = z.string().max(2000)
const name = z
  .union([words, z.object({ name: words })])
  .transform((one) => (typeof one === 'string' ? one : one.name))
/** A number as the report writes it, alone or with the value that the model takes it for. */
const number = z.union([
  words.transform((surface) => ({ surface, value: null })),
  z
    .object({ surface: words, value: z.number().nullish() })
    .transform(({ surface, value }) => ({ surface, value: value ?? null })),
])

/** One claim as a language model gives it: everything but the four labels is words copied from the report. */
export const modelClaimSchema = z.object({
  evidence: z.string().max(20_000),
  event: z.enum(eventTypes),
  modality: z.enum(modalities),
  polarity: z.enum(['positive', 'negative']),
  assets: z.array(name).max(50).default([]),
  speaker: words.nullish().transform((value) => (value?.trim() ? value.trim() : null)),
  via: z.array(words).max(20).default([]),
  time: words.nullish().transform((value) => (value?.trim() ? value.trim() : null)),
  numbers: z.array(number).max(50).default([]),
})
export type ModelClaim = z.output<typeof modelClaimSchema>

/** What the address is asked to give: the form of an answer, as JSON schema in the strict dialect of `response_format`. */
export const answerFormat = {
  type: 'json_schema',
  json_schema: {
    name: 'claims',
    strict: true,
    schema: {
      type: 'object',
      additionalProperties: false,
      required: ['claims'],
      properties: {
        claims: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: [
              'evidence',
              'event',
              'modality',
              'polarity',
              'assets',
              'speaker',
              'via',
              'time',
              'numbers',
            ],
            properties: {
              evidence: { type: 'string' },
              event: { type: 'string', enum: [...eventTypes] },
              modality: { type: 'string', enum: [...modalities] },
              polarity: { type: 'string', enum: ['positive', 'negative'] },
              assets: { type: 'array', items: { type: 'string' } },
              speaker: { type: ['string', 'null'] },
              via: { type: 'array', items: { type: 'string' } },
              time: { type: ['string', 'null'] },
              numbers: { type: 'array', items: { type: 'string' } },
            },
          },
        },
      },
    },
  },
} as const

export type ParsedAnswer =
  | { readonly kind: 'answer'; readonly claims: readonly ModelClaim[]; readonly malformed: number }
  | { readonly kind: 'unreadable'; readonly reason: string }

/**
 * The claims in the text of an answer. A fence of Markdown around the JSON is taken off; claims that are not of
 * the form are counted, not guessed at. An answer that is no object with `claims` is unreadable.
 */
export function parseAnswer(content: string): ParsedAnswer {
  let value: unknown
  try {
    value = JSON.parse(unfenced(content))
  } catch {
    return { kind: 'unreadable', reason: 'the answer is not JSON' }
  }
  const listed =
    typeof value === 'object' && value !== null && 'claims' in value
      ? (value as { claims: unknown }).claims
      : value
  if (!Array.isArray(listed)) return { kind: 'unreadable', reason: 'the answer has no list "claims"' }
  const parsed = listed.slice(0, MOST_CLAIMS).map((one) => modelClaimSchema.safeParse(one))
  const claims = parsed.flatMap((one) => (one.success ? [one.data] : []))
  return { kind: 'answer', claims, malformed: listed.length - claims.length }
}

function unfenced(content: string): string {
  const text = content.trim()
  if (!text.startsWith('```')) return text
  const first = text.indexOf('\n')
  const last = text.lastIndexOf('```')
  return first < 0 || last <= first ? text : text.slice(first + 1, last)
}
