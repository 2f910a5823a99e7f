import { CorridorError } from '../../core/errors.ts'
import type { Capacity } from './pypsa-capacity.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import { type Draft, nameOf } from './pypsa-draft.ts'
import type { Operation } from './pypsa-operation.ts'

/** One unit, or modules of a size, that run or stand still as a whole. */
interface Units {
  readonly components: PypsaComponents
  readonly row: number
  /** First columns: operation, how many run, how many start and stop in each snapshot. */
  readonly operation: number
  readonly status: number
  readonly starts: number
  readonly stops: number
  /** MW of one unit. */
  readonly size: number
  /** Whether it ran before the first snapshot. */
  readonly ranBefore: boolean
}

/**
 * Unit commitment, with u units of a size running: low · size · u ≤ x ≤ high · size · u; start ≥ u_t − u_{t−1},
 * stop ≥ u_{t−1} − u_t, each at its cost; a stand-by cost for each hour that one runs; least times up and down; ramps
 * x_t − x_{t−1} ≤ up · P u_{t−1} + start-up · P (u_t − u_{t−1}) and the same down. Returns the first column of x.
 */
export function addCommitment(draft: Draft, components: PypsaComponents, row: number, of: Operation): number {
  const { written, snapshots } = draft
  const { size, most, modules } = unitsOf(components, row, of.capacity)
  const operation = written.columns
  for (let t = 0; t < snapshots; t++) {
    const [low, high] = [of.low(t), of.high(t)]
    if (low > high) throw components.fault(row, `p_min_pu ${low} is above p_max_pu ${high}; give a range.`)
    const whole = size * most
    const least = Math.min(0, low === 0 ? 0 : low * whole)
    written.addColumn(of.cost(t), least, Math.max(0, high === 0 ? 0 : high * whole))
  }
  const weight = (t: number) => draft.network.snapshots.weights.objective[t] ?? 0
  const columns = (cost: (t: number) => number, isWhole: boolean): number => {
    const first = written.columns
    for (let t = 0; t < snapshots; t++) {
      if (isWhole) written.addWholeColumn(cost(t), 0, most)
      else written.addColumn(cost(t), 0, most)
    }
    return first
  }
  const status = columns((t) => components.at(row, 'stand_by_cost', t) * weight(t), true)
  const starts = columns(() => components.number(row, 'start_up_cost'), false)
  const stops = columns(() => components.number(row, 'shut_down_cost'), false)
  const ranBefore = components.number(row, 'up_time_before') > 0
  const units: Units = { components, row, operation, status, starts, stops, size, ranBefore }
  const firstRow = written.rows
  for (let t = 0; t < snapshots; t++) {
    if (modules !== null) {
      for (const column of [status, starts, stops]) {
        const built = written.addRow(Number.NEGATIVE_INFINITY, 0)
        written.add(built, column + t, 1)
        written.add(built, modules, -1)
      }
    }
    const least = written.addRow(0, Number.POSITIVE_INFINITY)
    written.add(least, operation + t, 1)
    written.add(least, status + t, -of.low(t) * size)
    const greatest = written.addRow(Number.NEGATIVE_INFINITY, 0)
    written.add(greatest, operation + t, 1)
    written.add(greatest, status + t, -of.high(t) * size)
  }
  written.labelRows(firstRow, {
    constraint: `limit:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} runs between its least and greatest output or stands still.`,
  })
  addChanges(draft, units)
  addLeastTimes(draft, units)
  addCommittedRamps(draft, units, modules !== null || most > 1)
  return operation
}

function unitsOf(
  components: PypsaComponents,
  row: number,
  capacity: Capacity,
): { size: number; most: number; modules: number | null } {
  const module = components.number(row, 'p_nom_mod')
  if (capacity.kind === 'chosen') {
    if (capacity.modules !== null) {
      return { size: module, most: Number.POSITIVE_INFINITY, modules: capacity.modules }
    }
    throw new CorridorError(
      'network_unsupported',
      `${components.kind}.csv, row "${components.names[row]}": committable = True with p_nom_extendable = True is supported in modules only; give p_nom_mod, or set one of the two to False.`,
    )
  }
  if (!Number.isFinite(capacity.value)) {
    throw components.fault(row, `p_nom is ${capacity.value} of a committable unit; give a finite number.`)
  }
  if (module === 0) return { size: capacity.value, most: 1, modules: null }
  const count = capacity.value / module
  if (!(Math.abs(count - Math.round(count)) <= 1e-6)) {
    throw components.fault(
      row,
      `p_nom ${capacity.value} is no multiple of p_nom_mod ${module}; give whole modules.`,
    )
  }
  return { size: module, most: Math.round(count), modules: null }
}

