import { foldWord, type Token } from '../text/tokens.ts'
import type { Candidates, Compiled, Cue, CueMatch, Element, Found } from './cue.ts'
import { bySecondWord, candidatesBefore, NO_CANDIDATES } from './cue-candidates.ts'
import { accepts, endsInAccent, isPrintedSo, ownLetters, parsePattern } from './cue-pattern.ts'
import { longestOfGroup } from './longest-of-group.ts'

const isFigure = (token: Token | undefined): boolean => token !== undefined && /^\d/u.test(token.printed)

const GAP_WORDS = 5

/** German parts its verbs: "lehnt … ab". */
const GAP_GERMAN = 10

const GAP_HAN = 12
/** Particles of German verbs that elsewhere are prepositions or articles: of the verb only where they close its clause. */
const PARTICLES_GERMAN = new Set(['ab', 'an', 'auf', 'aus', 'ein', 'um', 'vor', 'durch', 'nach', 'zu'])
/** Behind a particle without a mark: what joins or compares. */
const BEHIND_PARTICLE = new Set(['und', 'oder', 'sowie', 'als', 'wie', 'statt', 'sondern'])

/** Words further on among which a particle may close a German clause. */
const FURTHER_GERMAN = 12

/** Words that stand between the parts of a verb of saying: "ha *inoltre* detto", "a *par ailleurs* dit". */
const MOST_BETWEEN = 3

/** Finds the cues of one language in one pass: a table of first words, then the rest of each candidate. */
export class CueMatcher {
  readonly #lang: string
  readonly #between: ReadonlySet<string>
  readonly #exact = new Map<string, Compiled[]>()
  readonly #prefix = new Map<string, Compiled[]>()
  readonly #prefixLengths: number[] = []
  readonly #suffix = new Map<string, Compiled[]>()
  readonly #suffixLengths: number[] = []
  readonly #other: Compiled[] = []

