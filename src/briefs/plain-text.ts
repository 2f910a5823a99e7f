import { isolate, withoutControls } from './escape.ts'

/** Columns that a text takes in a terminal: two for wide East Asian letters and emoji, none for marks and isolates. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) continue
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1
  }
  return width
}

/** Breaks at spaces so that no line is wider than `width` columns (a longer word stands alone), each after `indent`. */
export function wrapText(text: string, width: number, indent = ''): string[] {
  const room = Math.max(20, width - displayWidth(indent))
  const lines: string[] = []
  let line = ''
  // A number and its "%" stay together.
  for (const word of text
    .replaceAll(' %', '\u00a0%')
    .split(/[ \n\t]+/u)
    .filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (line !== '' && displayWidth(joined) > room) {
      lines.push(indent + line)
      line = word
    } else line = joined
  }
  return balanced(line === '' ? lines : [...lines, indent + line])
}

/** An isolate that a line break cut is closed on its line and opened again on the next: terminals go line by line. */
function balanced(lines: readonly string[]): string[] {
  let open: string[] = []
  return lines.map((line) => {
    const reopened = open.join('')
    for (const character of line) {
      if (/[\u2066-\u2068]/u.test(character)) open.push(character)
      if (character === '\u2069') open = open.slice(0, -1)
    }
    const indent = /^ */.exec(line)?.[0] ?? ''
    return `${indent}${reopened}${line.slice(indent.length)}${'\u2069'.repeat(open.length)}`
  })
}

/** Text from outside on one line, its direction kept to itself. */
export function oneLine(text: string): string {
  return isolate(
    withoutControls(text)
      .replace(/[ \t\n\u2028\u2029]+/gu, ' ')
      .trim(),
  )
}
