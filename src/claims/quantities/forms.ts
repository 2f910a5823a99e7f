/**
 * Forms that a lexicon line stands for: `ton(|s)` is ton and tons, `(куб.|кубическ(их|ий)) метр(|а|ов)` is every
 * combination. Groups may be nested one in another.
 */
export function expandForms(line: string): string[] {
  const [forms, rest] = alternatives(line, 0)
  if (rest !== line.length) throw new RangeError(`unbalanced brackets in lexicon line: ${line}`)
  return [...new Set(forms)]
}

function alternatives(line: string, from: number): [string[], number] {
  const all: string[] = []
  let at = from
  for (;;) {
    const [forms, next] = sequence(line, at)
    all.push(...forms)
    if (line.charAt(next) !== '|') return [all, next]
    at = next + 1
  }
}

function sequence(line: string, from: number): [string[], number] {
  let forms = ['']
  let at = from
  while (at < line.length) {
    const char = line.charAt(at)
    if (char === '|' || char === ')') break
    if (char !== '(') {
      forms = forms.map((form) => form + char)
      at += 1
      continue
    }
    const [inner, next] = alternatives(line, at + 1)
    if (line.charAt(next) !== ')') throw new RangeError(`unbalanced brackets in lexicon line: ${line}`)
    forms = forms.flatMap((form) => inner.map((option) => form + option))
    at = next + 1
  }
  return [forms, at]
}
