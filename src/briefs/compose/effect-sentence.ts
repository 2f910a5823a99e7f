import { formatRange, formatTogether, withUnit } from '../number-format.ts'
import { tradeVolume } from '../trade-volume.ts'

export interface Amounts {
  readonly base: number
  readonly low: number
  readonly central: number
  readonly high: number
}

interface Subject {
  readonly measure: string
  readonly name: string
  readonly carrier: string
  readonly unit: string
  /** `first 30 days`, `365 days`. */
  readonly period: string
}

const verbs: Readonly<Record<string, string>> = {
  flow: 'carries',
  're-routed flow': 'carries',
  throughput: 'takes in',
  production: 'gives',
  'emergency supply': 'gives',
  'unserved demand': 'goes short of',
  deliveries: 'gets',
}

/** What changes for whom, by how much and when, in a sentence that stands alone. */
export function effectSentence(subject: Subject, amounts: Amounts): string {
  const { name, measure, unit, period } = subject
  const verb = verbs[measure] ?? `(${measure}):`
  const when = /^\d/u.test(period) ? `over ${period}` : `in the ${period}`
  const [base = '', low = '', central = '', high = ''] = formatTogether([
    amounts.base,
    amounts.low,
    amounts.central,
    amounts.high,
  ])
  if (low === base && central === base && high === base)
    return `${name} ${verb} ${withUnit(base, unit)} ${when}, as before.`
  if (central === base)
    return `${name} ${verb} ${withUnit(base, unit)} as before in the middle case, with a range of ${formatRange(amounts.low, amounts.high, unit)}, ${when}.`
  const trade =
    subject.carrier === 'gas' ? tradeVolume({ low: amounts.low, high: amounts.high }, subject) : null
  const range = /[1-9]/u.test(low + high) ? formatRange(amounts.low, amounts.high, unit) : 'nothing'
  const middle = low === high ? '' : `, ${central} in the middle case,`
  const before = /[1-9]/u.test(base) ? ` instead of ${withUnit(base, unit)}` : ' instead of nothing'
  return `${name} ${verb} ${range}${trade === null ? '' : ` (${trade})`}${middle}${before} ${when}.`
}
