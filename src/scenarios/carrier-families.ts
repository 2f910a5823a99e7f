import type { Carrier } from '../atlas/tables.ts'

/** Carriers that answer each other within weeks: what a plant turns one into of the other is solved together. */
export const carrierFamilies: readonly (readonly Carrier[])[] = [
  ['crude', 'products'],
  ['gas', 'lng'],
  ['coal', 'power'],
]

/** The family of a carrier. */
export function familyOf(carrier: Carrier): readonly Carrier[] {
  return carrierFamilies.find((family) => family.includes(carrier)) ?? [carrier]
}
