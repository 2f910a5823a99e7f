import type { Problem } from '../core/errors.ts'

/** Bytes at the start that decide whether an input is text at all. */
const SNIFFED = 8192

export type Decoded = { readonly text: string } | { readonly problem: Problem }

/**
 * Text of `bytes`, kept to the last character (a byte order mark included, because offsets count from it).
 * UTF-8 by default, UTF-16 by its mark, and for HTML the encoding that the page declares.
 */
export function decodeText(bytes: Uint8Array, options: { where: string; declared?: string }): Decoded {
  const { where } = options
  if (bytes.length === 0) {
    return problem('input_empty', where, 'the file is empty: save the report again and pass it once more')
  }
  const mark = `${bytes[0]},${bytes[1]}`
  const encoding =
    mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : (options.declared ?? 'utf-8')
  if (!encoding.startsWith('utf-16') && bytes.subarray(0, SNIFFED).includes(0)) {
    return problem(
      'input_encoding',
      where,
      'this is not a text file (it holds zero bytes): pass the report as .txt, .html or .json',
    )
  }
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    if (text.trim() === '') {
      return problem('input_empty', where, 'the file holds nothing but white space: save the report again')
    }
    return { text }
  } catch (error) {
    if (error instanceof RangeError) {
      return problem(
        'input_encoding',
        where,
        `the page declares an unknown encoding "${encoding}": save it as UTF-8`,
      )
    }
    return problem(
      'input_encoding',
      where,
      `not valid ${encoding.toUpperCase()}: convert the file to UTF-8 (for example with iconv) and pass it again`,
    )
  }
}

function problem(code: Problem['code'], where: string, what: string): { problem: Problem } {
  return { problem: { code, where, message: `${where}: ${what}` } }
}
