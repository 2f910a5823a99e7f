import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readOne, shippedReader } from './score-dev.ts'

/** A pattern that a field, or one item of a list, has to meet; anything else has to be equal. */
const like = z.strictObject({ like: z.string() })
const stories = z
  .array(
    z.strictObject({
      story: z.string(),
      is: z.string(),
      claims: z.array(z.record(z.string(), z.union([like, z.json()]))),
      /** Other claims may follow. */
      more: z.literal(true).optional(),
      told: z.record(z.string(), z.string()),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('stories-in-every-language.json', import.meta.url), 'utf8')))

const reader = shippedReader()
/** Printed on a Friday. */
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-11-20' }).claims

function wantedOf(claim: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(claim).map(([field, value]) => {
      const pattern = like.safeParse(value)
      return [field, pattern.success ? expect.toSatisfy(meets(pattern.data.like)) : value]
    }),
  )
}

function meets(pattern: string): (value: unknown) => boolean {
  const wanted = new RegExp(pattern, 'u')
  return (value) => [value].flat().some((one) => wanted.test(String(one)))
}

describe.each(stories)('$story', ({ is, claims, more, told }) => {
  it.each(Object.entries(told))(`${is}, in %s`, (lang, text) => {
    const found = read(lang, text)
    expect(more === undefined ? found : found.slice(0, claims.length)).toMatchObject(claims.map(wantedOf))
  })
})
