import type { NetworkLink } from '../atlas/network.ts'
import type { Asset, Carrier } from '../atlas/tables.ts'
import type { Because, Status } from '../core/provenance.ts'
import type { Plant } from './network-parts.ts'
import type { CapacityBelief, Question } from './question.ts'
import type { Assumption } from './scenario.ts'

/** What an outage takes capacity from: an asset, all that crosses a border, or what countries bring up. */
export interface OutageTarget {
  /** `TABLE/ROW` that the question is about. */
  readonly subject: string
  readonly name: string
  readonly kind: NonNullable<Question['struck']>
  readonly asset: Asset | null
  readonly carrier: Carrier
  /** Links that lose capacity; those of `carrier` are what the answer counts. */
  readonly carrying: readonly NetworkLink[]
  /** Plants or sources that lose capacity, where no link does. */
  readonly plants: readonly Plant[]
  /** The row of the atlas that the asset is only a part of, and its share of that; absent: it is all of it. */
  readonly within?: Within
  /** It is one unit or some units of the asset, and not all of it. */
  readonly isUnit?: true
  /** Codes of the countries whose deliveries are meant; absent: nobody's alone. */
  readonly to?: readonly string[]
  /** Share of the loss that does not come about: what others on the same way take, or what a ban lets pass; absent: none. */
  readonly released?: Assumption
  /** Days that it lasts where nobody says; absent: as past ones of its kind. */
  readonly lasts?: Assumption
}

/** A part of a whole that the atlas has no smaller row for. */
export interface Within {
  readonly name: string
  /** 0 to 1. */
  readonly share: number
  readonly because: readonly Because[]
  /** What a share of says more to people than of the whole that takes the loss, and that share. */
  readonly partOf?: { readonly name: string; readonly share: number }
}

/** What an outage leaves of its target's capacity, and what that rests on. */
export interface OutageSize {
  /** Factor on capacity: `low` leaves least. */
  readonly factor: { readonly low: number; readonly central: number; readonly high: number }
  /** Days that go with the factor, where size and length are counted together; absent: as told or as past ones lasted. */
  readonly days?: { readonly low: number; readonly central: number; readonly high: number }
  readonly status: Status
  readonly beliefs: readonly CapacityBelief[]
  readonly assumptions: readonly Assumption[]
}
