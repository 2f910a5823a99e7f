import type { PairFamily } from '../network/pair-items.ts'
import type { DeltaSheet } from './delta-sheet.ts'
import type { Frame, Limits } from './frame.ts'

/** Where the columns and rows of one class begin; blocks are item by period, items in the class's own order. */
export interface ClassBlocks {
  readonly flow: number
  readonly output: number
  readonly use: number
  readonly balanceRow: number
}

/** Rows that classes of one group share; blocks are item by period, items in the order given here. */
export interface ClassGroup {
  readonly members: readonly number[]
  readonly links: readonly number[]
  readonly supplies: readonly number[]
  readonly buses: readonly number[]
  readonly flowRow: number
  readonly outputRow: number
  readonly useRow: number
}

/** Rows that pairs and shortage take part in: the row of the first period and the coefficient of a change. */
export interface RowTerm {
  readonly row: number
  readonly family: PairFamily | 'unserved'
  readonly item: number
  readonly coefficient: number
}

export interface ClassRows {
  readonly groups: readonly ClassGroup[]
  /** First row of each class's balances. */
  readonly balanceRows: readonly number[]
  readonly terms: readonly RowTerm[]
}

/** Adds the rows of all classes (docs/model.md, supply classes); `block` adds one row a period for each of `items`. */
export function addClassRows(frame: Frame, block: (items: number) => number): ClassRows {
  const width = frame.periods.length
  const { classes, groups } = frame.classes
  const terms: RowTerm[] = []
  const users = classes.length === 0 ? new Map<number, readonly User[]>() : usersByBus(frame)
  const balanceRows = classes.map((of) => block(of.buses.length))
  const union = (members: readonly number[], of: 'links' | 'buses'): number[] =>
    [...new Set(members.flatMap((member) => classes[member]?.[of] ?? []))].sort((a, b) => a - b)
  return {
    balanceRows,
    terms,
    groups: groups.map((members): ClassGroup => {
      const links = union(members, 'links')
      const buses = union(members, 'buses')
      const supplies = [
        ...new Set(members.flatMap((member) => classes[member]?.supplies.map(([item]) => item) ?? [])),
      ]
      const [flowRow, outputRow, useRow] = [block(links.length), block(supplies.length), block(buses.length)]
      links.forEach((item, at) => {
        terms.push({ row: flowRow + at * width, family: 'link', item, coefficient: -1 })
      })
      supplies.forEach((item, at) => {
        terms.push({ row: outputRow + at * width, family: 'supply', item, coefficient: 1 })
      })
      buses.forEach((bus, at) => {
        for (const { family, item } of users.get(bus) ?? []) {
          const coefficient = family === 'unserved' ? 1 : -1
          terms.push({ row: useRow + at * width, family, item, coefficient })
        }
      })
      return { members, links, supplies, buses, flowRow, outputRow, useRow }
    }),
  }
}

type User = Pick<RowTerm, 'family' | 'item'>

/** What takes energy out of each bus other than links. */
function usersByBus(frame: Frame): ReadonlyMap<number, readonly User[]> {
  const { index } = frame
  const found = new Map<number, User[]>()
  const note = (bus: string, user: User): void => {
    const at = index.busOf(bus)
    const list = found.get(at) ?? []
    list.push(user)
    found.set(at, list)
  }
  index.network.conversions.forEach(({ from }, item) => {
    note(from, { family: 'conversion', item })
  })
  index.markets.forEach(({ bus }, item) => {
    note(bus, { family: 'market', item })
  })
  index.network.stores.forEach(({ bus }, item) => {
    note(bus, { family: 'injection', item })
  })
  index.finals.forEach(({ bus }, item) => {
    note(bus, { family: 'unserved', item })
  })
  return found
}

/** Weight of the part that a class has of a flow: its own distance hardly counts. */
const PART = 1e-4

/** Adds the columns of one class: its part of flows, of outputs, and its use at buses. */
export function addClassColumns(frame: Frame, at: number, rows: ClassRows, sheet: DeltaSheet): ClassBlocks {
  const of = frame.classes.classes[at]
  const group = rows.groups.find(({ members }) => members.includes(at))
  const balanceRow = rows.balanceRows[at] ?? 0
  if (of === undefined || group === undefined) throw new RangeError(`no class ${at}`)
  const width = frame.periods.length
  const { index } = frame
  const busAt = new Map(of.buses.map((bus, n) => [bus, n]))
  const balance = (bus: number, p: number): number => balanceRow + (busAt.get(bus) ?? 0) * width + p
  const rowOf = (items: readonly number[], first: number) => {
    const places = new Map(items.map((item, n) => [item, first + n * width]))
    return (item: number, p: number): number => (places.get(item) ?? first) + p
  }
  const [flowRow, outputRow, useRow] = [
    rowOf(group.links, group.flowRow),
    rowOf(group.supplies, group.outputRow),
    rowOf(group.buses, group.useRow),
  ]
  const flow = sheet.columns
  for (const item of of.links) {
    const link = index.network.links[item]
    if (link === undefined) continue
    for (let p = 0; p < width; p++) {
      sheet.column(p, 0, 0, PART)
      sheet.entry(balance(index.busOf(link.from), p), -1)
      sheet.entry(balance(index.busOf(link.to), p), 1 - link.loss)
      sheet.entry(flowRow(item, p), 1)
    }
  }
  const output = sheet.columns
  for (const [item] of of.supplies) {
    const bus = index.busOf(index.network.supplies[item]?.bus ?? '')
    for (let p = 0; p < width; p++) {
      sheet.column(p, 0, 0, 0)
      sheet.entry(balance(bus, p), 1)
      sheet.entry(outputRow(item, p), -1)
    }
  }
  const use = sheet.columns
  for (const bus of of.buses) {
    for (let p = 0; p < width; p++) {
      sheet.column(p, 0, 0, 0)
      sheet.entry(balance(bus, p), -1)
      sheet.entry(useRow(bus, p), 1)
    }
  }
  return { flow, output, use, balanceRow }
}

