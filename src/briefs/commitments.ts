import type { Commitment } from '../events/event.ts'
import { formatGiven, withUnit } from './number-format.ts'
import { formatTime } from './time-format.ts'
import { eventWord } from './wording.ts'

const stateWords: Readonly<Record<Commitment['state'], string>> = {
  kept: 'a later report tells that it was done',
  open: 'not yet due',
  overdue: 'the day has passed; no report at hand tells that it was done',
  undated: 'no day is stated by which it is due',
  denied: 'denied by a later report',
}

/** What stands in the register for people: plain text, each cell by itself. */
export interface CommitmentCells {
  readonly what: string
  readonly who: string
  readonly about: string
  readonly amounts: string
  readonly made: string
  readonly due: string
  readonly state: string
}

export const commitmentHeads: readonly string[] = [
  'Commitment',
  'Parties',
  'About',
  'Amounts (reported)',
  'Made or first told',
  'Due',
  'What became of it',
]

/** Why the register says what it says, once a brief. */
export const commitmentNote =
  'Who undertook what, as the reports tell it. Whether it was kept is judged by the reports at hand alone.'

export function commitmentCells(commitment: Commitment): CommitmentCells {
  // A bare count says nothing without the word that was counted.
  const amounts = commitment.amounts.map(({ value, unit, as_written: written }) =>
    unit === 'count' ? written : withUnit([value].flat().map(formatGiven).join(' to '), unit),
  )
  return {
    what: eventWord(commitment.type),
    who: commitment.parties.join(', ') || 'not named',
    about: commitment.subjects.join(', ') || 'not named',
    amounts: amounts.join('; ') || 'none',
    made: commitment.made === null ? 'not dated' : formatTime(commitment.made),
    due: commitment.due === null ? 'not stated' : formatTime(commitment.due),
    state: stateWords[commitment.state],
  }
}
