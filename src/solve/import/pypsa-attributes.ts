import { branchAttributes } from './pypsa-branch-attributes.ts'
import { converterAttributes } from './pypsa-converter-attributes.ts'
import { storageAttributes } from './pypsa-storage-attributes.ts'

/**
 * What the attributes of PyPSA components mean to an optimal dispatch and expansion.
 * Names, defaults and meaning follow the component tables of PyPSA (docs.pypsa.org, components).
 */
export interface ComponentAttributes {
  /** Attributes that are read, with their defaults; NaN means that nothing is set. */
  readonly numbers: Readonly<Record<string, number>>
  /** Of those, the ones that may vary over snapshots. */
  readonly series: readonly string[]
  readonly flags: Readonly<Record<string, boolean>>
  readonly texts: readonly string[]
  /** Attributes that change the answer and are not supported, with the values that leave it as it is. */
  readonly refused: Readonly<Record<string, readonly (number | string)[]>>
  /** Attributes and results that never change the answer. */
  readonly inert: readonly string[]
}

export const pypsaAttributes = {
  buses: {
    numbers: { v_nom: 1 },
    series: [],
    flags: {},
    texts: ['carrier'],
    refused: { active: ['True'] },
    inert: [
      'type',
      'x',
      'y',
      'unit',
      'location',
      'control',
      'generator',
      'sub_network',
      'v_mag_pu_set',
      'v_mag_pu_min',
      'v_mag_pu_max',
      'v_mag_pu',
      'v_ang',
      'marginal_price',
      'p',
      'q',
    ],
  },
  loads: {
    numbers: { p_set: 0, sign: -1 },
    series: ['p_set'],
    flags: { active: true },
    texts: ['bus', 'carrier'],
    refused: {},
    inert: ['type', 'p', 'q', 'q_set'],
  },
  ...converterAttributes,
  ...branchAttributes,
  ...storageAttributes,
  global_constraints: {
    numbers: { constant: 0, investment_period: Number.NaN },
    series: [],
    flags: {},
    texts: ['type', 'sense', 'carrier_attribute', 'bus'],
    refused: {},
    inert: ['mu'],
  },
} as const satisfies Record<string, ComponentAttributes>

export type ComponentKind = keyof typeof pypsaAttributes

/** Tables that are no components of the dispatch. Shunts draw reactive and lossy power that the linear form leaves out. */
export const inertTables = [
  'carriers',
  'network',
  'snapshots',
  'investment_periods',
  'line_types',
  'transformer_types',
  'shunt_impedances',
  'shapes',
  'sub_networks',
]

/** Columns that PyPSA does not know are labels, unless their name is formed like an attribute of another version. */
export function looksLikeAttribute(column: string): boolean {
  return (
    /^(?:[pes]_(?:nom|min|max|set|init|sum|dispatch_|store_)|nom_(?:min|max)_|ramp_|marginal_|capital_|efficiency|standing_|state_of_charge|inflow|spill|min_(?:up|down)|committ|maintain|delay|rate\d|phase_shift)/u.test(
      column,
    ) || column.endsWith('_cost')
  )
}
