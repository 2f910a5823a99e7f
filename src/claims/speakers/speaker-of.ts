import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import { PLANT_TYPES } from '../plant-types.ts'
import type { Span } from '../text/sentences.ts'
import type { Discourse } from './discourse.ts'
import { ministryAgain } from './ministry-again.ts'
import { placeOfReport } from './place-of-report.ts'
import { roleLabel } from './role-label.ts'
import type { Speaker } from './speaker.ts'
import { personBehind, rememberBodies, sameOffice, spokenOfAgain, titledAgain } from './titled.ts'

const PRONOUN_WORDS = 4

export function speakerOf(
  marks: Marks,
  region: Span,
  mentions: readonly EntityMention[],
  discourse: Discourse,
  creditsOutlet: boolean,
): Speaker | null {
  const verb = cuesIn(marks, region, 'speech:verbs')[0]
  const isPassive = cuesIn(marks, region, 'speech:passive').length > 0
  const roles = cuesIn(marks, region, 'role')
  const role = roles[0]
  const whence = creditsOutlet ? placeOfReport(marks, region, mentions) : undefined
  const ordered = nearestFirst(mentions, verb, marks, region).filter((one) => one !== whence)
  // "Moscow told the assembly": the name beside the verb is its subject, be it a place.
  const beside = verb === undefined ? undefined : ordered.slice(0, 1).find((one) => isBeside(one, verb))
  const person = ordered.find((one) => one.entity.type === 'person' && !isOfOccasion(marks, one, verb, role))
  // "said the group at a meeting with the minister X": the noun beside the verb is its subject.
  const saying = verb ?? cuesIn(marks, region, 'speech:backward')[0]
  const own = discourse.company ?? discourse.body
  const group = cuesIn(marks, region, 'anaphora:company').find((one) => !isWithinName(one, mentions))
  const owner = group === undefined || person !== undefined ? undefined : countryBehind(marks, region, group)
  if (owner !== undefined) return unnamed(owner, 'operator')
  if (saying !== undefined && own !== null && isGroupBeside(marks, region, saying, person))
    return { label: own, isNamed: true }
  if (person !== undefined) {
    if (role?.cue.value != null) {
      discourse.titled.set(role.cue.value, person.entity.canonical)
      const bodies = [...mentions.map((one) => one.entity), ...marks.implied.within(region.start, region.end)]
      rememberBodies(discourse, person.entity.canonical, bodies)
    }
    return { label: person.entity.canonical, isNamed: true }
  }
  // "according to the same source": whoever spoke last
  const isSame = cuesIn(marks, region, 'qualifier').some((one) => one.cue.value === 'same')
  if (role !== undefined && isSame) {
    if (discourse.speaker !== null) return discourse.speaker
    if (discourse.ministry !== null) return { label: discourse.ministry, isNamed: true }
  }
  const again =
    role === undefined
      ? null
      : ordered.length > 0
        ? sameOffice(marks, region, role, ordered, discourse)
        : titledAgain(marks, region, role, discourse)
  if (again !== null) return { label: again, isNamed: true }
  const titled = role === undefined || role.end < region.end - 1 ? null : personBehind(marks, role)
  if (titled !== null) {
    if (role?.cue.value != null) discourse.titled.set(role.cue.value, titled)
    return { label: titled, isNamed: true }
  }
  const same = role === undefined || ordered.length > 0 ? null : spokenOfAgain(marks, region, role, discourse)
  if (same !== null) return { label: same, isNamed: true }
  if (
    role === undefined &&
    ordered.length === 0 &&
    !creditsOutlet &&
    isToldByWhoSpoke(marks, region, saying, discourse)
  )
    return discourse.speaker
  const body = ordered.find((one) => one.entity.type === 'company' || one.entity.type === 'organisation')
  if (role !== undefined)
    return {
      label: roleLabel(
        marks,
        region,
        role,
        body?.entity.canonical ?? countryOf(ordered) ?? companyOf(marks, region, discourse),
      ),
      isNamed: false,
    }
  if (beside !== undefined) return { label: beside.entity.canonical, isNamed: true }
  if (body !== undefined) return { label: body.entity.canonical, isNamed: true }
  const taken = discourse.company ?? discourse.body
  const operated = group === undefined ? null : plantBehind(marks, region, group)
  if (operated !== null) return unnamed(operated, 'operator')
  if (group !== undefined && taken !== null) return { label: taken, isNamed: true }
  const ministry = cuesIn(marks, region, 'anaphora:ministry').find(
    (cue) => !creditsOutlet || !isWordOfOutlet(marks, cue),
  )
  const office = ministry === undefined ? null : ministryAgain(marks, ministry, discourse)
  if (office !== null) return { label: office, isNamed: true }
  if (ministry !== undefined) return unnamed(countryHere(marks, region, ordered), 'ministry')
  if (group !== undefined && ordered.every((one) => ['place', 'country'].includes(one.entity.type)))
    return discourse.line === null ? unnamed(null, 'company') : unnamed(discourse.line, 'operator')
  const plant = saying === undefined ? null : plantBeside(marks, region, saying)
  if (plant !== null && ordered.length === 0) return { label: plant, isNamed: true }
  const place = ordered[0]
  if (place !== undefined) return { label: place.entity.canonical, isNamed: true }
  // "he said", "in his words", or a verb alone
  const words = marks.tokens.countWithin(region.start, region.end)
  const isPronoun = cuesIn(marks, region, 'anaphora:pronoun').length > 0
  if (isPronoun && !creditsOutlet && !discourse.personSpoke && discourse.person !== null)
    return { label: discourse.person, isNamed: true }
  const isTold = cuesIn(marks, region, 'speech:outlet_again').length > 0
  const isAgency = !isTold && cuesIn(marks, region, 'speech:outlet').some((cue) => cue.cue.pattern !== 'told')
  return !creditsOutlet && !isAgency && !isPassive && (verb !== undefined || words <= PRONOUN_WORDS)
    ? discourse.speaker
    : null
}

