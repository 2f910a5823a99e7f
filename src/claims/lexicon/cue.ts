export interface Cue {
  readonly group: string
  readonly pattern: string
  /** What the entry says beside its group, as a modality or a label; null where nothing. */
  readonly value: string | null
  readonly isExclusion: boolean
}

export interface CueMatch {
  readonly cue: Cue
  readonly start: number
  readonly end: number
  readonly firstToken: number
  readonly lastToken: number
}

/**
 * A cue as written in a lexicon: words separated by spaces; `word*` begins so, `*word` ends so, `*word*`
 * contains it; `..` stands for up to five other words (ten in German, twelve Han characters). An entry that begins with
 * `~` matches nothing and keeps the others of its group from matching there. `^word` matches it where it is
 * capitalised, as at the start of a sentence ("Sollte das Gas …"). A word whose last letter has an accent is met
 * with that accent alone: "suministró" is no "suministro". So is an ending with an accent anywhere.
 */
export interface Element {
  readonly kind: 'exact' | 'prefix' | 'suffix' | 'contains' | 'gap'
  readonly text: string
  /** With the accents of the entry. */
  readonly accented: string
  readonly isInitial: boolean
  readonly endsInAccent: boolean
}

/** A cue cut into its words. */
export interface Compiled {
  readonly cue: Cue
  readonly elements: readonly Element[]
  /** Letters written out, and whether the end of a word is left open. */
  readonly letters: number
  readonly isOpen: boolean
  /** The second word, where it is written out. */
  readonly second: string | null
}

export interface Found extends CueMatch {
  readonly compiled: Compiled
}

/** The cues that a word may begin: of ten nine are phrases that their second word rules out. */
export interface Candidates {
  readonly all: readonly Compiled[]
  /** Those whose second word is left open or that have none. */
  readonly open: readonly Compiled[]
  /** By the second word those that it goes on with, and the open ones, in the order of all. */
  readonly bySecond: ReadonlyMap<string, readonly Compiled[]>
}