/** Bounds of the columns and rows of all classes under the limits of the day. */
export function boundClasses(
  frame: Frame,
  of: { readonly classes: readonly ClassBlocks[]; readonly classGroups: readonly ClassGroup[] },
  limits: Limits,
  bounds: { lower: Float64Array; upper: Float64Array; rowLower: Float64Array; rowUpper: Float64Array },
): void {
  if (of.classes.length === 0) return
  const width = frame.periods.length
  const { base } = frame
  const used = baseUse(frame, limits)
  const most = (item: number, p: number): number => {
    const at = item * width + p
    return Math.max(limits.pairs.supply[at] ?? 0, frame.limits.pairs.supply[at] ?? 0)
  }
  const each = (
    items: readonly number[],
    first: number,
    upper: (item: number, p: number) => number,
  ): void => {
    items.forEach((item, n) => {
      for (let p = 0; p < width; p++) {
        bounds.rowLower[first + n * width + p] = Number.NEGATIVE_INFINITY
        bounds.rowUpper[first + n * width + p] = upper(item, p)
      }
    })
  }
  for (const group of of.classGroups) {
    each(group.links, group.flowRow, (item, p) => base.link[item * width + p] ?? 0)
    each(group.supplies, group.outputRow, (item, p) => {
      const rest = 1 - Math.min(1, shareOf(frame, group, item))
      return rest * most(item, p) - (base.supply[item * width + p] ?? 0)
    })
    each(group.buses, group.useRow, (bus, p) => used[bus * width + p] ?? 0)
  }
  of.classes.forEach((block, c) => {
    const own = frame.classes.classes[c]
    const top = (
      items: readonly number[],
      first: number,
      upper: (item: number, p: number) => number,
    ): void => {
      items.forEach((item, n) => {
        for (let p = 0; p < width; p++) bounds.upper[first + n * width + p] = upper(item, p)
      })
    }
    top(own?.links ?? [], block.flow, (item, p) =>
      open(refusedShare(frame, limits, c, 'links', item, p), base.link[item * width + p] ?? 0),
    )
    const shares = new Map(own?.supplies)
    top([...shares.keys()], block.output, (item, p) => (shares.get(item) ?? 0) * most(item, p))
    top(own?.buses ?? [], block.use, (bus, p) =>
      open(refusedShare(frame, limits, c, 'buses', bus, p), used[bus * width + p] ?? 0),
    )
  })
}

/** Share of a source that belongs to any class of a group. */
function shareOf(frame: Frame, group: ClassGroup, item: number): number {
  return group.members.reduce((sum, member) => {
    const own = frame.classes.classes[member]?.supplies.find(([supply]) => supply === item)
    return sum + (own?.[1] ?? 0)
  }, 0)
}

/** A refusal for a part of a period leaves that part of what passed before. */
function open(refused: number, before: number): number {
  return refused <= 0 ? Number.POSITIVE_INFINITY : Math.max(0, 1 - refused) * before
}

/** Share of the period, 0 to 1, for which a class is refused somewhere. */
export function refusedShare(
  frame: Frame,
  limits: Limits,
  ofClass: number,
  place: 'links' | 'buses',
  item: number,
  period: number,
): number {
  let share = 0
  frame.classes.refusals.forEach((refusal, at) => {
    if (refusal.ofClass !== ofClass || !refusal[place].has(item)) return
    share = Math.max(share, limits.refused[at * frame.periods.length + period] ?? 0)
  })
  return share
}

/** What each bus uses in the base, with the demand of the day. */
function baseUse(frame: Frame, limits: Limits): Float64Array {
  const width = frame.periods.length
  const total = new Float64Array(frame.index.buses.length * width)
  for (const [bus, users] of usersByBus(frame)) {
    for (const { family, item } of users) {
      const from = family === 'unserved' ? limits.demand : frame.base[family]
      for (let p = 0; p < width; p++) {
        total[bus * width + p] = (total[bus * width + p] ?? 0) + (from[item * width + p] ?? 0)
      }
    }
  }
  for (let at = 0; at < total.length; at++) {
    total[at] = (total[at] ?? 0) + Math.max(0, -(frame.baseDifference[at] ?? 0))
  }
  return total
}
