import type { Atlas } from '../atlas/atlas.ts'
import type { Asset, Row } from '../atlas/tables.ts'

export type { Asset } from '../atlas/tables.ts'
export type Actor = Row<'actors'>
export type Place = Row<'places'>

/** The asset behind `assets/ID`, or null for any other reference. */
export function assetRow(atlas: Atlas, ref: string): Asset | null {
  const found = atlas.row(ref)
  return found?.table === 'assets' ? (found.row as Asset) : null
}

export function actorRow(atlas: Atlas, ref: string): Actor | null {
  const found = atlas.row(ref)
  return found?.table === 'actors' ? (found.row as Actor) : null
}

export function placeRow(atlas: Atlas, ref: string): Place | null {
  const found = atlas.row(ref)
  return found?.table === 'places' ? (found.row as Place) : null
}
