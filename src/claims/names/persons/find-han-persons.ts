import { syllablesOf } from '../spelling/pinyin.ts'
import { romanise } from '../spelling/romanise.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'

const longest = 14
/** What parts the given name from the surname of a foreigner, as papers print it. */
const DOT = /[·•・‧]/u

/**
 * Persons in Chinese: a role word, then a name that ends where a listed following word or a mark begins: a surname
 * and one or two characters, or parts joined by a middle dot. A Chinese name is told as it sounds, where each of its
 * letters is listed; others stay as written.
 */
export function findHanPersons(
  context: NameContext,
  lists: WordLists,
  covered: (token: number) => Spotting | undefined,
): Spotting[] {
  const { tokens, forms, text } = context
  const found: Spotting[] = []
  if (context.lexicon?.script !== 'han') return found
  const surnames = context.lexicon.data.given_names
  const following = context.lexicon.data.person_before
  const syllables = syllablesOf(context.lexicon.data)
  const isNext = (at: number): boolean => tokens[at]?.gap === ''
  for (let i = 0; i < tokens.length; i++) {
    const title = lists.titles.longestAt(forms, i, isNext)
    const first = title === undefined ? undefined : tokens[title.to]
    if (title === undefined || first === undefined || first.gap !== '') continue
    // 大使周三: a day behind the title, not a surname.
    if (lists.phrasesWithoutNames.longestAt(forms, title.to, isNext) !== undefined) continue
    const rest = text.slice(first.start, first.start + longest + 4)
    const other = covered(title.to)
    // 巴西姆·穆罕默德: a name in two parts that begins with the letters of a country.
    if (other !== undefined && !(other.end - first.start < rest.slice(0, 8).search(DOT))) continue
    const end = endOfName(rest, surnames, following)
    if (end === 0) continue
    const to = tokens.findIndex((token) => token.start >= first.start + end)
    const listed = listedSurname(rest.slice(0, end), covered((to < 0 ? tokens.length : to) - 1))
    const canonical =
      listed?.canonical ?? sounded(rest.slice(0, end), surnames, syllables) ?? romanise(rest.slice(0, end))
    found.push({
      start: first.start,
      end: first.start + end,
      from: title.to,
      to: to < 0 ? tokens.length : to,
      canonical,
      type: 'person',
      atlas: listed?.atlas ?? null,
      match: 'pattern',
      score: 0.55,
      options: [],
    })
    i = title.to
  }
  return [...found, ...namedAgain(context, found, following, covered)]
}

/** Who is listed by the last part of a name in two alone: 安娜-凯莎·伊特科宁 by 伊特科宁. */
function listedSurname(name: string, last: Spotting | undefined): Spotting | undefined {
  if (last?.type !== 'person' || name.search(DOT) < 0) return undefined
  const length = last.end - last.start
  return name.length > length && DOT.test(name.at(-length - 1) ?? '') ? last : undefined
}

/** A text that names more people is hostile: each is looked for in the whole of it. */
const MOST_PERSONS = 40

/** Later mentions without the title; a name of two letters, which may be a word, only before a word of saying. */
function namedAgain(
  { text, tokens }: NameContext,
  persons: readonly Spotting[],
  following: readonly string[],
  covered: (token: number) => Spotting | undefined,
): Spotting[] {
  const again: Spotting[] = []
  const seen = new Set<string>()
  for (const one of persons.slice(0, MOST_PERSONS)) {
    const name = text.slice(one.start, one.end)
    if (seen.has(name)) continue
    seen.add(name)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (at === one.start) continue
      const from = tokens.findIndex((token) => token.start === at)
      const isSure = name.length > 2 || following.some((word) => text.startsWith(word, at + name.length))
      if (from < 0 || !isSure || covered(from) !== undefined) continue
      again.push({ ...one, start: at, end: at + name.length, from, to: from + one.to - one.from })
    }
  }
  return again
}

/** Length of the name at the start of `rest`; 0 where none ends properly. */
function endOfName(rest: string, surnames: readonly string[], following: readonly string[]): number {
  const isEnd = (at: number): boolean =>
    at >= rest.length ||
    !/^[\p{Script=Han}·•・‧]/u.test(rest.slice(at)) ||
    following.some((word) => rest.startsWith(word, at))
  const dot = rest.slice(0, 8).search(DOT)
  if (dot >= 0) {
    for (let at = dot + 2; at <= longest; at++) if (isEnd(at)) return at
    return 0
  }
  if (!surnames.some((surname) => rest.startsWith(surname))) return foreignName(rest)
  // "高峰今日": of two places to end the one before the longer word; no given name ends in a verb of saying ("王明说，").
  const behind = (at: number): number =>
    Math.max(0, ...following.filter((word) => rest.startsWith(word, at)).map((word) => word.length))
  const [shorter, longer] = [behind(2), behind(3)]
  const isWord = shorter > 1 ? isEnd(3) === longer > 0 : SAID.test(rest.charAt(2))
  if (isEnd(2) && shorter > longer && isWord) return 2
  for (const length of [3, 2, 4]) if (isEnd(length) && HAN_ONLY.test(rest.slice(0, length))) return length
  // 部长沙赫雷斯塔尼表示: a foreign name may begin like a family name.
  return foreignName(rest)
}

/** "周吉平" as "Zhou Jiping"; null where a letter is not listed or no family name opens it. */
function sounded(
  name: string,
  surnames: readonly string[],
  syllables: ReadonlyMap<string, string>,
): string | null {
  const surname = surnames.filter((one) => name.startsWith(one)).sort((a, b) => b.length - a.length)[0]
  if (surname === undefined || name.length <= surname.length || DOT.test(name)) return null
  const spell = (part: string): string | null => {
    const said = [...part].map((letter) => syllables.get(letter))
    const word = said.join('')
    return said.includes(undefined) ? null : word.slice(0, 1).toUpperCase() + word.slice(1)
  }
  const [first, second] = [spell(surname), spell(name.slice(surname.length))]
  return first === null || second === null ? null : `${first} ${second}`
}

const SAID = /[说称]/u
const HAN_ONLY = /^\p{Script=Han}+$/u
/** A word of saying, or the Latin letters of the name in brackets. */
const SAYS =
  /^(?:会见|会晤|访问|抵达|表示|称|说|指出|透露|宣布|强调|认为|呼吁|警告|回应|证实|否认|日前|近日|周|星期|上周|上月|本周|本月|昨|今天|今日|当天|当日|此前|随后|早些|在接受|曾|\d|\s?[（(][A-Z])/u
const NO_NAME = /[的和与及或在对将已了并等是就向从以也都会要不]/u

/** A foreign name in Chinese letters, behind its title and before a word of saying: 副部长巴卡耶夫表示. */
function foreignName(rest: string): number {
  for (let length = 2; length <= 6; length++) {
    const name = rest.slice(0, length)
    if (!HAN_ONLY.test(name) || NO_NAME.test(name)) return 0
    if (SAYS.test(rest.slice(length))) return length
  }
  return 0
}
