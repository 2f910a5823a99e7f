// biome-ignore lint/correctness/noNodejsModules: the same text gives the same hash; nothing outside is reached
import { createHash } from 'node:crypto'

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
