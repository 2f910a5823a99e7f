/** Capacity by which gas enters an area, GWh/d or any one unit for all. */
export interface Infrastructure {
  readonly id: string
  readonly name: string
  /** Technical capacity towards the area per day. */
  readonly capacity: number
  /** Of a store with 30 % of its working volume, where it is known; else the share that is assumed for all. */
  readonly capacityAt30?: number
  /**
   * What it hangs on upstream or downstream: infrastructures that name the same cannot be operated apart and count
   * as one, their capacities summed. Null: it stands alone.
   */
  readonly shares: string | null
  /** A sum over many plants or stores: it counts as supply, but no one event takes it out. */
  readonly isSum: boolean
}

export interface NMinusOneInputs {
  /** EP: border entry points other than production, storage and LNG. */
  readonly entryPoints: readonly Infrastructure[]
  /** P: production. */
  readonly production: readonly Infrastructure[]
  /** S: storage, with deliverability at full stock. */
  readonly storage: readonly Infrastructure[]
  /** LNG: send-out of terminals. */
  readonly lng: readonly Infrastructure[]
  /** D_max: demand of a day of exceptionally high demand, of a probability of once in twenty years. */
  readonly peakDemand: number
  /** D_eff: part of it that market-based demand-side measures can cover in time. */
  readonly demandSide: number
  /** Share of deliverability left with stores at 30 % of their working volume, 0 to 1, where no rate is known. */
  readonly deliverabilityAt30: number
}

export interface NMinusOne {
  /** Percent: 100 and more means that the rest covers the day. */
  readonly full: { readonly n1: number; readonly n1WithDemandSide: number }
  /** The same with stores at 30 % of their working volume. */
  readonly at30: { readonly n1: number; readonly n1WithDemandSide: number }
  /** I: the single largest infrastructure, with what it is made of. */
  readonly largest: { readonly name: string; readonly capacity: number; readonly parts: readonly string[] }
  readonly entry: number
  readonly production: number
  readonly storage: number
  /** The same with stores at 30 %. */
  readonly storageAt30: number
  readonly lng: number
}

/**
 * The N-1 formula of Regulation (EU) 2017/1938, Annex II (points 2 and 4), as arithmetic:
 *
 *   N-1 [%] = (EP + P + S + LNG - I) / D_max · 100
 *   with demand-side measures: … / (D_max - D_eff) · 100
 *
 * Nothing of the supply model enters it. Throws a RangeError where demand is not above zero or less than D_eff.
 */
export function nMinusOne(of: NMinusOneInputs): NMinusOne {
  if (!(of.peakDemand > 0)) {
    throw new RangeError(`N-1 needs a peak demand above zero; got ${of.peakDemand}`)
  }
  if (!(of.demandSide >= 0 && of.demandSide < of.peakDemand)) {
    throw new RangeError(`demand-side measures of ${of.demandSide} must lie from 0 to under ${of.peakDemand}`)
  }
  const sum = (rows: readonly Infrastructure[]) => rows.reduce((total, row) => total + row.capacity, 0)
  const [entry, production, storage, lng] = [of.entryPoints, of.production, of.storage, of.lng].map(sum)
  const storageAt30 = of.storage.reduce((total, row) => total + at30(row, of), 0)
  const at = (isFull: boolean) => {
    const all = (entry ?? 0) + (production ?? 0) + (isFull ? (storage ?? 0) : storageAt30) + (lng ?? 0)
    const rest = all - largestOf(of, isFull).capacity
    return {
      n1: (100 * rest) / of.peakDemand,
      n1WithDemandSide: (100 * rest) / (of.peakDemand - of.demandSide),
    }
  }
  return {
    full: at(true),
    at30: at(false),
    largest: largestOf(of, true),
    entry: entry ?? 0,
    production: production ?? 0,
    storage: storage ?? 0,
    storageAt30,
    lng: lng ?? 0,
  }
}

function at30(store: Infrastructure, { deliverabilityAt30 }: NMinusOneInputs): number {
  return store.capacityAt30 ?? deliverabilityAt30 * store.capacity
}

function largestOf(of: NMinusOneInputs, isFull: boolean): NMinusOne['largest'] {
  const groups = new Map<string, { name: string; capacity: number; parts: string[] }>()
  const add = (rows: readonly Infrastructure[], capacity: (row: Infrastructure) => number): void => {
    for (const row of rows) {
      if (row.isSum) continue
      const key = row.shares ?? `alone ${row.id}`
      const group = groups.get(key) ?? { name: row.shares ?? row.name, capacity: 0, parts: [] }
      group.capacity += capacity(row)
      group.parts.push(row.name)
      groups.set(key, group)
    }
  }
  const whole = (row: Infrastructure): number => row.capacity
  add(of.entryPoints, whole)
  add(of.production, whole)
  add(of.storage, isFull ? whole : (row) => at30(row, of))
  add(of.lng, whole)
  const none = { name: 'none', capacity: 0, parts: [] }
  return [...groups.values()].reduce((best, group) => (group.capacity > best.capacity ? group : best), none)
}
