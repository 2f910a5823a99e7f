import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { answerFormat } from '../../claims/llm/answer.ts'
import type { Message } from '../../claims/llm/prompt.ts'
import type { ModelSettings } from './model-settings.ts'

export interface ModelAnswer {
  readonly kind: 'answer'
  readonly content: string
  /** As the service counts them; estimated from the length where it does not. */
  readonly tokensIn: number
  readonly tokensOut: number
}
export interface ModelFailure {
  readonly kind: 'failure'
  /** What went wrong, without the words of the service. */
  readonly reason: string
}

/** An answer is a few kilobytes; what is longer is cut off unread. */
const MOST_BYTES = 4 * 1024 * 1024
const TRIES = 4
const FIRST_WAIT_MS = 500
/** Errors that another try may mend: too many requests, and trouble of the service itself. */
const PASSING = new Set([408, 409, 425, 429, 500, 502, 503, 504])

const completionSchema = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null),
})

/**
 * One question to an OpenAI-compatible service, tried again after passing errors with growing waits, all within
 * the time limit. Redirects are not followed: a key must not travel on. Never throws for what the service does;
 * throws only where `signal` cancels.
 */
export async function askModel(
  settings: ModelSettings,
  messages: readonly Message[],
  signal: AbortSignal,
  firstWaitMs: number = FIRST_WAIT_MS,
): Promise<ModelAnswer | ModelFailure> {
  const limit = AbortSignal.timeout(settings.timeLimitSeconds * 1000)
  const stop = AbortSignal.any([signal, limit])
  let withFormat = true
  let last: ModelFailure = { kind: 'failure', reason: 'no answer' }
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      const outcome = await askOnce(settings, messages, { stop, withFormat })
      if (outcome.kind === 'answer') return outcome
      last = outcome
      // Services that know no response_format refuse it; the instructions alone ask for JSON too.
      if (outcome.status === 400 && withFormat) {
        withFormat = false
        continue
      }
      if (!outcome.isPassing || tries === TRIES - 1) return last
      await wait(Math.max(outcome.waitMs ?? 0, firstWaitMs * 2 ** tries), undefined, { signal: stop })
    } catch (error) {
      if (signal.aborted) throw error
      if (limit.aborted) {
        const before = last.reason === 'no answer' ? '' : ` (before: ${last.reason})`
        return { kind: 'failure', reason: `no answer within ${settings.timeLimitSeconds} seconds${before}` }
      }
      last = { kind: 'failure', reason: `not reachable (${causeOf(error)})` }
      if (tries === TRIES - 1) return last
      await wait(firstWaitMs * 2 ** tries, undefined, { signal: stop }).catch(() => {})
    }
  }
  return last
}

interface Failed extends ModelFailure {
  readonly status: number
  readonly isPassing: boolean
  /** As the service asks for in Retry-After. */
  readonly waitMs?: number
}

async function askOnce(
  settings: ModelSettings,
  messages: readonly Message[],
  options: { readonly stop: AbortSignal; readonly withFormat: boolean },
): Promise<ModelAnswer | Failed> {
  const response = await fetch(settings.endpoint, {
    method: 'POST',
    redirect: 'manual',
    signal: options.stop,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(settings.key === null ? {} : { authorization: `Bearer ${settings.key}` }),
    },
    body: JSON.stringify({
      model: settings.model,
      messages,
      temperature: 0,
      max_tokens: settings.answerTokens,
      stream: false,
      ...(options.withFormat ? { response_format: answerFormat } : {}),
    }),
  })
  const { status } = response
  const failed = (reason: string, isPassing = false): Failed => ({
    kind: 'failure',
    reason,
    status,
    isPassing,
  })
  if (status >= 300 && status < 400) {
    await response.body?.cancel()
    return failed(`it redirects (HTTP ${status}), which is not followed: set the final address`)
  }
  if (!response.ok) {
    await response.body?.cancel()
    const asked = Number(response.headers.get('retry-after'))
    const hint =
      status === 401 || status === 403
        ? ': check llm_key'
        : status === 404
          ? ': check llm_address and llm_model'
          : ''
    return {
      ...failed(`HTTP ${status}${hint}`, PASSING.has(status)),
      ...(Number.isFinite(asked) && asked > 0 ? { waitMs: asked * 1000 } : {}),
    }
  }
  const type = response.headers.get('content-type') ?? ''
  if (!/\bjson\b/iu.test(type)) {
    await response.body?.cancel()
    return failed(`it answers with "${type.slice(0, 40)}" instead of JSON: check llm_address`)
  }
  const body = await readBody(response)
  if (body === null) return failed(`its answer is longer than ${MOST_BYTES / 1024 / 1024} MB`)
  return toAnswer(body, messages) ?? failed('its answer is not a chat completion')
}

function toAnswer(body: string, messages: readonly Message[]): ModelAnswer | null {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return null
  }
  const parsed = completionSchema.safeParse(value)
  const choice = parsed.success ? parsed.data.choices[0] : undefined
  if (!parsed.success || choice === undefined) return null
  const { content } = choice.message
  const { usage } = parsed.data
  return {
    kind: 'answer',
    content,
    tokensIn: usage?.prompt_tokens ?? estimateTokens(messages.map((message) => message.content).join('')),
    tokensOut: usage?.completion_tokens ?? estimateTokens(content),
  }
}

/** The body as text, or null where it is too long; the rest is then never read. */
async function readBody(response: Response): Promise<string | null> {
  if (response.body === null) return ''
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    total += chunk.length
    if (total > MOST_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Tokens by rule of thumb: four Latin letters one token, of other scripts one and a half. */
export function estimateTokens(text: string): number {
  const other = text.match(/[^\p{Script=Latin}\p{ASCII}]/gu)?.length ?? 0
  return Math.ceil((text.length - other) / 4 + other / 1.5)
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return cause instanceof Error ? cause.name : 'unknown'
}
