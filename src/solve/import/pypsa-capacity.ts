import type { PypsaComponents } from './pypsa-components.ts'
import { type Draft, nameOf } from './pypsa-draft.ts'
import type { Label } from './triplet-programme.ts'

/** Capacity of a row: a fixed number, or the column that chooses it; `modules` counts whole ones where it is built so. */
export type Capacity =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'chosen'; readonly column: number; readonly modules: number | null }

/**
 * Capacity of what may be built: min ≤ P ≤ max at its cost, or the number that the file sets; P = n · module with whole
 * n where the file gives the size of a module. The present capacity times the cost is the constant that the published
 * objective leaves out.
 */
export function addCapacity(draft: Draft, components: PypsaComponents, row: number, nom: string): Capacity {
  const { written } = draft
  const standing = components.number(row, nom)
  if (standing < 0) throw components.fault(row, `${nom} is ${standing}; give a capacity of zero or more.`)
  if (!components.flag(row, `${nom}_extendable`)) return { kind: 'fixed', value: standing }
  const set = components.number(row, `${nom}_set`)
  const [low, high] = Number.isNaN(set)
    ? [components.number(row, `${nom}_min`), components.number(row, `${nom}_max`)]
    : [set, set]
  if (low > high) {
    throw components.fault(row, `${nom}_min ${low} is above ${nom}_max ${high}; give a range.`)
  }
  const cost = periodCost(draft, components, row) * countedPeriods(draft, components, row)
  // The constant is told by every version but 1.3, which leaves it in the objective where there are several periods.
  const isTold = !draft.network.snapshots.hasPeriods || draft.network.isBefore('1.3')
  if (cost !== 0 && isTold) draft.constant += cost * standing
  if (!Number.isFinite(draft.constant)) {
    throw components.fault(row, `${nom} is ${standing} and may be built on at a cost; give a finite number.`)
  }
  const column = written.addColumn(cost, low, high)
  written.labelColumns(column, capacityLabel(components, row))
  return { kind: 'chosen', column, modules: addModules(draft, components, row, { nom, column }) }
}

function addModules(
  draft: Draft,
  components: PypsaComponents,
  row: number,
  { nom, column }: { nom: string; column: number },
): number | null {
  const { written } = draft
  const size = components.number(row, `${nom}_mod`)
  if (size === 0) return null
  if (!(size > 0) || !Number.isFinite(size)) {
    throw components.fault(row, `${nom}_mod is ${size}; give the size of a module, or zero for any capacity.`)
  }
  const modules = written.addWholeColumn(0, 0, Number.POSITIVE_INFINITY)
  const whole = written.addRow(0, 0)
  written.add(whole, column, 1)
  written.add(whole, modules, -size)
  written.labelRows(whole, {
    constraint: `modules:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} is built in whole modules of ${size}.`,
  })
  return modules
}

/** Hours of a year, by which the horizon is counted in years. */
const YEAR_HOURS = 8760

/** Cost of a unit of capacity over the horizon: what it costs to build, and the fixed cost of operation. */
function periodCost(draft: Draft, components: PypsaComponents, row: number): number {
  const cost = buildingCost(draft, components, row) + components.number(row, 'fom_cost')
  if (!Number.isFinite(cost)) throw components.fault(row, `capital_cost is ${cost}; give a finite number.`)
  return cost
}

/**
 * The capital cost as it stands, or overnight cost · annuity · years of the horizon where one is given.
 * Annuity r / (1 − (1 + r)^−life); 1 / life at no interest; r for ever.
 */
export function buildingCost(draft: Draft, components: PypsaComponents, row: number): number {
  const number = (attribute: string) => components.number(row, attribute)
  const overnight = number('overnight_cost')
  if (Number.isNaN(overnight)) return number('capital_cost')
  const [rate, life] = [number('discount_rate'), number('lifetime')]
  if (Number.isNaN(rate)) {
    throw components.fault(row, 'overnight_cost without discount_rate; give the rate, or a capital_cost.')
  }
  if (!(life > 0)) throw components.fault(row, `lifetime is ${life}; give years above zero.`)
  return overnight * annuity(rate, life) * (hoursOfHorizon(draft, components, row) / YEAR_HOURS)
}

/** Capacity is paid for in each investment period in which it stands, by the weighting of the period. */
function countedPeriods(draft: Draft, components: PypsaComponents, row: number): number {
  return draft.network.snapshots.periods.reduce(
    (sum, period) => sum + (components.standsIn(row, period) ? period.objective : 0),
    0,
  )
}

/** Of one investment period; all must be as long, or what is paid for a year in each would differ. */
function hoursOfHorizon(draft: Draft, components: PypsaComponents, row: number): number {
  const { hours, periods } = draft.network.snapshots
  const [one = 0, ...others] = periods.map(({ first, end }) =>
    hours.subarray(first, end).reduce((sum, value) => sum + value, 0),
  )
  if (others.every((other) => other === one)) return one
  throw components.fault(
    row,
    'overnight_cost with investment periods of unequal hours (weighting objective in snapshots.csv); give a capital_cost, or periods of equal length.',
  )
}

function annuity(rate: number, life: number): number {
  if (life === Number.POSITIVE_INFINITY) return Math.max(rate, 0)
  return rate === 0 ? 1 / life : rate / (1 - (1 + rate) ** -life)
}

function capacityLabel(components: PypsaComponents, row: number): Label {
  return {
    constraint: `expansion-limit:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} is built within its least and greatest capacity.`,
  }
}
