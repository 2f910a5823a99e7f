import type { Network, NetworkDemand, NetworkSupply } from '../../atlas/network.ts'
import { type CsvValue, csvText } from '../../core/csv.ts'
import { monthIndex } from '../../core/time.ts'

/** Place of a zone on the map, degrees. */
export interface ZonePlace {
  readonly lat: number
  readonly lon: number
}

/** Where a link has no known limit: far above any flow, and finite because some readers refuse infinity. */
const NO_LIMIT = 1e6

/**
 * A network as a PyPSA CSV folder, texts by file name: one snapshot, the average day of the month of its date,
 * with one unit of weight. A bus is a zone and carrier; rates are per day in the unit of the carrier (column `unit`
 * of buses), money is EUR a unit. Links and conversions are links; production is a generator; each step of a
 * demand is a generator that stands in for it at its price, so that unserved demand is its dispatch; stores are
 * storage units whose `max_hours` are days. Closed links and sources have `p_max_pu` 0. What PyPSA has no word for
 * (measures by owner, joint products, pick-up limits) is left out and listed in `left-out.txt`.
 */
export function networkToPypsa(
  network: Network,
  places: ReadonlyMap<string, ZonePlace> = new Map(),
): Map<string, string> {
  const month = monthIndex(network.as_of)
  const rateOf = (demand: NetworkDemand): number => demand.rate.value * (demand.profile[month] ?? 1)
  const carrierOf = new Map(network.buses.map((bus) => [bus.id, bus.carrier]))
  const final = network.demands.filter((demand) => demand.kind === 'final')
  const outlets = network.demands.filter((demand) => demand.kind === 'market')
  const steps = final.flatMap((demand) =>
    network.tiers
      .filter((tier) => tier.carrier === carrierOf.get(demand.bus))
      .map((tier): CsvValue[] => [
        `unserved ${demand.id} ${tier.tier}`,
        demand.bus,
        'unserved',
        rateOf(demand) * tier.share,
        tier.price.value,
        1,
        1,
      ]),
  )
  return new Map([
    ['snapshots.csv', csvText(['snapshot', 'objective', 'stores', 'generators'], [[network.as_of, 1, 1, 1]])],
    [
      'carriers.csv',
      csvText(
        ['name'],
        [...new Set(network.buses.map((bus) => bus.carrier))].map((one) => [one]),
      ),
    ],
    [
      'buses.csv',
      csvText(
        ['name', 'carrier', 'unit', 'x', 'y', 'location'],
        network.buses.map((bus) => {
          const place = places.get(bus.zone)
          return [bus.id, bus.carrier, network.units[bus.carrier], place?.lon, place?.lat, bus.zone]
        }),
      ),
    ],
    [
      'links.csv',
      csvText(
        ['name', 'bus0', 'bus1', 'carrier', 'p_nom', 'p_max_pu', 'efficiency', 'marginal_cost'],
        [
          ...network.links.map((link): CsvValue[] => [
            link.id,
            link.from,
            link.to,
            link.carrier,
            link.capacity?.value ?? NO_LIMIT,
            link.closed_by === null ? 1 : 0,
            1 - link.loss,
            link.cost?.value ?? 0,
          ]),
          ...network.conversions.map((one): CsvValue[] => [
            `conversion ${one.id}`,
            one.from,
            one.to,
            carrierOf.get(one.to),
            one.capacity?.value ?? NO_LIMIT,
            1,
            one.efficiency,
            0,
          ]),
        ],
      ),
    ],
    [
      'generators.csv',
      csvText(
        ['name', 'bus', 'carrier', 'p_nom', 'marginal_cost', 'p_max_pu', 'sign'],
        [
          ...network.supplies.map((supply): CsvValue[] => [
            supply.id,
            supply.bus,
            supply.kind,
            mostOf(supply),
            supply.cost?.value ?? 0,
            supply.closed_by === null && supply.kind !== 'emergency' ? (supply.profile[month] ?? 1) : 0,
            1,
          ]),
          ...steps,
          // An outlet takes what comes, up to its rate, and pays nothing for it.
          ...outlets.map((demand): CsvValue[] => [
            `outlet ${demand.id}`,
            demand.bus,
            'outlet',
            rateOf(demand),
            0,
            1,
            -1,
          ]),
        ],
      ),
    ],
    [
      'loads.csv',
      csvText(
        ['name', 'bus', 'p_set'],
        final.map((demand) => [demand.id, demand.bus, rateOf(demand)]),
      ),
    ],
    [
      'storage_units.csv',
      csvText(
        ['name', 'bus', 'carrier', 'p_nom', 'p_min_pu', 'max_hours', 'state_of_charge_initial'],
        network.stores
          .filter((store) => store.withdrawal.value > 0)
          .map((store) => [
            store.id,
            store.bus,
            store.kind,
            store.withdrawal.value,
            -store.injection.value / store.withdrawal.value,
            store.volume.value / store.withdrawal.value,
            Math.min(store.level.value, store.volume.value),
          ]),
      ),
    ],
    ['left-out.txt', leftOut(network)],
  ])
}

function mostOf(supply: NetworkSupply): number {
  return supply.capacity?.value ?? supply.output?.value ?? 0
}

function leftOut(network: Network): string {
  return csvText(
    ['what', 'id', 'because'],
    [
      ...(network.jointProducts ?? []).map((one) => [
        'joint product',
        one.id,
        'the tie of two sources has no PyPSA component',
      ]),
      ...(network.refusals ?? []).map((one) => ['refusal', one.id, 'energy is not told apart by owner']),
      ...network.stores
        .filter((store) => store.withdrawal.value <= 0)
        .map((store) => ['store', store.id, 'it can give nothing']),
      ...network.links
        .filter((link) => link.capacity === null)
        .map((link) => ['limit of a link', link.id, `no capacity is known: written as ${NO_LIMIT}`]),
    ],
  )
}
