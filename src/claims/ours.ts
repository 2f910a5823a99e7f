import type { EntityType } from './claim.ts'
import type { Draft } from './drafts/draft.ts'
import { cuesIn, type Marks } from './marks.ts'
import { PLANT } from './subjects.ts'

/** Where one of them is named, it is told of. */
const TOLD_OF: ReadonlySet<EntityType> = new Set(['company', 'country', ...PLANT])
/** Who bears one of them speaks for a country. */
const OF_STATE = ['minister', 'president', 'prime minister']

/** "*We* expect two cargoes", "*our* stocks are full": the company, else the country, of whom the claim comes from. */
export function oursOf(marks: Marks, { clause, attribution, about, office }: Draft): string[] {
  const speaker = attribution.speaker
  if (speaker?.isNamed !== true || cuesIn(marks, clause, 'anaphora:we').length === 0) return []
  const isNamed = marks.mentions
    .within(clause.start, clause.end)
    .some((one) => TOLD_OF.has(one.entity.type) && !marks.outlets.has(one.entity.canonical))
  if (isNamed || marks.implied.countWithin(clause.start, clause.end) > 0) return []
  const owner = ownerOf(marks, speaker.label, office)
  return owner === null || about.assets.includes(owner) ? [] : [owner]
}

function ownerOf(marks: Marks, label: string, { bodiesOf, titled }: Draft['office']): string | null {
  const typeOf = (name: string): EntityType | undefined =>
    marks.mentions.all.find((one) => one.entity.canonical === name)?.entity.type
  if (typeOf(label) === 'company') return marks.outlets.has(label) ? null : label
  const bodies = typeOf(label) === 'organisation' ? [label] : [...(bodiesOf.get(label) ?? [])]
  const company = bodies.find((one) => typeOf(one) === 'company' && !marks.outlets.has(one))
  if (company !== undefined) return company
  const land = bodies.find((one) => typeOf(one) === 'country' || typeOf(one) === undefined)
  const isOfState = OF_STATE.some((title) => titled.get(title) === label)
  const lands = [...(isOfState ? [label] : []), ...bodies].map(marks.landsOf)
  return lands.find((one) => one.length === 1)?.[0] ?? land ?? null
}
