import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import type { Discourse } from './discourse.ts'

export const TITLE_REACH = 40
const TITLES = new Set([
  'minister',
  'spokesman',
  'executive',
  'diplomat',
  'governor',
  'president',
  'prime minister',
  'head',
])

/** "the minister said" after "the energy minister X": X, where nothing says that it is another. */
export function titledAgain(
  marks: Marks,
  region: Span,
  role: Span & { readonly cue: { readonly value: string | null } },
  discourse: Discourse,
): string | null {
  const title = role.cue.value ?? ''
  if (!TITLES.has(title) || cuesIn(marks, region, 'qualifier').length > 0) return null
  const owners = marks.implied.within(region.start, region.end)
  const known = discourse.titled.get(title) ?? null
  // "its prime minister X", then "the Slovak prime minister": nothing says that X is of another country.
  const isOfNone = known !== null && (discourse.bodiesOf.get(known)?.size ?? 0) === 0
  if (!isOfNone && !owners.every((one) => discourse.owners.has(one.canonical))) return null
  if (known !== null || title !== 'minister' || personBehind(marks, role) !== null) return known
  // "the head of the Foreign Ministry X", then "the Hungarian minister"
  return discourse.personSpoke && discourse.speaker?.isNamed === true ? discourse.speaker.label : null
}

/** "the official said" after "the head of the port X said": a noun with its article takes up the person who spoke. */
export function spokenOfAgain(marks: Marks, region: Span, role: Span, discourse: Discourse): string | null {
  if (!discourse.personSpoke || discourse.speaker?.isNamed !== true) return null
  if (
    cuesIn(marks, region, 'qualifier').length > 0 ||
    marks.implied.within(region.start, region.end).length > 0
  )
    return null
  const takesUp = cuesIn(marks, region, 'anaphora:pronoun').some(
    (cue) => cue.start <= role.start && cue.end >= role.end,
  )
  return takesUp ? discourse.speaker.label : null
}

/** "the minister of energy X" where the frame ends with the role: the name right behind it. */
export function personBehind(marks: Marks, role: Span): string | null {
  const person = marks.mentions
    .within(role.end, role.end + TITLE_REACH)
    .find((one) => one.entity.type === 'person')
  const isNear = person !== undefined && !/[,،.:;"«“]/u.test(marks.text.slice(role.end, person.start))
  return isNear && cuesIn(marks, { start: role.end, end: person.start }, 'speech:').length === 0
    ? person.entity.canonical
    : null
}

/**
 * "the president of the European Commission said" after "the president of the Commission X": whoever bore that title
 * beside that body. A ministry that is not named with the minister before is still that minister's where they spoke last.
 */
export function sameOffice(
  marks: Marks,
  region: Span,
  role: { readonly cue: { readonly value: string | null } },
  bodies: readonly EntityMention[],
  discourse: Discourse,
): string | null {
  const title = role.cue.value ?? ''
  const known = discourse.titled.get(title)
  if (known === undefined || !TITLES.has(title) || cuesIn(marks, region, 'qualifier').length > 0) return null
  const own = discourse.bodiesOf.get(known)
  const isLast = discourse.speaker?.label === known || discourse.person === known
  const isOwn = (one: EntityMention): boolean =>
    own?.has(one.entity.canonical) === true ||
    (title === 'minister' && isLast && one.entity.canonical.endsWith('Ministry'))
  return bodies.length > 0 && bodies.every(isOwn) ? known : null
}

/** Keeps the bodies and countries that stand beside the title of a person. */
export function rememberBodies(
  discourse: Discourse,
  person: string,
  bodies: readonly { readonly canonical: string }[],
): void {
  const known = discourse.bodiesOf.get(person) ?? new Set<string>()
  for (const one of bodies) if (one.canonical !== person) known.add(one.canonical)
  discourse.bodiesOf.set(person, known)
}
