import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROMPT_VERSION } from '../../claims/llm/prompt.ts'

/** Answers of models on disk, one file an answer: the same report is asked about once. */
export interface AnswerCache {
  readonly get: (reportHash: string) => string | null
  readonly put: (reportHash: string, content: string) => void
}

/**
 * Answers of one model at one address under one wording of the question. A folder that cannot be read or
 * written costs only the saving: it is never an error.
 */
export function openAnswerCache(
  folder: string | null,
  asked: { endpoint: string; model: string },
): AnswerCache {
  if (folder === null) return { get: () => null, put: () => {} }
  const pathOf = (reportHash: string): string => {
    const key = JSON.stringify([reportHash, asked.model, asked.endpoint, PROMPT_VERSION])
    return join(folder, `${createHash('sha256').update(key).digest('hex')}.json`)
  }
  return {
    get: (reportHash) => {
      try {
        const kept: unknown = JSON.parse(readFileSync(pathOf(reportHash), 'utf8'))
        return typeof kept === 'object' &&
          kept !== null &&
          'content' in kept &&
          typeof kept.content === 'string'
          ? kept.content
          : null
      } catch {
        return null
      }
    },
    put: (reportHash, content) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        const path = pathOf(reportHash)
        // Written beside and moved, so that a run that is stopped leaves no half answer.
        writeFileSync(
          `${path}.${process.pid}`,
          JSON.stringify({ model: asked.model, prompt: PROMPT_VERSION, content }),
          {
            mode: 0o600,
          },
        )
        renameSync(`${path}.${process.pid}`, path)
      } catch {
        // The answer is still used; it is only asked for again next time.
      }
    },
  }
}