  /** `between`: words that may stand between the parts of a verb of saying. */
  constructor(cues: readonly Cue[], lang: string, between: readonly string[] = []) {
    this.#lang = lang
    this.#between = new Set(between.map((word) => foldWord(word, lang)))
    for (const cue of cues) {
      const elements = parsePattern(cue.pattern, lang)
      const first = elements[0]
      if (first === undefined || first.kind === 'gap') continue
      const letters = elements.reduce((sum, one) => sum + one.text.length, 0)
      const isOpen = elements.some((one) => one.kind !== 'exact')
      const second = elements[1]?.kind === 'exact' ? elements[1].text : null
      const compiled = { cue, elements, letters, isOpen, second }
      if (first.kind === 'exact') push(this.#exact, first.text, compiled)
      else if (first.kind === 'prefix') {
        push(this.#prefix, first.text, compiled)
        if (!this.#prefixLengths.includes(first.text.length)) this.#prefixLengths.push(first.text.length)
      } else if (first.kind === 'suffix') {
        push(this.#suffix, first.text, compiled)
        if (!this.#suffixLengths.includes(first.text.length)) this.#suffixLengths.push(first.text.length)
      } else this.#other.push(compiled)
    }
  }

  /** In order of the text. Of cues of one group that overlap, the longest stands. */
  find(tokens: readonly Token[], text = ''): CueMatch[] {
    const found: Found[] = []
    tokens.forEach((token, index) => {
      for (const candidate of this.#goingOn(tokens, index)) {
        const last = candidate.elements.length === 1 ? index : this.#rest(candidate, tokens, index, text)
        const end = last === null ? undefined : tokens[last]
        if (last === null || end === undefined) continue
        found.push({
          cue: candidate.cue,
          compiled: candidate,
          start: token.start,
          end: end.end,
          firstToken: index,
          lastToken: last,
        })
      }
    })
    return longestOfGroup(found, tokens, this.#lang)
  }

  /** What may begin at a word, by the word behind it or behind those that stand between. */
  #goingOn(tokens: readonly Token[], index: number): readonly Compiled[] {
    const token = tokens[index]
    if (token === undefined) return []
    const candidates = this.#candidates(token)
    const own = candidatesBefore(candidates, tokens[index + 1])
    const skipped = candidates.bySecond.size === 0 ? 0 : this.#wordsBetween(tokens, index + 1)
    if (skipped === 0) return own
    const further = candidatesBefore(candidates, tokens[index + 1 + skipped])
    return [...own, ...further.filter((one) => isSaying(one) && !own.includes(one))]
  }

  #wordsBetween(tokens: readonly Token[], from: number): number {
    let count = 0
    while (count < MOST_BETWEEN && this.#isBetween(tokens[from + count])) count++
    return count
  }

  #isBetween(token: Token | undefined): boolean {
    return token !== undefined && !token.opens && token.forms.some((form) => this.#between.has(form))
  }

  #candidates(token: Token): Candidates {
    const { cues } = token.word
    if (cues?.by === this) return cues.candidates
    const candidates = this.#candidatesOf(token)
    token.word.cues = { by: this, candidates }
    return candidates
  }

  #candidatesOf(token: Token): Candidates {
    const own = ownLetters(this.#lang)
    const isAccented = endsInAccent(token.printed) || own?.test(token.printed) === true
    const found = this.#findCandidates(token).filter(({ elements: [first] }) => {
      if (first === undefined) return false
      const isParticular =
        isAccented || first.isInitial || first.endsInAccent || own?.test(first.accented) === true
      return !isParticular || isPrintedSo(first, token, this.#lang)
    })
    return found.length === 0 ? NO_CANDIDATES : bySecondWord(found)
  }

  #findCandidates(token: Token): Compiled[] {
    const list: Compiled[] = []
    const seen = new Set<Compiled>()
    const take = (many: readonly Compiled[] | undefined): void => {
      for (const one of many ?? []) {
        if (seen.has(one)) continue
        seen.add(one)
        list.push(one)
      }
    }
    for (const form of token.forms) {
      take(this.#exact.get(form))
      for (const length of this.#prefixLengths) {
        if (length <= form.length) take(this.#prefix.get(form.slice(0, length)))
      }
      for (const length of this.#suffixLengths) {
        if (length <= form.length) take(this.#suffix.get(form.slice(-length)))
      }
    }
    for (const one of this.#other) {
      const first = one.elements[0]
      if (first !== undefined && accepts(first, token)) take([one])
    }
    return list
  }

  #meets(element: Element, token: Token): boolean {
    return accepts(element, token) && isPrintedSo(element, token, this.#lang)
  }

  #isMet(element: Element, token: Token | undefined): boolean {
    return token !== undefined && this.#meets(element, token)
  }

  /** Index of the last word of the match, or null. */
  #rest(candidate: Compiled, tokens: readonly Token[], from: number, text: string): number | null {
    let at = from
    const { elements, cue } = candidate
    // "X said this, Y reports": what points back ends with its clause.
    const isClause = cue.group === 'speech:backward'
    for (let step = 1; step < elements.length; step++) {
      const element = elements[step]
      if (element === undefined) return null
      if (element.kind !== 'gap') {
        at++
        if (this.#between.size > 0 && isSaying(candidate) && !this.#isMet(element, tokens[at]))
          at += this.#wordsBetween(tokens, at)
        const token = tokens[at]
        if (token === undefined || token.opens || !this.#meets(element, token)) return null
        continue
      }
      const next = elements[step + 1]
      if (next === undefined) return at
      const reach = this.#lang === 'zh' ? GAP_HAN : this.#lang === 'de' ? GAP_GERMAN : GAP_WORDS
      let hit: number | null = null
      for (let skip = 1; skip <= reach + 1 && hit === null; skip++) {
        const token = tokens[at + skip]
        const before = tokens[at + skip - 1]
        if (token === undefined || before === undefined || token.opens) break
        // "this was said on Friday, 18 November, by X": a day may stand between commas.
        const isDay = isClause && (isFigure(token) || isFigure(tokens[at + skip - 2]))
        if (isClause && !isDay && text.slice(before.end, token.start).includes(',')) break
        const isLast = step + 2 === elements.length
        if (this.#meets(next, token) && (!isLast || this.#closes(next, tokens, at + skip))) hit = at + skip
      }
      if (hit === null && this.#lang === 'de') hit = this.#closingParticle(next, tokens, at + reach + 2)
      if (hit === null) return null
      at = hit
      step++
    }
    return at
  }

  /** "hob die Förderung an", not "hob an der Grenze": false only of a particle behind which its clause goes on. */
  #closes(element: Element, tokens: readonly Token[], at: number): boolean {
    if (this.#lang !== 'de' || !PARTICLES_GERMAN.has(element.text)) return true
    const [token, after] = [tokens[at], tokens[at + 1]]
    if (token === undefined || after === undefined || after.opens) return true
    return after.start - token.end > 1 || after.forms.some((form) => BEHIND_PARTICLE.has(form))
  }

  /** "stellte … ein": the particle that closes a long clause, with no mark between. */
  #closingParticle(next: Element, tokens: readonly Token[], from: number): number | null {
    for (let at = from; at < Math.min(tokens.length, from + FURTHER_GERMAN); at++) {
      const [token, after] = [tokens[at], tokens[at + 1]]
      if (token === undefined) return null
      const isClosing = after === undefined || after.start - token.end > 1
      if (isClosing) return this.#meets(next, token) ? at : null
    }
    return null
  }
}

function isSaying({ cue }: Compiled): boolean {
  return cue.group === 'speech:verbs' || cue.group === 'speech:stance'
}

function push(map: Map<string, Compiled[]>, key: string, value: Compiled): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
