import { foldText } from './spelling/fold-text.ts'

/** Generic English words that a canonical name may carry beside the name proper. */
const generic =
  /\b(pumping|compressor|metering|pipeline|station|refinery|terminal|port|field|plant|lng|fsru|oil|gas|storage|nuclear|power|strait|of|system|marine|the|and|export|import|region|oblast|territory)\b/giu

/** What is left of a canonical name without generic words, folded; the whole name where nothing is. */
export function baseOfCanonical(canonical: string): string {
  const bare = foldText(canonical.replace(generic, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return bare === '' ? foldText(canonical) : bare
}
