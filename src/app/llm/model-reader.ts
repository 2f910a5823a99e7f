import type { Reading } from '../../claims/claim.ts'
import { type Accepted, acceptClaims } from '../../claims/llm/accept-claims.ts'
import { parseAnswer } from '../../claims/llm/answer.ts'
import { mergeClaims } from '../../claims/llm/merge-readings.ts'
import { messagesFor } from '../../claims/llm/prompt.ts'
import type { Problem } from '../../core/errors.ts'
import type { Report } from '../../reports/report.ts'
import { openAnswerCache } from './answer-cache.ts'
import { askModel, estimateTokens } from './ask-model.ts'
import type { ModelSettings } from './model-settings.ts'

export interface ModelReader {
  /**
   * The reading with the claims of the model in place of (`llm`) or merged with (`both`) those of the embedded
   * reader. `failure`: why the model gave none; the reading then says so in its problems.
   */
  read(
    report: Report,
    embedded: Reading,
    signal: AbortSignal,
  ): Promise<{ reading: Reading; failure: Problem | null }>
  /** What the run asked, used and dropped, in one sentence. */
  summary(): string
}

/** The reader that asks a language model and counts only what the report bears out. */
export function openModelReader(settings: ModelSettings, mode: 'llm' | 'both'): ModelReader {
  const cache = openAnswerCache(settings.cacheFolder, settings)
  const used = { asked: 0, kept: 0, tokens: 0, cost: 0, accepted: 0, dropped: 0 }

  const answerFor = async (
    report: Report,
    signal: AbortSignal,
  ): Promise<{ content: string } | { reason: string }> => {
    const kept = cache.get(report.hash)
    if (kept !== null) {
      used.kept += 1
      return { content: kept }
    }
    const messages = messagesFor(report)
    const asking = estimateTokens(messages.map((message) => message.content).join(''))
    const reason = beyondLimits(settings, used, asking)
    if (reason !== null) return { reason }
    used.asked += 1
    const answer = await askModel(settings, messages, signal)
    if (answer.kind === 'failure') return { reason: answer.reason }
    used.tokens += answer.tokensIn + answer.tokensOut
    used.cost += (answer.tokensIn * settings.priceIn + answer.tokensOut * settings.priceOut) / 1e6
    return { content: answer.content }
  }

  return {
    read: async (report, embedded, signal) => {
      const answer = await answerFor(report, signal)
      const parsed = 'reason' in answer ? answer : parseAnswer(answer.content)
      if ('reason' in parsed) {
        const failure: Problem = {
          code: 'reader_failed',
          where: report.id,
          message: `${report.id}: the language model could not be used: ${parsed.reason}`,
        }
        const claims = mode === 'both' ? embedded.claims : []
        return { reading: { ...embedded, claims, problems: [...embedded.problems, failure] }, failure }
      }
      if ('content' in answer) cache.put(report.hash, answer.content)
      const accepted = acceptClaims(embedded, parsed.claims)
      const count = [...accepted.dropped.values()].reduce((sum, one) => sum + one, parsed.malformed)
      used.accepted += accepted.claims.length
      used.dropped += count
      // A language without a lexicon is read all the same: names and numbers then stay as they are written.
      const before = embedded.problems.filter(
        (one) => one.code !== 'language_unknown' || accepted.claims.length === 0,
      )
      const problems = [...before, ...droppedProblems(report.id, accepted, parsed.malformed)]
      const claims = mode === 'both' ? mergeClaims(embedded, accepted.claims) : [...accepted.claims]
      return {
        reading: { ...embedded, entities: [...embedded.entities, ...accepted.entities], claims, problems },
        failure: null,
      }
    },
    summary: () => {
      const cost = settings.priceIn + settings.priceOut > 0 ? `, cost ${used.cost.toFixed(4)}` : ''
      return `language model ${settings.model}: ${used.accepted} claims taken, ${used.dropped} dropped; ${used.asked} reports asked, ${used.kept} from kept answers, ${used.tokens} tokens${cost}`
    },
  }
}

/** Why a report may not be asked about, or null: the answer is reckoned at its greatest length. */
function beyondLimits(
  settings: ModelSettings,
  used: { readonly tokens: number; readonly cost: number },
  asking: number,
): string | null {
  if (used.tokens + asking + settings.answerTokens > settings.tokenLimit)
    return `the token limit of the run (${settings.tokenLimit}) is reached: raise llm_token_limit`
  const cost = (asking * settings.priceIn + settings.answerTokens * settings.priceOut) / 1e6
  if (settings.costLimit !== null && used.cost + cost > settings.costLimit)
    return `the cost limit of the run (${settings.costLimit}) is reached: raise llm_cost_limit`
  return null
}

function droppedProblems(id: string, accepted: Accepted, malformed: number): Problem[] {
  const reasons = [
    ...accepted.dropped,
    ...(malformed > 0 ? [['not of the asked form', malformed] as const] : []),
  ]
  const problems: Problem[] = []
  const total = reasons.reduce((sum, [, count]) => sum + count, 0)
  if (total > 0) {
    problems.push({
      code: 'claims_dropped',
      where: id,
      message: `${id}: ${total} of the language model's claims dropped: ${reasons.map(([reason, count]) => `${count} × ${reason}`).join(', ')}`,
    })
  }
  if (accepted.partsDropped > 0) {
    problems.push({
      code: 'claims_dropped',
      where: id,
      message: `${id}: ${accepted.partsDropped} names, outlets or times of the language model taken off: not in the report`,
    })
  }
  return problems
}
