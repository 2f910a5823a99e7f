export interface Speaker {
  /** Canonical name, or an English label of what the text calls the speaker. */
  readonly label: string
  readonly isNamed: boolean
}

export interface Attribution {
  readonly speaker: Speaker | null
  readonly via: readonly string[]
}

export interface FrameReading extends Attribution {
  /** False where a pronoun or a verb alone speaks for the one before. */
  readonly isNamedHere: boolean
}
