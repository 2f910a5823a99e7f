import type { Certainty } from './certainty/certainty.ts'
import type { Claim } from './claim.ts'
import type { Draft, SpokenBy } from './drafts/draft.ts'
import type { CueMatch } from './lexicon/cue.ts'
import type { Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'
import type { When } from './when.ts'

/** A cue of the lexicon as it matched: which file and list it stands in, and the words of the text it met. */
export interface TracedCue extends Span {
  /** `lexicons/LANG/FILE.yaml`, without language and ending. */
  readonly file: 'language' | 'events' | 'modality' | 'speech'
  /** List within the file: `attack`, `denied`, `verbs`, `roles`, `anaphora.line`. */
  readonly list: string
  /** Entry as the lexicon has it, without a certainty of its own. */
  readonly pattern: string
  readonly surface: string
}

/** Why one claim is as it is: the cues and the rules behind each of its fields. */
export interface ClaimTrace {
  /** Id of the claim. */
  readonly claim: string
  readonly event: {
    /** Classes that the rule asks for (`rise|fall + flow`); null where no rule was met. */
    readonly rule: string | null
    readonly priority: number | null
    readonly cues: readonly TracedCue[]
  }
  readonly certainty: { readonly rule: string; readonly cues: readonly TracedCue[] }
  readonly speaker: {
    readonly by: SpokenBy
    /** The words that say who speaks, and every cue of speech in them. */
    readonly frame: (Span & { readonly surface: string }) | null
    readonly cues: readonly TracedCue[]
  }
  readonly time: When
  readonly assets: readonly {
    readonly name: string
    /** Named in the clause, by an adjective or a people's name, or taken up from before. */
    readonly by: 'name' | 'adjective' | 'taken up'
    readonly cues: readonly TracedCue[]
  }[]
}

interface Traced {
  readonly claim: Omit<Claim, 'gloss'>
  readonly draft: Draft
  readonly certainty: Certainty
  readonly when: When
}

/** Says which cues and rules made a claim, so that who knows the language can mend the lexicon. */
export function traceOf(marks: Marks, made: Traced): ClaimTrace {
  const { claim, draft, certainty, when } = made
  const { clause, saidIn: frame } = draft
  const traced = (cues: readonly CueMatch[]): TracedCue[] => cues.map((cue) => tracedCue(marks, cue))
  const inFrame = frame === null ? [] : marks.cues.within(frame.start, frame.end).filter(isOfSpeech)
  const anaphora = marks.cues
    .within(clause.start, clause.end)
    .filter((cue) => cue.cue.group.startsWith('anaphora:'))
  const adjectives = new Set(marks.implied.within(clause.start, clause.end).map((one) => one.canonical))
  return {
    claim: claim.id,
    event: {
      rule: clause.event?.rule ?? null,
      priority: clause.event?.priority ?? null,
      cues: traced(clause.event?.cues ?? []),
    },
    certainty: { rule: certainty.rule, cues: traced(certainty.cues) },
    speaker: {
      by: claim.speaker === null && claim.via.length === 0 ? null : draft.spokenBy,
      frame:
        frame === null
          ? null
          : { start: frame.start, end: frame.end, surface: marks.text.slice(frame.start, frame.end) },
      cues: traced(inFrame),
    },
    time: when,
    assets: claim.assets.map((name) => {
      if (!claim.assets_implied.includes(name)) return { name, by: 'name', cues: [] }
      if (adjectives.has(name)) return { name, by: 'adjective', cues: [] }
      return { name, by: 'taken up', cues: traced(anaphora) }
    }),
  }
}

function isOfSpeech(cue: CueMatch): boolean {
  return /^(?:speech:|role$|qualifier$|that$|anaphora:)/u.test(cue.cue.group)
}

function tracedCue(marks: Marks, match: CueMatch): TracedCue {
  const { group, pattern } = match.cue
  const surface = marks.text.slice(match.start, match.end)
  const place = { pattern, surface, start: match.start, end: match.end }
  const [family, list] = group.split(':')
  switch (family) {
    case 'event':
      return { file: 'events', list: list ?? '', ...place }
    case 'modality':
      return { file: 'modality', list: list ?? '', ...place }
    case 'speech':
      return { file: 'speech', list: list ?? '', ...place }
    case 'role':
      return { file: 'speech', list: `roles.${match.cue.value ?? ''}`, ...place }
    case 'qualifier':
      return { file: 'speech', list: `qualifiers.${match.cue.value ?? ''}`, ...place }
    case 'anaphora':
      return { file: 'language', list: `anaphora.${list ?? ''}`, ...place }
    default:
      return { file: 'language', list: LISTS[group] ?? group, ...place }
  }
}

/** Lists of `language.yaml` whose cues are grouped under another name. */
const LISTS: Readonly<Record<string, string>> = {
  join: 'joins',
  predicate: 'predicates',
  cause: 'causes',
  way: 'ways',
  page: 'page_lines',
}
