import type { BriefClaim } from '../brief.ts'
import { numberText } from '../claims-csv.ts'
import type { References } from '../references.ts'
import { claimOfPart, type EventPart } from '../story-parts.ts'
import {
  certaintyWords,
  chainOf,
  contradictionValue,
  eventWord,
  languageName,
  modalityWord,
} from '../wording.ts'
import { plain, timeText } from './markdown-parts.ts'

export function claimMarkdown(claim: BriefClaim, references: References): string {
  const numbers = claim.numbers.map((number) => plain(numberText(number))).join('; ')
  const where = `report ${plain(claim.report)} (${languageName(claim.lang)}), characters ${claim.span[0]} to ${claim.span[1]}`
  return [
    `- **${references.ofClaim(claim)?.label}** ${plain(claim.gloss)}`,
    `  > ${plain(claim.evidence)}`,
    '',
    `  ${chainOf(claim).map(plain).join(' → ')}; ${certaintyWords(claim)}; ${
      claim.time === null ? 'time not said' : timeText(claim.time)
    }; ${where}${numbers === '' ? '' : `; numbers (reported): ${numbers}`}`,
  ].join('\n')
}

export function eventMarkdown(part: EventPart, references: References): string {
  const { event, claims, elsewhere } = part
  const also = elsewhere.flatMap((claim) => references.ofClaim(claim)?.label ?? [])
  const facts = [
    eventWord(event.type),
    modalityWord(event.modality),
    event.time === null ? '' : timeText(event.time),
    `${event.independent_sources} independent ${event.independent_sources === 1 ? 'source' : 'sources'}`,
    also.length === 0 ? '' : `also told by ${also.join(', ')}`,
  ].filter((fact) => fact !== '')
  return [
    `#### ${plain(event.title)}`,
    `${facts.join('; ')}.`,
    ...claims.map((claim) => claimMarkdown(claim, references)),
  ].join('\n\n')
}

export function disagreementsMarkdown(parts: readonly EventPart[], references: References): string {
  const blocks = parts.flatMap((part) =>
    part.event.contradictions.map((contradiction) => {
      const versions = contradiction.values.map((version) => {
        const labels = version.claims.map(({ report, claim }) => {
          const said = claimOfPart(part, { report, claim })
          const who = said === null ? '' : `${chainOf(said).map(plain).join(' → ')}, `
          const where = said !== null && said.outlet === null ? '' : ` in report ${plain(report)}`
          return `${who}${references.of(`claim:${report}/${claim}`)?.label ?? 'a claim'}${where}`
        })
        return `${plain(contradictionValue(version.value, version.unit))} (${labels.join('; ')})`
      })
      return `- ${plain(contradiction.field.replaceAll('_', ' '))}, ${plain(part.event.title)}: ${versions.join(' against ')}`
    }),
  )
  return blocks.length === 0
    ? 'No two reports of this story contradict each other on a figure, a date or a name.'
    : blocks.join('\n')
}
