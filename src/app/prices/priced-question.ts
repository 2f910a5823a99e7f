import type { Atlas } from '../../atlas/atlas.ts'
import type { Network } from '../../atlas/network.ts'
import type { Question } from '../../scenarios/question.ts'

/** A question whose run is asked for a price, with the network that it was solved on. */
export interface PricedQuestion {
  readonly question: Question
  readonly network: Network
  readonly atlas: Atlas
}
