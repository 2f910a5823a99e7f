/** One figure that the reconciliation moved. */
export interface Adjustment {
  /** `TABLE/ROW/FIELD` of the atlas, or `BUS/difference` for what no row explains. */
  readonly figure: string
  readonly name: string
  /** Month of the adjustment, 0 to 11, or `peak`. */
  readonly month: number | 'peak'
  /** In the unit of the carrier. */
  readonly observed: number
  readonly reconciled: number
  readonly unit: string
}

/** A cost added to a route so that the reconciled base is the cheapest plan. Never part of a price. */
export interface Wedge {
  /** `TABLE/ROW`. */
  readonly row: string
  readonly name: string
  readonly month: number | 'peak'
  /** EUR per unit; above zero makes the route dearer. */
  readonly value: number
  readonly unit: string
  /** Whether the wedge had to leave the stated bound. */
  readonly beyondBound: boolean
}

/** The system before the shock, by id; each map holds one value per period of the grid. */
export interface BaseCase {
  readonly flow: ReadonlyMap<string, Float64Array>
  readonly output: ReadonlyMap<string, Float64Array>
  readonly demand: ReadonlyMap<string, Float64Array>
  readonly converted: ReadonlyMap<string, Float64Array>
  readonly injection: ReadonlyMap<string, Float64Array>
  readonly withdrawal: ReadonlyMap<string, Float64Array>
  readonly difference: ReadonlyMap<string, Float64Array>
  /** Largest share of the observed value first. */
  readonly adjustments: readonly Adjustment[]
  readonly wedges: readonly Wedge[]
}
