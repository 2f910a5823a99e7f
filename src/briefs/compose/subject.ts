import { capacityTogether, enteringLinks } from '../../atlas/entering-links.ts'
import type { Network } from '../../atlas/network.ts'
import type { SolveResult } from '../../solve/result.ts'
import type { Answered } from './answered.ts'

/** What a question is about, as one series: the flow of a line, the throughput of a plant, the output of a field. */
export interface Subject {
  readonly name: string
  /** `Flow on`, `Throughput of`, `Output of`, `Drawn from`. */
  readonly heading: string
  /** `carried`, `took in`, `gave`. */
  readonly did: string
  /** Unit of the carrier, per day. */
  readonly unit: string
  /** Capacity of the day, summed; null where one of them has none. */
  readonly capacity: number | null
  readonly of: (result: SolveResult) => Float64Array
}

/** The plants of a question; else those of its links by which something enters, so that sections in a row count once. */
export function subjectOf({ question, network }: Answered): Subject {
  const unit = network.units[question.carrier]
  if (question.plants.length > 0) {
    const isTaken = question.plants.every((ref) => ref.startsWith('conversions/'))
    const isStore = question.plants.every((ref) => ref.startsWith('stores/'))
    return {
      name: question.within?.name ?? question.subjectName,
      heading: isStore ? 'Drawn from' : isTaken ? 'Throughput of' : 'Output of',
      did: isTaken ? 'took in' : 'gave',
      unit,
      capacity: total(question.plants.map((ref) => capacityOf(ref, network))),
      of: (result) =>
        sumOf(
          question.plants.map((ref) => seriesOf(ref, result)),
          result,
        ),
    }
  }
  const own = network.links.filter((link) => question.links.includes(link.id))
  const entering = enteringLinks(own)
  const [first] = entering
  return {
    name:
      question.linksName ??
      (entering.length === 1 && first !== undefined
        ? first.name
        : (question.within?.name ?? question.subjectName)),
    heading: 'Flow on',
    did: 'carried',
    unit,
    capacity: capacityTogether(entering),
    of: (result) =>
      sumOf(
        entering.map((link) => result.flow.get(link.id)),
        result,
      ),
  }
}

function idOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1)
}

function capacityOf(ref: string, network: Network): number | null {
  if (ref.startsWith('stores/'))
    return network.stores.find((row) => row.id === idOf(ref))?.withdrawal.value ?? null
  const rows = ref.startsWith('supplies/') ? network.supplies : network.conversions
  return rows.find((row) => row.id === idOf(ref))?.capacity?.value ?? null
}

function seriesOf(ref: string, result: SolveResult): Float64Array | undefined {
  if (ref.startsWith('stores/')) return result.withdrawal.get(idOf(ref))
  return (ref.startsWith('supplies/') ? result.output : result.converted).get(idOf(ref))
}

function total(values: readonly (number | null)[]): number | null {
  if (values.length === 0 || values.includes(null)) return null
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

/** Series of one run added up, period by period. */
export function sumOf(series: readonly (Float64Array | undefined)[], result: SolveResult): Float64Array {
  return Float64Array.from({ length: result.periods.length }, (_, index) =>
    series.reduce((sum, one) => sum + (one?.[index] ?? 0), 0),
  )
}
