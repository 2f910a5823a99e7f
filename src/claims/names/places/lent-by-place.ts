import type { EntityType } from '../../claim.ts'
import { baseOfCanonical } from '../base-of-canonical.ts'
import type { NameEntry } from '../name-entry.ts'
import type { NameIndex } from '../name-index.ts'
import { plainForm } from '../spelling/plain-form.ts'
import type { Spelling } from '../spelling/romanise.ts'
import { soundKey } from '../spelling/sound-distance.ts'

/** Sounds that a name needs to be told from others by them alone. */
const SHORTEST = 4
const NAMED = 0.9

/**
 * The listed thing of a type that bears the name of a place, where the place is written with another alphabet or another
 * romanisation: Рязан and Riazan give the Ryazan refinery. Of several forms the first that a thing bears.
 */
export function lentByPlace(
  index: NameIndex,
  forms: readonly string[],
  asked: { readonly type: EntityType; readonly spelling: Spelling | undefined },
): { entry: NameEntry; score: number } | null {
  for (const form of forms) {
    const base = baseOfCanonical(plainForm(form, asked.spelling))
    const sound = soundKey(base)
    const named = index.byBase.get(base) ?? (sound.length < SHORTEST ? undefined : index.bySound.get(sound))
    const entry = named?.find((one) => one.type === asked.type)
    if (entry !== undefined) return { entry, score: NAMED }
  }
  return null
}
