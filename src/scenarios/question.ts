import type { Carrier } from '../atlas/tables.ts'
import type { Because } from '../core/provenance.ts'
import type { CalendarDate } from '../core/time.ts'
import type { MixtureComponent } from './mixture.ts'
import type { Rerouting } from './rerouting.ts'
import type { Assumption, Scenario } from './scenario.ts'

/**
 * What the reports make a person ask of the supply system:
 * `outage` something that worked is damaged or cut; `return` something closed may come back;
 * `increase` more is to flow on a route; `halt` what if a supply across a border stops;
 * `trade` what hangs on the trade of two countries, each carrier and direction by itself;
 * `project` what a planned well, field, refinery or power plant would add, early, late or never;
 * `sanction` what still flows when buyers refuse the energy of some owners;
 * `rise` what more output, a release of stocks, or a contract adds; `demand` where more or less use is met;
 * `stocks` how far stores reach that are as full as told, or that nothing is put into;
 * `restart` what something at work in the atlas brings back by starting again.
 */
export type QuestionKind =
  | 'outage'
  | 'return'
  | 'increase'
  | 'halt'
  | 'trade'
  | 'project'
  | 'sanction'
  | 'rise'
  | 'demand'
  | 'stocks'
  | 'restart'

/** A component of what is believed about capacity, with the words that explain it. */
export interface CapacityBelief extends MixtureComponent {
  readonly label: string
  readonly because: readonly Because[]
}

/** An observed market move that the reports tell, in percent. */
export interface ObservedMove {
  readonly percent: number
  readonly because: Because
}

/** A source, plant or line that is not in the network yet: it gives nothing until a scenario says when and how much. */
export interface AddedRow {
  readonly table: 'supplies' | 'conversions' | 'links'
  readonly id: string
  readonly name: string
  /** Bus that it feeds, or that it draws on where it converts. */
  readonly bus: string
  /** For a plant or a line: the bus that it feeds, and units of output for one of input. */
  readonly to: string | null
  readonly efficiency: number
  readonly because: Because
  /** What a unit costs to send over a new line, in EUR for each unit of its carrier; nothing where absent. */
  readonly cost?: { readonly value: number; readonly unit: string; readonly because: Because }
}

/** What befell the subject of an outage, for its words; a strait is closed or disrupted. */
export type OutageCause = 'damage' | 'outage' | 'halt' | 'cut' | 'maintenance' | 'closure' | 'disruption'

