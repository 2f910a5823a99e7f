import { foldWord, type Token, tokenise } from '../text/tokens.ts'

/**
 * A cue as written in a lexicon: words separated by spaces; `word*` begins so, `*word` ends so, `*word*`
 * contains it; `..` stands for up to five other words (ten in German, twelve Han characters). An entry that begins with
 * `~` matches nothing and keeps the others of its group from matching there. `^word` matches it where it is
 * capitalised, as at the start of a sentence ("Sollte das Gas …"). A word whose last letter has an accent is met
 * with that accent alone: "suministró" is no "suministro".
 */
interface Element {
  readonly kind: 'exact' | 'prefix' | 'suffix' | 'contains' | 'gap'
  readonly text: string
  /** With the accents of the entry. */
  readonly accented: string
  readonly isInitial: boolean
  readonly endsInAccent: boolean
}

const ACCENT_LAST = /[àáâèéêìíîòóôùúû]$/u

export interface Cue {
  readonly group: string
  readonly pattern: string
  /** What the entry says beside its group, as a modality or a label; null where nothing. */
  readonly value: string | null
  readonly isExclusion: boolean
}

export interface CueMatch {
  readonly cue: Cue
  readonly start: number
  readonly end: number
  readonly firstToken: number
  readonly lastToken: number
}

interface Compiled {
  readonly cue: Cue
  readonly elements: readonly Element[]
  /** Letters written out, and whether the end of a word is left open. */
  readonly letters: number
  readonly isOpen: boolean
}

interface Found extends CueMatch {
  readonly compiled: Compiled
}

const MOST_KEPT = 20_000
const NONE: readonly Compiled[] = []
const GAP_WORDS = 5
/** German parts its verbs: "lehnt … ab". */
const GAP_GERMAN = 10
const GAP_HAN = 12

function parsePattern(pattern: string, lang: string): Element[] {
  const elements: Element[] = []
  for (const part of pattern.trim().split(/\s+/u)) {
    if (part === '..') {
      elements.push({ kind: 'gap', text: '', accented: '', isInitial: false, endsInAccent: false })
      continue
    }
    const words = tokenise(part, lang === 'ar' ? 'und' : lang)
    words.forEach(({ printed }, index) => {
      const text = foldWord(printed, lang)
      const open = part.startsWith('*') && index === 0
      const free = part.endsWith('*') && index === words.length - 1
      const kind = open && free ? 'contains' : open ? 'suffix' : free ? 'prefix' : 'exact'
      const accented = accentedForm(printed, lang)
      elements.push({
        kind,
        text,
        accented,
        isInitial: part.startsWith('^') && index === 0,
        endsInAccent: lang !== 'tr' && ACCENT_LAST.test(accented),
      })
    })
  }
  return elements
}

function accentedForm(word: string, lang: string): string {
  return (lang === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase()).normalize('NFC')
}

/** Whether the word stands with the accents of the entry: "exporte" is not the participle "exporté". */
function isAccentedSo(element: Element, token: Token, lang: string): boolean {
  if (element.kind === 'gap') return true
  const word = accentedForm(token.printed, lang)
  switch (element.kind) {
    case 'exact':
      return word === element.accented
    case 'prefix':
      return word.startsWith(element.accented)
    case 'suffix':
      return word.endsWith(element.accented)
    case 'contains':
      return word.includes(element.accented)
  }
}

/** Letters that are no accented forms of others: "Förderung" is no "Forderung", "año" no "ano". */
const OWN_LETTERS: Readonly<Record<string, RegExp>> = { de: /[äöü]/iu, es: /ñ/iu }

/** What the letters alone do not tell: the accent at the end, the capital at the start. */
function isPrintedSo(element: Element, token: Token, lang: string): boolean {
  const own = OWN_LETTERS[lang]
  if (own !== undefined && (own.test(token.printed) || own.test(element.accented)))
    return element.kind === 'gap' || isAccentedSo(element, token, lang)
  if (element.isInitial && !/^\p{Lu}/u.test(token.printed)) return false
  if (element.kind === 'exact' && lang !== 'tr' && ACCENT_LAST.test(token.printed)) {
    // "visé" is no "vise"
    if (!isAccentedSo(element, token, lang)) return false
  }
  if (!element.endsInAccent || isAccentedSo(element, token, lang)) return true
  // Capitals are often printed without accents.
  return token.printed === token.printed.toUpperCase()
}

function accepts(element: Element, token: Token): boolean {
  for (const form of token.forms) {
    switch (element.kind) {
      case 'exact':
        if (form === element.text) return true
        break
      case 'prefix':
        if (form.startsWith(element.text)) return true
        break
      case 'suffix':
        if (form.endsWith(element.text)) return true
        break
      case 'contains':
        if (form.includes(element.text)) return true
        break
      case 'gap':
        return true
    }
  }
  return false
}

/** Finds the cues of one language in one pass: a table of first words, then the rest of each candidate. */
export class CueMatcher {
  readonly #lang: string
  readonly #exact = new Map<string, Compiled[]>()
  readonly #prefix = new Map<string, Compiled[]>()
  readonly #prefixLengths: number[] = []
  readonly #suffix = new Map<string, Compiled[]>()
  readonly #suffixLengths: number[] = []
  readonly #other: Compiled[] = []

