const sounds = new WeakMap<object, ReadonlyMap<string, string>>()

/** By letter how it sounds, for the letters of names that the lexicon lists. */
export function syllablesOf(data: {
  readonly pinyin: Readonly<Record<string, string>>
}): ReadonlyMap<string, string> {
  const known = sounds.get(data)
  if (known !== undefined) return known
  const letters = Object.entries(data.pinyin).flatMap(([syllable, all]) =>
    [...all].map((letter) => [letter, syllable] as const),
  )
  const made = new Map(letters)
  sounds.set(data, made)
  return made
}
