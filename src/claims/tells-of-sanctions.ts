import { cuesIn, type Marks } from './marks.ts'

/** Who grants licences to deal with those under sanctions, and to nobody else. */
const OF_SANCTIONS: ReadonlySet<string> = new Set(['OFAC', 'US Treasury'])

/** A licence, a permit or an approval relieves nobody of sanctions in a text that tells of none. */
export function tellsOfSanctions(marks: Marks): boolean {
  let told = sanctioned.get(marks)
  if (told === undefined) {
    told =
      cuesIn(marks, { start: 0, end: marks.text.length }, 'event:sanction').length > 0 ||
      marks.mentions.all.some((one) => OF_SANCTIONS.has(one.entity.canonical))
    sanctioned.set(marks, told)
  }
  return told
}

const sanctioned = new WeakMap<Marks, boolean>()
