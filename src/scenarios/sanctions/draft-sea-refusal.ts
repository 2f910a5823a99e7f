import type { NetworkLink } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import { capitalised } from '../../core/listed.ts'
import type { Because } from '../../core/provenance.ts'
import { flowOf } from '../network-parts.ts'
import { ofOneScenario } from '../of-one-scenario.ts'
import type { Question } from '../question.ts'
import { reroutingOf } from '../rerouting.ts'
import type { Assumption, Scenario } from '../scenario.ts'
import type { StoryContext } from '../story-context.ts'
import { landingLinks } from './sea-purchase.ts'
import { shipsLess } from './ships-less.ts'

const DAYS = 91

export interface SeaRefusal {
  /** ISO code of whose cargoes they are. */
  readonly seller: string
  readonly carrier: Carrier
  /** By which they go to sea. */
  readonly links: readonly NetworkLink[]
  /** What may be refused, per day in the unit of the carrier, and its ends as factors. */
  readonly exposed: number
  readonly spread: { readonly low: number; readonly high: number }
  /** Share of that which is refused. */
  readonly obeyed: Assumption
  /** What the exposed amount rests on, where that is a premise. */
  readonly premise: Assumption | null
  readonly name: string
  readonly buyer: { readonly code: string; readonly from: 'reports' | 'atlas' | 'shares' } | null
  readonly because: readonly Because[]
}

/** Cargoes that are refused: what of them is missing while they look for other buyers. */
export function draftSeaRefusal(
  { facts, atlas, network, start, ...rest }: StoryContext,
  of: SeaRefusal,
): Question {
  const { carrier, links, exposed, spread, buyer } = of
  const because = [...new Set([...facts.claims.map((claim) => claim.because), ...of.because])]
  const plain = reroutingOf(exposed, { atlas, carrier, run: DAYS, obeyed: of.obeyed })
  const landed =
    buyer === null ? [] : landingLinks({ buyer: buyer.code, carrier }, { ...rest, atlas, network })
  const rerouting = {
    ...plain,
    refused: {
      low: plain.refused.low * spread.low,
      central: plain.refused.central,
      high: plain.refused.high * spread.high,
    },
    assumptions: [...(of.premise === null ? [] : [of.premise]), ...plain.assumptions],
    ...(buyer === null
      ? {}
      : {
          buyer: { name: atlas.nameOf(`countries/${buyer.code}`), landed: flowOf(landed), from: buyer.from },
        }),
  }
  const flow = flowOf(links)
  const subject = `countries/${[of.seller, ...(buyer === null ? [] : [buyer.code])].join('-')}-${carrier}-by-sea`
  const scenario: Scenario = {
    id: `${subject.slice('countries/'.length).toLowerCase()}-refused`,
    title: `Less ${of.name}`,
    network_date: network.as_of,
    start,
    days: DAYS,
    belief_days: DAYS,
    shocks: [
      ...shipsLess(links, {
        rerouting,
        theirs: (link) => (exposed * flowOf([link])) / flow,
        start,
        because,
        unit: network.units[carrier],
      }),
    ],
    assumptions: [...rerouting.assumptions],
    watch: [],
  }
  return {
    id: `${facts.event.id}-refusal-${carrier}`,
    kind: 'sanction',
    title: `${capitalised(of.name)}: what happens to it if it is refused`,
    ...ofOneScenario(facts, scenario, network.as_of),
    because,
    subject,
    subjectName: of.name,
    carrier,
    links: links.map(({ id }) => id),
    plants: [],
    cause: 'cut',
    rerouting,
  }
}
