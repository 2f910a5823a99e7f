import { carriers } from '../atlas/tables/cells.ts'
import type { Carrier } from '../atlas/tables.ts'
import type { Claim } from '../claims/claim.ts'

/** Carriers that only a compound names: Gasspeicher, газохранилище. */
export function carriersInWords({ claim }: { readonly claim: Claim }): readonly Carrier[] {
  return carriers.filter((carrier) => claim.cues.some((cue) => cue.startsWith(`topic:${carrier}:`)))
}