/** What starts and stops follows from what runs now and ran before. */
function addChanges(draft: Draft, { components, row, status, starts, stops, ranBefore }: Units): void {
  const { written } = draft
  const firstRow = written.rows
  for (let t = 0; t < draft.snapshots; t++) {
    const before = t === 0 && ranBefore ? 1 : 0
    for (const [change, direction] of [
      [starts, 1],
      [stops, -1],
    ] as const) {
      const changed = written.addRow(-direction * before, Number.POSITIVE_INFINITY)
      written.add(changed, change + t, 1)
      written.add(changed, status + t, -direction)
      if (t > 0) written.add(changed, status + t - 1, direction)
    }
  }
  written.labelRows(firstRow, {
    constraint: `unit-commitment:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} starts before it runs and stops before it stands still.`,
  })
}

/** Times count snapshots, not hours. What ran or stood still before the first snapshot goes on as long as it must. */
function addLeastTimes(draft: Draft, units: Units): void {
  const { components, row, status, starts, stops, ranBefore } = units
  const { written } = draft
  const number = (attribute: string) => components.number(row, attribute)
  const [up, down] = [number('min_up_time'), number('min_down_time')]
  const firstRow = written.rows
  const hold = (count: number, value: number) => {
    for (let t = 0; t < Math.min(count, draft.snapshots); t++) {
      const held = written.addRow(value, value)
      written.add(held, status + t, 1)
    }
  }
  for (let t = 1; t < draft.snapshots; t++) {
    for (const [time, changes, direction, most] of [
      [up, starts, -1, 0],
      [down, stops, 1, 1],
    ] as const) {
      if (!(time > 0)) continue
      const least = written.addRow(Number.NEGATIVE_INFINITY, most)
      written.add(least, status + t, direction)
      for (let at = Math.max(0, t - time + 1); at <= t; at++) written.add(least, changes + at, 1)
    }
  }
  if (ranBefore) hold(up - number('up_time_before'), 1)
  if (number('down_time_before') > 0) hold(down - number('down_time_before'), 0)
  written.labelRows(firstRow, {
    constraint: `least-time:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} runs and stands still for its least times.`,
  })
}

/** A limit that is not set is the whole capacity, once the other of its pair is. */
function addCommittedRamps(draft: Draft, units: Units, isModular: boolean): void {
  const { components, row, operation, status, size, ranBefore } = units
  const { written } = draft
  const firstRow = written.rows
  // Since 1.3 what stood still before comes from 0 MW; before 1.1 the first snapshot was free of ramps.
  const isFree = ranBefore || draft.network.isBefore('1.3')
  const initial = ranBefore ? components.number(row, 'p_init') : isFree ? Number.NaN : 0
  for (let t = Number.isNaN(initial) ? 1 : 0; t < draft.snapshots; t++) {
    for (const [ramp, change, direction] of [
      ['ramp_limit_up', 'ramp_limit_start_up', 1],
      ['ramp_limit_down', 'ramp_limit_shut_down', -1],
    ] as const) {
      const [running, changing] = [components.at(row, ramp, t), components.number(row, change)]
      if (Number.isNaN(running) && Number.isNaN(changing)) continue
      if (!ranBefore && isFree && !draft.network.isBefore('1.1')) {
        throw new CorridorError(
          'network_unsupported',
          `${components.kind}.csv, row "${components.names[row]}": whether ${ramp} or ${change} holds in the first snapshot for a unit with up_time_before = 0 differs between versions 1.1 and 1.3 of PyPSA; state pypsa_version 1.3 in network.csv to hold it, or 1.0 to leave that snapshot free.`,
        )
      }
      if (isModular) {
        throw new CorridorError(
          'network_unsupported',
          `${components.kind}.csv, row "${components.names[row]}": ${ramp} of committed modules is not supported; empty it and ${change}, or set p_nom_mod to 0.`,
        )
      }
      const steady = (Number.isNaN(running) ? 1 : running) * size
      const switched = (Number.isNaN(changing) ? 1 : changing) * size
      // Up: what ran before may rise by `steady`, what starts by `switched`; down the same with now and before exchanged.
      const [now, before] = direction === 1 ? [switched, steady - switched] : [steady - switched, switched]
      const ran = ranBefore ? 1 : 0
      const limit = written.addRow(Number.NEGATIVE_INFINITY, t === 0 ? direction * initial + before * ran : 0)
      written.add(limit, operation + t, direction)
      written.add(limit, status + t, -now)
      if (t > 0) {
        written.add(limit, operation + t - 1, -direction)
        written.add(limit, status + t - 1, -before)
      }
    }
  }
  written.labelRows(firstRow, {
    constraint: `ramp-limit:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} changes its output only as fast as its ramp limits allow.`,
  })
}