/** "съобщи агенция X": the word for an office is one for the outlet that is credited. */
const isWordOfOutlet = (marks: Marks, word: Span): boolean => cuesIn(marks, word, 'speech:outlet').length > 0

/** "said sources of the ministry, after the visit of *X*": a person behind the comma that closes unnamed sources. */
function isOfOccasion(
  marks: Marks,
  person: Span,
  verb: Span | undefined,
  role: (Span & { readonly cue: { readonly value?: string | null } }) | undefined,
): boolean {
  if (role === undefined || role.cue.value !== 'source') return false
  if ((verb !== undefined && role.start < verb.end) || role.end > person.start) return false
  return /[,،]/u.test(marks.text.slice(role.end, person.start))
}

/** A strait says nothing. */
const PLANT = new Set<string>([...PLANT_TYPES].filter((type) => type !== 'strait'))
/** Words between a plant and its verb of saying: "The refinery X in Y said". */
const PLANT_WORDS = 4

/** "The X refinery said": plant that speaks, where it begins its sentence and the verb follows. */
function plantBeside(marks: Marks, region: Span, saying: Span): string | null {
  const found = marks.mentions
    .within(region.start, saying.start)
    .find(
      (one) =>
        PLANT.has(one.entity.type) && marks.tokens.countWithin(region.start, one.start) <= OPENING_WORDS,
    )
  const isNear = found !== undefined && marks.tokens.countWithin(found.end, saying.start) <= PLANT_WORDS
  if (isNear && !/[,،;:]/u.test(marks.text.slice(found.end, saying.start))) return found.entity.canonical
  return plantAfter(marks, region, saying)
}

const AT_PLANT_WORDS = 1

/** "…, сообщили на станции X", "съобщиха от централата": plant right behind a verb that opens its frame, or the one named last. */
function plantAfter(marks: Marks, region: Span, saying: Span): string | null {
  if (marks.tokens.countWithin(region.start, saying.start) > 0) return null
  const named = marks.mentions.within(saying.end, region.end)[0]
  const word = cuesIn(marks, { start: saying.end, end: region.end }, 'anaphora:station')[0]
  const isBehind = (one: Span | undefined): boolean =>
    one !== undefined &&
    marks.tokens.countWithin(saying.end, one.start) <= AT_PLANT_WORDS &&
    !/[,،;:]/u.test(marks.text.slice(saying.end, one.start))
  if (named !== undefined)
    return PLANT.has(named.entity.type) && isBehind(named) ? named.entity.canonical : null
  if (!isBehind(word)) return null
  return (
    marks.mentions.within(0, region.start).findLast((one) => PLANT.has(one.entity.type))?.entity.canonical ??
    null
  )
}

