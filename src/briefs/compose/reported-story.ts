import type { Atlas } from '../../atlas/atlas.ts'
import { capitalised } from '../../core/listed.ts'
import type { ReportedLoss } from '../../scenarios/question.ts'
import type { BriefStory } from '../brief.ts'
import { formatRange } from '../number-format.ts'
import { percent, shareRange } from './answer-parts.ts'

const told: Readonly<Record<ReportedLoss['amount']['kind'], string>> = {
  lost: 'is told to be gone',
  carried: 'is told to have flowed before',
  capacity: 'is told to be what it could carry or make',
}

/** A story of a loss that the network has no row for: out of what the reports tell, what past outages of its kind lost. */
export function composeReportedStory(loss: ReportedLoss, bare: BriefStory, atlas: Atlas): BriefStory {
  const { amount, share, unit, days } = loss
  const middle = ((amount.low + amount.high) / 2) * share.central
  const band = { low: amount.low * share.low, central: middle, high: amount.high * share.high }
  const carrier = atlas.nameOf(`carriers/${loss.carrier}`)
  const lost = `${shareRange(share.low, share.high)} of it (middle case ${percent(share.central)})`
  return {
    ...bare,
    title: `${capitalised(loss.name)}: what is lost of the ${carrier} that the reports tell`,
    answer: {
      sentence: `${capitalised(loss.name)}: ${formatRange(amount.low, amount.high, unit)} of ${carrier} ${told[amount.kind]}. In the mean of the first ${days} days ${lost} is lost, that is ${formatRange(band.low, band.high, unit)}. The network of that day has no row for it, so that who makes up for it is not computed.`,
      ...band,
      unit,
      status: 'estimated',
      of: `flow lost in the first ${days} days, out of what is reported`,
      confidence:
        'Not a solution of the model: the amount is that of the reports, and its length and size are those that the reports tell or that past outages of its kind had. The range is meant to hold what happens in eight cases of ten.',
      because: [...loss.because, ...loss.assumptions.map(({ id }) => `assumption:${id}`)],
    },
    scenarios: [
      {
        id: `${loss.story}-as-told`,
        title: `${capitalised(loss.name)}, by what is told`,
        shocks: [],
        assumptions: [...loss.assumptions],
      },
    ],
  }
}
