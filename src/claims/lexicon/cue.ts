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