/** One computable question with the scenarios that answer it. */
export interface Question {
  readonly id: string
  readonly kind: QuestionKind
  readonly title: string
  /** Id of the story that raises it. */
  readonly story: string
  readonly events: readonly string[]
  readonly because: readonly Because[]
  /** `TABLE/ROW` that it is about, and its name. */
  readonly subject: string
  readonly subjectName: string
  readonly carrier: Carrier
  /** Links (ids) whose flow is the subject, in the direction of supply. */
  readonly links: readonly string[]
  /** What those links are together, where they are more than the subject: the terminal of a mooring. */
  readonly linksName?: string
  /** `conversions/ID` or `supplies/ID` where a plant or a field is the subject: then `links` are those beside it. */
  readonly plants: readonly string[]
  readonly cause: OutageCause
  /** True where the reports tell the outage as possible, or under a condition: it is asked as what it would do. */
  readonly isWhatIf?: true
  /** True where what starts is told as new, and not as coming back. */
  readonly isNew?: true
  /** What an outage takes from: an asset, what one country sends another, or what countries bring up. */
  readonly struck?: 'asset' | 'border' | 'output'
  /** The whole that the subject of an outage is a part of, where the atlas has no smaller row, and its share. */
  readonly within?: {
    readonly name: string
    readonly share: number
    /** What the outage leaves of the part itself, as fractions of it. */
    readonly left: { readonly low: number; readonly central: number; readonly high: number }
    /** What a share of says more to people, and that share: of a power plant all power, not only that besides gas and coal. */
    readonly partOf?: { readonly name: string; readonly share: number }
  }
  /** What is told to be lost is a share of what flows, and not of what could: of a cable that is full for some hours and idle for others. */
  readonly isOfFlow?: true
  /** What the reports say that the subject of an outage carried before it, in the rate unit of the carrier. */
  readonly toldFlow?: { readonly low: number; readonly high: number; readonly because: Because }
  readonly networkDate: CalendarDate
  readonly days: number
  readonly scenarios: readonly Scenario[]
  /** Id of the scenario whose effect is the answer. */
  readonly main: string
  /** What is believed about the capacity left, as fractions; empty where the size is not a mixture. */
  readonly beliefs: readonly CapacityBelief[]
  readonly observedMove: ObservedMove | null
  /** Of cargoes that buyers refuse: how much, and what becomes of them. */
  readonly rerouting?: Rerouting
  /** What a project is planned for, per day in the unit of its carrier, and what part of those at its stage come at all; null where it works already. */
  readonly project?: {
    readonly planned: { readonly low: number; readonly central: number; readonly high: number }
    readonly odds: { readonly low: number; readonly central: number; readonly high: number } | null
    readonly stage: string
  }
  /** Of a contract of supply: what it is for, per day in the unit of its carrier, and who is to take it. */
  readonly contract?: {
    readonly low: number
    readonly high: number
    /** What part of those at its stage are signed for good; null where it is. */
    readonly odds: { readonly low: number; readonly central: number; readonly high: number } | null
    /** There are talks on it and no paper. */
    readonly isTalked: boolean
    /** The country that takes it, and what it uses today; null where nobody says who. */
    readonly buyer: { readonly name: string; readonly uses: number } | null
    /** The links by which it comes, and what they have free; null free: no known limit. Null where no line leads there. */
    readonly way: { readonly name: string; readonly free: number | null } | null
    /** Its cargoes are sold on a sea where nobody's are known from another's. */
    readonly isPooled: boolean
  }
  /** What a project, a rise, a release or a contract adds to the network. */
  readonly added?: readonly AddedRow[]
}

/** Something that the reports tell and the model does not compute, with the reason. */
export interface NotComputed {
  readonly story: string
  readonly event: string
  readonly what: string
  readonly because: string
}

/** What reports on nuclear energy make a person ask: who would run short if this supplier delivered nothing more. */
export interface FuelQuestion {
  readonly id: string
  readonly story: string
  readonly events: readonly string[]
  readonly because: readonly Because[]
  /** ISO code of the country whose deliveries are in question. */
  readonly supplier: string
  /** ISO codes of the named countries that have reactors of their own and another supplier; empty: whoever depends most. */
  readonly countries: readonly string[]
  /** ISO codes of the other named countries, which have no reactor in operation. */
  readonly withoutReactors: readonly string[]
  readonly day: CalendarDate
}

/** What reports tell of the size of a flow by themselves, per day in the rate unit of its carrier. */
export interface ReportedAmount {
  /** `lost`: so much is gone; `carried`: so much flowed before; `capacity`: so much could. */
  readonly kind: 'lost' | 'carried' | 'capacity'
  readonly low: number
  readonly high: number
  readonly because: Because
}

/** A loss that no row of the network answers to, sized by what the reports tell of it and by past ones. */
export interface ReportedLoss {
  readonly story: string
  readonly events: readonly string[]
  readonly because: readonly Because[]
  readonly name: string
  readonly carrier: Carrier
  readonly unit: string
  readonly amount: ReportedAmount
  /** Days over which the share is a mean, from the first. */
  readonly days: number
  /** Of that amount, what is gone in the mean of those days, 0 to 1. */
  readonly share: { readonly low: number; readonly central: number; readonly high: number }
  readonly assumptions: readonly Assumption[]
}
