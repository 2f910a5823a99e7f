import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

const BESIDE = 16
const SEAT_REACH = 25

/** State bodies, which speak to agencies and are none. */
const OFFICE =
  /ministry|government|commission|customs|parliament|police|bank|regulator|headquarters|administration/iu

/** "the Belgrade daily X", "Russia's Interfax": where the outlet sits is no speaker; "Moscow told Interfax" is. */
export function isSeatOf(
  marks: Marks,
  mention: EntityMention,
  mentions: readonly EntityMention[],
  via: readonly string[],
): boolean {
  if (['organisation', 'company'].includes(mention.entity.type))
    return mentions.some((one) => via.includes(one.entity.canonical) && owns(marks, mention, one))
  if (!['place', 'country'].includes(mention.entity.type)) return false
  return mentions.some(
    (one) =>
      via.includes(one.entity.canonical) &&
      one.start >= mention.end &&
      one.start - mention.end <= SEAT_REACH &&
      !/[,،，]/u.test(marks.text.slice(mention.end, one.start)) &&
      !cuesIn(marks, { start: mention.end, end: one.start }, 'speech:').some((cue) =>
        /^(?:told|.*:verbs)$/u.test(cue.cue.group === 'speech:outlet' ? cue.cue.pattern : cue.cue.group),
      ),
  )
}

/** 伊朗革命卫队（IRGC）旗下的塔斯尼姆通讯社: whose outlet it is. */
function owns(marks: Marks, owner: Span, outlet: Span): boolean {
  const between = { start: owner.end, end: outlet.start }
  const [cue] = cuesIn(marks, between, 'owned_by')
  if (cue === undefined) return false
  const [before, behind] = [marks.text.slice(owner.end, cue.start), marks.text.slice(cue.end, outlet.start)]
  return /^(?:[（(][^)）]{1,20}[)）])?$/u.test(before) && behind === ''
}

export function isBareOutlet(marks: Marks, frame: Span): boolean {
  return cuesIn(marks, frame, 'speech:outlet').length > 0 && cuesIn(marks, frame, 'role').length === 0
}

export function isOutlet(marks: Marks, mention: EntityMention, frame: Span): boolean {
  if (marks.outlets.has(mention.entity.canonical)) return true
  // An agency that the atlas lists as a body and not as an outlet: the agency for atomic energy.
  if (mention.entity.type !== 'organisation' || mention.entity.atlas !== null) return false
  if (OFFICE.test(mention.entity.canonical)) return false
  // "agency X" or "X newspaper": the word beside the name, with no other name between; "told" only before it
  const near = {
    start: Math.max(frame.start, mention.start - BESIDE),
    end: Math.min(frame.end, mention.end + BESIDE),
  }
  return cuesIn(marks, near, 'speech:outlet').some(
    (cue) =>
      (cue.start < mention.start || cue.cue.pattern !== 'told') &&
      !marks.mentions
        .within(frame.start, frame.end)
        .some((other) => other !== mention && isBetween(other, cue, mention)),
  )
}

function isBetween(one: Span, a: Span, b: Span): boolean {
  return one.start >= Math.min(a.start, b.start) && one.end <= Math.max(a.end, b.end)
}
