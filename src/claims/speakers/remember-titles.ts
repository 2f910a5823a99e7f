import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import { TITLE_REACH } from './titled.ts'

/** Persons who are named with a title, for "the minister" further on; the first with a title keeps it. */
export function rememberTitles(
  marks: Marks,
  mentions: readonly EntityMention[],
  titled: Map<string, string>,
): void {
  for (const { entity, start } of mentions) {
    if (entity.type !== 'person') continue
    const role = cuesIn(marks, { start: start - TITLE_REACH, end: start }, 'role').at(-1)
    const title = role?.cue.value
    if (role === undefined || title == null || titled.has(title)) continue
    if (!/[,،.:;"«“\n]/u.test(marks.text.slice(role.end, start))) titled.set(title, entity.canonical)
  }
}
