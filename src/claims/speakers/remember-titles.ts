import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import type { Discourse } from './discourse.ts'
import { rememberBodies, TITLE_REACH } from './titled.ts'

/** Persons who are named with a title, for "the minister" further on; the first with a title keeps it. */
export function rememberTitles(marks: Marks, mentions: readonly EntityMention[], discourse: Discourse): void {
  const { titled } = discourse
  for (const { entity, start } of mentions) {
    if (entity.type !== 'person') continue
    const role = cuesIn(marks, { start: start - TITLE_REACH, end: start }, 'role').at(-1)
    const title = role?.cue.value
    if (role === undefined || title == null || titled.has(title)) continue
    if (/[,،.:;"«“\n]/u.test(marks.text.slice(role.end, start))) continue
    titled.set(title, entity.canonical)
    const beside = { start: role.start - TITLE_REACH, end: start }
    const bodies = marks.mentions.within(beside.start, beside.end).map((one) => one.entity)
    rememberBodies(discourse, entity.canonical, [
      ...bodies,
      ...marks.implied.within(beside.start, beside.end),
    ])
  }
}
