import { homedir } from 'node:os'
import { join } from 'node:path'
import { CorridorError } from '../../core/errors.ts'
import type { Config } from '../config.ts'

/** Where a language model answers, and what it may cost. */
export interface ModelSettings {
  /** The address of chat completions, complete. */
  readonly endpoint: string
  readonly model: string
  readonly key: string | null
  /** Seconds for one report, all tries and waits together. */
  readonly timeLimitSeconds: number
  /** Tokens that one answer may have. */
  readonly answerTokens: number
  /** Tokens that one run may use, asked and answered; what the cache answers is free. */
  readonly tokenLimit: number
  /** Money per million tokens asked and answered, in the currency of `costLimit`; 0 where the model is free. */
  readonly priceIn: number
  readonly priceOut: number
  readonly costLimit: number | null
  /** Folder of kept answers; null: none are kept. */
  readonly cacheFolder: string | null
}

const DEFAULTS = { timeLimitSeconds: 120, answerTokens: 4096, tokenLimit: 1_000_000 }

/**
 * Settings of the language-model reader. Throws `reader_unset` (wrong usage) that says what to set where the
 * address or the model is missing or the address is no web address, `config_invalid` for impossible limits.
 */
export function modelSettings(
  config: Config,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ModelSettings {
  const { llm_address: address, llm_model: model } = config
  const missing = [
    ...(address === undefined ? ['llm_address (CORRIDOR_LLM_ADDRESS, --llm-address)'] : []),
    ...(model === undefined ? ['llm_model (CORRIDOR_LLM_MODEL, --llm-model)'] : []),
  ]
  if (address === undefined || model === undefined) {
    throw new CorridorError(
      'reader_unset',
      `the language-model reader needs ${missing.join(' and ')}: set the address of any OpenAI-compatible service, for example http://127.0.0.1:11434/v1, and the name of its model; or use --reader embedded`,
    )
  }
  if (
    config.llm_cost_limit !== undefined &&
    config.llm_price_in === undefined &&
    config.llm_price_out === undefined
  ) {
    throw new CorridorError(
      'config_invalid',
      'llm_cost_limit: a cost can only be limited where llm_price_in and llm_price_out (per million tokens) are set',
    )
  }
  return {
    endpoint: endpointOf(address),
    model,
    key: config.llm_key ?? null,
    timeLimitSeconds: config.llm_time_limit ?? DEFAULTS.timeLimitSeconds,
    answerTokens: config.llm_answer_tokens ?? DEFAULTS.answerTokens,
    tokenLimit: config.llm_token_limit ?? DEFAULTS.tokenLimit,
    priceIn: config.llm_price_in ?? 0,
    priceOut: config.llm_price_out ?? 0,
    costLimit: config.llm_cost_limit ?? null,
    cacheFolder: config.llm_cache === 'off' ? null : (config.llm_cache ?? defaultCache(environment)),
  }
}

function endpointOf(address: string): string {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    throw notAnAddress(address)
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw notAnAddress(address)
  if (url.username !== '' || url.password !== '') {
    throw new CorridorError(
      'reader_unset',
      'llm_address holds a user name or password: give a key as llm_key instead',
    )
  }
  const path = url.pathname.replace(/\/+$/u, '')
  url.pathname = path.endsWith('/chat/completions') ? path : `${path}/chat/completions`
  return url.href
}

function notAnAddress(address: string): CorridorError {
  return new CorridorError(
    'reader_unset',
    `llm_address "${address.slice(0, 80)}": not a web address; write it as http://127.0.0.1:11434/v1`,
  )
}

function defaultCache(environment: Readonly<Record<string, string | undefined>>): string {
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'corridor', 'answers')
}
