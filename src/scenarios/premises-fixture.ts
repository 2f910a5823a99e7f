import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../atlas/assumptions/', import.meta.url)

/** Rows of the premises that ship, for a tiny atlas: tests of the rules go by what users have. */
export const shippedPremises: readonly string[] = readdirSync(folder)
  .sort()
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n').slice(1))
