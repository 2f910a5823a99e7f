import { z } from 'zod'
import type { Reading } from '../claim.ts'

/** `lexicons/<lang>/script.yaml`: letters of another script of the language, and those the lexicon is written in. */
const scriptSchema = z.strictObject({
  variants: z.array(
    z
      .strictObject({ from: z.string(), to: z.string() })
      .refine((one) => one.from.length === one.to.length, 'from and to must be of one length'),
  ),
})

export type UsualLetters = ReadonlyMap<string, string>

/** Empty where the language has no such file. Throws a ZodError that names the wrong row. */
export function parseUsualLetters(file: unknown): UsualLetters {
  if (file === undefined) return new Map()
  const { variants } = scriptSchema.parse(file)
  return new Map(
    variants.flatMap(({ from, to }) => [...from].map((letter, at) => [letter, to[at] ?? letter])),
  )
}

const HEAD = 2000
/** A text is in the other script when one in so many of its letters is of it: a name or two do not make it so. */
const ONE_IN = 25

/** The text in the letters of the lexicon, of the same length; as it is where it is written in them already. */
export function inUsualLetters(text: string, letters: UsualLetters): string {
  if (letters.size === 0) return text
  const head = text.slice(0, HEAD)
  let other = 0
  for (const letter of head) if (letters.has(letter)) other++
  if (other === 0) return text
  const all = head.match(/\p{L}/gu)?.length ?? 0
  if (other * ONE_IN < all) return text
  let usual = ''
  for (const letter of text) usual += letters.get(letter) ?? letter
  return usual
}

type Found = Pick<Reading, 'entities' | 'quantities' | 'dates' | 'claims'>

/** What was found in the usual letters, with every word as the text prints it. Places are the same in both. */
export function asPrinted(found: Found, usual: string, printed: string): Found {
  const words = (one: { readonly start: number; readonly end: number }): string =>
    printed.slice(one.start, one.end)
  // A name that no table has is kept as written, and so it is in the claims about it.
  const written = new Map<string, string>()
  for (const { canonical, mentions } of found.entities) {
    const at = mentions.find((one) => usual.slice(one.start, one.end).includes(canonical))
    const offset = at === undefined ? -1 : usual.indexOf(canonical, at.start)
    if (offset >= 0) written.set(canonical, printed.slice(offset, offset + canonical.length))
  }
  const name = (canonical: string): string => written.get(canonical) ?? canonical
  return {
    entities: found.entities.map((entity) => ({
      ...entity,
      canonical: name(entity.canonical),
      mentions: entity.mentions.map((one) => ({ ...one, surface: words(one) })),
      surfaces: [...new Set(entity.mentions.map(words))],
    })),
    quantities: found.quantities.map((one) => ({ ...one, surface: words(one) })),
    dates: found.dates.map((one) => ({ ...one, surface: words(one) })),
    claims: found.claims.map((claim) => ({
      ...claim,
      evidence: printed.slice(...claim.span),
      assets: claim.assets.map(name),
      assets_implied: claim.assets_implied.map(name),
      speaker: claim.speaker === null ? null : name(claim.speaker),
      via: claim.via.map(name),
    })),
  }
}