  constructor(cues: readonly Cue[], lang: string) {
    this.#lang = lang
    for (const cue of cues) {
      const elements = parsePattern(cue.pattern, lang)
      const first = elements[0]
      if (first === undefined || first.kind === 'gap') continue
      const letters = elements.reduce((sum, one) => sum + one.text.length, 0)
      const isOpen = elements.some((one) => one.kind !== 'exact')
      const compiled = { cue, elements, letters, isOpen }
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
  find(tokens: readonly Token[]): CueMatch[] {
    const found: Found[] = []
    tokens.forEach((token, index) => {
      const own = OWN_LETTERS[this.#lang]
      const endsInAccent = ACCENT_LAST.test(token.printed) || own?.test(token.printed) === true
      for (const candidate of this.#candidates(token)) {
        const first = candidate.elements[0]
        if (first === undefined) continue
        const isParticular =
          endsInAccent || first.isInitial || first.endsInAccent || own?.test(first.accented) === true
        if (isParticular && !isPrintedSo(first, token, this.#lang)) continue
        const last = this.#rest(candidate, tokens, index)
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

  /** Words come again and again; what is kept is bounded. */
  readonly #known = new Map<string, readonly Compiled[]>()

  #candidates(token: Token): readonly Compiled[] {
    const known = this.#known.get(token.printed)
    if (known !== undefined) return known
    const found = this.#findCandidates(token)
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    this.#known.set(token.printed, found.length === 0 ? NONE : found)
    return found
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

  /** Index of the last word of the match, or null. */
  #rest(candidate: Compiled, tokens: readonly Token[], from: number): number | null {
    let at = from
    const { elements } = candidate
    for (let step = 1; step < elements.length; step++) {
      const element = elements[step]
      if (element === undefined) return null
      if (element.kind !== 'gap') {
        at++
        const token = tokens[at]
        if (token === undefined || !this.#meets(element, token)) return null
        continue
      }
      const next = elements[step + 1]
      if (next === undefined) return at
      const reach = this.#lang === 'zh' ? GAP_HAN : this.#lang === 'de' ? GAP_GERMAN : GAP_WORDS
      let hit: number | null = null
      for (let skip = 1; skip <= reach + 1 && hit === null; skip++) {
        const token = tokens[at + skip]
        if (token === undefined) break
        if (this.#meets(next, token)) hit = at + skip
      }
      if (hit === null) return null
      at = hit
      step++
    }
    return at
  }
}

function push(map: Map<string, Compiled[]>, key: string, value: Compiled): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/**
 * More words; of as many, those with the accents of the entry (exporte > exporté*); then written out further:
 * transportiert > transport*.
 */
function isCloser(match: Found, last: Found, tokens: readonly Token[], lang: string): boolean {
  const more = match.lastToken - match.firstToken - (last.lastToken - last.firstToken)
  if (more !== 0) return more > 0
  if (match.firstToken !== last.firstToken) return false
  const [one, other] = [match, last].map((each) => isAsPrinted(each, tokens, lang))
  if (one !== other) return one === true
  const [a, b] = [match.compiled, last.compiled]
  return a.letters !== b.letters ? a.letters > b.letters : b.isOpen && !a.isOpen
}

/** Arabic words carry other words before them and are printed with or without hamza: any print will do. */
function isAsPrinted(match: Found, tokens: readonly Token[], lang: string): boolean {
  if (lang === 'ar') return true
  const first = match.compiled.elements[0]
  const token = tokens[match.firstToken]
  if (match.firstToken === match.lastToken)
    return first !== undefined && token !== undefined && isAccentedSo(first, token, lang)
  const { elements } = match.compiled
  // Beside a gap it is not known which words were met.
  if (elements.length !== match.lastToken - match.firstToken + 1) return true
  return elements.every((element, step) => {
    const word = tokens[match.firstToken + step]
    return word !== undefined && isAccentedSo(element, word, lang)
  })
}

function longestOfGroup(matches: readonly Found[], tokens: readonly Token[], lang: string): CueMatch[] {
  const byGroup = new Map<string, Found[]>()
  for (const match of matches) {
    const list = byGroup.get(match.cue.group) ?? []
    byGroup.set(match.cue.group, list)
    const last = list.at(-1)
    // An exclusion stands against any cue that it overlaps, however long.
    if (
      last !== undefined &&
      match.firstToken <= last.lastToken &&
      last.cue.isExclusion !== match.cue.isExclusion
    ) {
      if (match.cue.isExclusion) list[list.length - 1] = match
      continue
    }
    if (last === undefined || match.firstToken > last.lastToken) list.push(match)
    else if (isCloser(match, last, tokens, lang)) list[list.length - 1] = match
  }
  return [...byGroup.values()]
    .flat()
    .filter((match) => !match.cue.isExclusion)
    .sort((a, b) => a.start - b.start || b.end - a.end)
}
