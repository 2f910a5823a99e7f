import type { Attribution } from '../speakers/speaker.ts'
import type { Draft } from './draft.ts'

/** "The group backed the plan, the minister said": who says it stands over who acts in it. */
export function attributed(draft: Draft, frame: Attribution, isNear: boolean): Attribution {
  // What only the form of a verb gave to the last speaker is whose the frame says.
  const acts = isNear && draft.spokenBy !== 'frame' && draft.spokenBy !== null && frame.speaker !== null
  if (acts) draft.spokenBy = 'frame'
  return merge(acts ? { ...draft.attribution, speaker: null } : draft.attribution, frame)
}

export function merge(own: Attribution, more: Attribution): Attribution {
  return { speaker: own.speaker ?? more.speaker, via: [...new Set([...own.via, ...more.via])] }
}
