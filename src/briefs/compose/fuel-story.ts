import type { Atlas } from '../../atlas/atlas.ts'
import type { FuelQuestion } from '../../scenarios/question.ts'
import type { SupplierLoss } from '../../solve/supplier-loss.ts'
import type { BriefStory, Effect } from '../brief.ts'
import { formatNumber, formatRange } from '../number-format.ts'
import { formatTime } from '../time-format.ts'
import { shareRange } from './answer-parts.ts'
import { stageWords } from './because-index.ts'

/** Rows that a person can take in. */
const MOST_ROWS = 10
const MOST_NAMED = 3

export interface FuelAnswered {
  readonly question: FuelQuestion
  /** Day of the ledger: that of the reports, or a later one where it has nothing that old. */
  readonly day: string
  /** Of the named countries, else of all, most at stake first. */
  readonly losses: readonly SupplierLoss[]
}

/** A story answered from the ledger of nuclear fuel, without the programme: yearly shares, and years of cover. */
export function composeFuelStory(
  { question, day, losses }: FuelAnswered,
  atlas: Atlas,
  place: { readonly id: string; readonly notComputed: BriefStory['not_computed'] },
): BriefStory {
  const nameOf = (code: string): string => atlas.nameOf(`countries/${code}`)
  const supplier = nameOf(question.supplier)
  const shown = losses.slice(0, MOST_ROWS)
  const bounds = shown.map(({ dependence }) => dependence)
  const [first] = shown
  return {
    id: place.id,
    title: `Nuclear fuel: who depends on ${supplier}, stage by stage`,
    answer: {
      sentence: [
        withoutText(question, nameOf),
        first === undefined
          ? `No reactor of the named countries depends on ${supplier} by the ledger of the atlas.`
          : `${question.countries.length > 0 ? 'Of the named countries' : 'By what is at stake'}, by the ledger of ${formatTime(day)}: ${shown
              .slice(0, MOST_NAMED)
              .map((loss) => lossText(loss, nameOf))
              .join('; ')}.`,
      ]
        .filter((text) => text !== '')
        .join(' '),
      low: bounds.length === 0 ? null : Math.min(...bounds.map(({ low }) => 100 * low)),
      central: first === undefined ? null : 100 * first.stage.central,
      high: bounds.length === 0 ? null : Math.max(...bounds.map(({ high }) => 100 * high)),
      unit: bounds.length === 0 ? null : '%',
      status: 'estimated',
      of: `yearly fuel that passes ${supplier} at some stage, over the reactors shown; middle: the first of them`,
      confidence: `${day === question.day ? '' : `The ledger has nothing as old as the reports: it is that of ${formatTime(day)}. `}A ledger of yearly shares, not a solution of the model. Shares of single countries are seldom published: many rest on the mean of the EU or on who holds the contract. The lower bound is the largest stage, the upper the sum of all.`,
      because: [...question.because, ...shown.slice(0, MOST_NAMED).flatMap(becauseOf)],
    },
    events: [...question.events],
    // No network is solved: the day of the ledger stands in the answer.
    network_date: null,
    scenarios: [],
    effects: shown.flatMap((loss) => effectsOf(loss, { nameOf, supplier })),
    not_computed: [...place.notComputed],
    moved: [],
    reasons: [],
    plausibility: [],
    map: [],
    charts:
      shown.length === 0
        ? []
        : [
            {
              kind: 'bars',
              title: `Share of a year's fuel that passes ${supplier} at some stage`,
              description: shown.map((loss) => lossText(loss, nameOf)).join('; '),
              unit: '%',
              x: shown.map((loss) => reactorsOf(loss, nameOf)),
              series: [
                {
                  name: 'largest stage',
                  values: shown.map(({ stage }) => 100 * stage.central),
                  low: bounds.map(({ low }) => 100 * low),
                  high: bounds.map(({ high }) => 100 * high),
                },
              ],
            },
          ],
  }
}

function withoutText(question: FuelQuestion, nameOf: (code: string) => string): string {
  const names = question.withoutReactors.map(nameOf)
  if (names.length === 0 || question.countries.length > 0) return ''
  return `${names.join(', ')}: no power reactor in operation, so no fuel depends on anybody yet.`
}

function reactorsOf({ ledger }: SupplierLoss, nameOf: (code: string) => string): string {
  return `${nameOf(ledger.country)} (${ledger.reactorType})`
}

function lossText(loss: SupplierLoss, nameOf: (code: string) => string): string {
  const { dependence, stage, ledger } = loss
  const cover = coverText(loss)
  return `${reactorsOf(loss, nameOf)}, ${formatNumber(ledger.capacityGw)} GW: ${shareRange(dependence.low, dependence.high)} of a year's fuel, most at ${stageWords[stage.stage]}${cover === '' ? '' : `; ${cover}`}`
}

function coverText({ yearsOfCover }: SupplierLoss): string {
  if (yearsOfCover === null) return ''
  const { low, high } = yearsOfCover
  return Number.isFinite(high)
    ? `stocks last ${formatRange(low, high, 'year')}`
    : `stocks last at least ${formatNumber(low, 2)} years`
}

function becauseOf({ ledger, stage }: SupplierLoss): string[] {
  return [stage.because, ledger.because]
}

function effectsOf(
  loss: SupplierLoss,
  { nameOf, supplier }: { nameOf: (code: string) => string; supplier: string },
): Effect[] {
  const { ledger, dependence, stage, yearsOfCover } = loss
  const common = { zone: `reactors/${ledger.id}`, carrier: 'nuclear fuel', period: 'a year', base: null }
  const name = reactorsOf(loss, nameOf)
  const share: Effect = {
    ...common,
    measure: 'dependence on a supplier',
    low: 100 * dependence.low,
    central: 100 * Math.min(dependence.high, Math.max(dependence.low, stage.central)),
    high: 100 * dependence.high,
    unit: '%',
    status: 'estimated',
    because: becauseOf(loss),
    sentence: `${name}: ${shareRange(dependence.low, dependence.high)} of a year's fuel passes ${supplier} at some stage, most at ${stageWords[stage.stage]}.`,
  }
  if (yearsOfCover === null || !Number.isFinite(yearsOfCover.high)) return [share]
  return [
    share,
    {
      ...common,
      measure: 'years of cover',
      low: yearsOfCover.low,
      central: (yearsOfCover.low + yearsOfCover.high) / 2,
      high: yearsOfCover.high,
      unit: 'year',
      status: 'estimated',
      because: becauseOf(loss),
      sentence: `${name}: stocks last ${formatRange(yearsOfCover.low, yearsOfCover.high, 'year')} if ${supplier} delivers nothing more and nobody else steps in.`,
    },
  ]
}
