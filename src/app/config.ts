import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CorridorError } from '../core/errors.ts'
import { schemaFault } from '../core/schema-fault.ts'

/** In the environment a number is written as text. */
const amount = z.coerce.number().positive()
const price = z.coerce.number().nonnegative()

/** Keys of `corridor.config.json`; each is also `CORRIDOR_<KEY>` in the environment and a flag of the same name. */
const configSchema = z.strictObject({
  out: z.string().optional(),
  published: z.union([z.string(), z.array(z.string())]).optional(),
  recursive: z.boolean().optional(),
  /** A folder with lexicons of the user's own beside the shipped ones. */
  lexicons: z.string().optional(),
  network: z.string().optional(),
  as_of: z.string().optional(),
  quiet: z.boolean().optional(),
  reader: z.enum(['embedded', 'llm', 'both']).optional(),
  llm_address: z.string().optional(),
  llm_model: z.string().optional(),
  llm_key: z.string().optional(),
  /** Seconds for one report. */
  llm_time_limit: amount.optional(),
  llm_answer_tokens: amount.optional(),
  llm_token_limit: amount.optional(),
  /** Money per million tokens, asked and answered. */
  llm_price_in: price.optional(),
  llm_price_out: price.optional(),
  llm_cost_limit: amount.optional(),
  /** Folder of kept answers, or `off`. */
  llm_cache: z.string().optional(),
  /** Seconds that the embedded reader may take for one report. */
  time_limit: amount.optional(),
})
export type Config = z.infer<typeof configSchema>

/** Settings from the file in `folder`, overridden by the environment; flags override both, at the door. */
export function loadConfig(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  return { ...readConfigFile(join(folder, 'corridor.config.json')), ...fromEnvironment(environment) }
}

function readConfigFile(path: string): Config {
  if (!existsSync(path)) return {}
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CorridorError(
      'config_invalid',
      `corridor.config.json: not valid JSON (${reason}): mend or remove it`,
    )
  }
  return check(value, 'corridor.config.json')
}

function fromEnvironment(environment: Readonly<Record<string, string | undefined>>): Config {
  const found: Record<string, unknown> = {}
  for (const key of Object.keys(configSchema.shape)) {
    const value = environment[`CORRIDOR_${key.toUpperCase()}`]
    if (value === undefined || value === '') continue
    found[key] = key === 'recursive' || key === 'quiet' ? value === '1' || value === 'true' : value
  }
  return check(found, 'the environment')
}

function check(value: unknown, where: string): Config {
  const parsed = configSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const known = Object.keys(configSchema.shape).join(', ')
  throw new CorridorError('config_invalid', `${where}: ${schemaFault(parsed.error)}; settings are ${known}`)
}