const OPENING_WORDS = 3
const OF_WORDS = 3

/** "The operator of the X refinery": the plant right behind a word for a company, which is not the one that spoke last. */
function plantBehind(marks: Marks, region: Span, company: Span): string | null {
  const next = marks.mentions.within(company.end, region.end)[0]
  if (next === undefined || !PLANT.has(next.entity.type)) return null
  const isOf = marks.tokens.countWithin(company.end, next.start) <= OF_WORDS
  return isOf && !/[,،;:]/u.test(marks.text.slice(company.end, next.start)) ? next.entity.canonical : null
}

/** "The operator of the pipeline of Ukraine": a country that a word for a company leads to, which is not the one that spoke last. */
function countryBehind(marks: Marks, region: Span, company: Span): string | undefined {
  const next = marks.mentions.within(company.end, region.end).find((one) => one.entity.type !== 'commodity')
  if (next?.entity.type !== 'country') return undefined
  const between = { start: company.end, end: next.start }
  const isOf =
    marks.tokens.countWithin(between.start, between.end) <= COUNTRY_WORDS &&
    cuesIn(marks, between, 'at').length === 0 &&
    cuesIn(marks, between, 'speech:verbs').length === 0 &&
    !/[,،;:]/u.test(marks.text.slice(between.start, between.end))
  return isOf ? next.entity.canonical : undefined
}

const COUNTRY_WORDS = 4

/** "المؤسسة الوطنية للنفط": the word for a company is of a name, and takes up nobody. */
const isWithinName = (word: Span, mentions: readonly EntityMention[]): boolean =>
  mentions.some((one) => one.start <= word.start && one.end >= word.end)

function isGroupBeside(marks: Marks, region: Span, verb: Span, person: Span | undefined): boolean {
  if (person !== undefined && isBeside(person, verb)) return false
  return cuesIn(marks, region, 'anaphora:company').some((one) => isBeside(one, verb))
}

/** "He told the government": the pronoun beside the verb is its subject, whatever body stands behind. */
function isToldByWhoSpoke(
  marks: Marks,
  region: Span,
  saying: Span | undefined,
  discourse: Discourse,
): boolean {
  if (saying === undefined || !discourse.personSpoke || discourse.speaker?.isNamed !== true) return false
  return cuesIn(marks, region, 'anaphora:pronoun').some((one) => isBeside(one, saying))
}

/** Right before the verb, or right behind one that opens its clause. */
function isBeside(mention: Span, verb: Span): boolean {
  return Math.max(verb.start - mention.end, mention.start - verb.end) <= 1
}

/** The first name before the verb of saying where there is one, else the first after it. */
function nearestFirst(
  mentions: readonly EntityMention[],
  verb: Span | undefined,
  marks: Marks,
  region: Span,
): EntityMention[] {
  if (verb === undefined) return [...mentions]
  const before = mentions.filter((one) => one.end <= verb.start)
  const after = mentions.filter((one) => one.start >= verb.end)
  const opens = marks.tokens.countWithin(region.start, verb.start) === 0
  // "… between X and Y, said the operator Z": a place before the verb is of what was said.
  const isWhere = (one: EntityMention): boolean => ['place', 'country'].includes(one.entity.type)
  const isTold =
    before.every(isWhere) &&
    after.some((one) => !isWhere(one)) &&
    marks.tokens.countWithin(region.start, before[0]?.start ?? region.start) > 0
  return opens || isTold ? [...after, ...before] : [...before, ...after]
}

function unnamed(owner: string | null, what: string): Speaker {
  return { label: owner === null ? what : `${owner} ${what}`, isNamed: false }
}

/** The country beside a body that is not named: of its adjective, else of a name. */
function countryHere(marks: Marks, region: Span, mentions: readonly EntityMention[]): string | null {
  return marks.implied.firstWithin(region.start, region.end)?.canonical ?? countryOf(mentions)
}

function countryOf(mentions: readonly EntityMention[]): string | null {
  return mentions.find((one) => one.entity.type === 'country')?.entity.canonical ?? null
}

function companyOf(marks: Marks, region: Span, discourse: Discourse): string | null {
  return cuesIn(marks, region, 'anaphora:company').length > 0 ? discourse.company : null
}
