import { foldWord, type Token, tokenise } from '../text/tokens.ts'
import type { Element } from './cue.ts'

const ACCENT = /[àáâèéêìíîòóôùúû]/u
const ACCENT_LAST = /[àáâèéêìíîòóôùúû]$/u

export function parsePattern(pattern: string, lang: string): Element[] {
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
      const printedSo = accentedForm(printed, lang)
      const accented = printedSo === text ? text : printedSo
      elements.push({
        kind,
        text,
        accented,
        isInitial: part.startsWith('^') && index === 0,
        // Of an ending all of it counts: "aumentaría" is met by `*aría`, "diaria" is not.
        endsInAccent: lang !== 'tr' && (kind === 'suffix' ? ACCENT : ACCENT_LAST).test(accented),
      })
    })
  }
  // Copied: a list that was pushed to keeps room for sixteen more, and there are fifty thousand.
  return [...elements]
}

function accentedForm(word: string, lang: string): string {
  return (lang === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase()).normalize('NFC')
}

/** Whether the word stands with the accents of the entry: "exporte" is not the participle "exporté". */
export function isAccentedSo(element: Element, token: Token, lang: string): boolean {
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
/** The same in whole words alone, "że" is no "ze": stems bend, "zakaz", "zakaże". */
const OWN_IN_WHOLE_WORDS: Readonly<Record<string, RegExp>> = { pl: /ż/iu }

/** Letters of a language by which a word may differ from one that is folded alike; null where it has none. */
export const ownLetters = (lang: string): RegExp | null =>
  OWN_LETTERS[lang] ?? OWN_IN_WHOLE_WORDS[lang] ?? null

/** Whether a word ends in one of the letters of `ACCENT_LAST`, which lie close together. */
export function endsInAccent(printed: string): boolean {
  const last = printed.charCodeAt(printed.length - 1)
  return last >= 0xe0 && last <= 0xff && ACCENT_LAST.test(printed)
}

/** What the letters alone do not tell: the accent at the end, the capital at the start. */
export function isPrintedSo(element: Element, token: Token, lang: string): boolean {
  const own = OWN_LETTERS[lang] ?? (element.kind === 'exact' ? OWN_IN_WHOLE_WORDS[lang] : undefined)
  if (own !== undefined && (own.test(token.printed) || own.test(element.accented)))
    return element.kind === 'gap' || isAccentedSo(element, token, lang)
  if (element.isInitial && !/^\p{Lu}/u.test(token.printed)) return false
  if (element.kind === 'exact' && lang !== 'tr' && endsInAccent(token.printed)) {
    // "visé" is no "vise"
    if (!isAccentedSo(element, token, lang)) return false
  }
  if (!element.endsInAccent || isAccentedSo(element, token, lang)) return true
  // Capitals are often printed without accents.
  return token.printed === token.printed.toUpperCase()
}

export function accepts(element: Element, token: Token): boolean {
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
