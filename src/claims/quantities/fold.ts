/** Letters that no Unicode decomposition brings together but that news spelling mixes freely. */
const alike: Readonly<Record<string, string>> = {
  ı: 'i',
  ς: 'σ',
  ß: 'ss',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ـ: '',
  '٪': '%',
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '‐': '-',
  '～': '-',
  '〜': '-',
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '⁄': '/',
}

/**
 * The form under which words are compared: no case, no accents or vowel signs, one form for letters that are
 * spelt alike (hamza carriers, final sigma, dotless i), ASCII digits.
 */
export function fold(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const out = /^[ -_a-~]*$/u.test(text) ? text.toLowerCase() : foldAny(text)
  if (text.length <= LONGEST_KEPT) {
    if (folded.size >= MOST_KEPT) folded.clear()
    folded.set(text, out)
  }
  return out
}

/** Words come again and again; what is kept is bounded. */
const folded = new Map<string, string>()
const MOST_KEPT = 20_000
const LONGEST_KEPT = 40

function foldAny(text: string): string {
  let out = ''
  for (const char of text.normalize('NFKD').toLowerCase()) {
    if (/^\p{M}$/u.test(char)) continue
    const digit = digitValue(char)
    out += digit === null ? (alike[char] ?? char) : String(digit)
  }
  return out
}

const digitZeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10]

/** 0 to 9 for a decimal digit of the scripts read here; null for anything else. */
export function digitValue(char: string): number | null {
  const code = char.codePointAt(0) ?? 0
  for (const zero of digitZeros) if (code >= zero && code <= zero + 9) return code - zero
  return null
}
