/**
 * What the attributes of PyPSA components mean to a linear optimal dispatch and expansion of one investment period.
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
  /** Attributes and results that never change a linear dispatch. */
  readonly inert: readonly string[]
}

const FREE = Number.NaN
const INF = Number.POSITIVE_INFINITY

const investment = { overnight_cost: [], fom_cost: [0] } as const
const investmentInert = [
  'build_year',
  'lifetime',
  'discount_rate',
  'capital_cost_opt',
  'type',
  'control',
] as const
const quadratic = { marginal_cost_quadratic: [0] } as const
const commitment = { committable: ['False'], p_init: [] } as const
/** Read by PyPSA only for committable units, and those are refused. */
const commitmentInert = [
  'start_up_cost',
  'shut_down_cost',
  'stand_by_cost',
  'min_up_time',
  'min_down_time',
  'up_time_before',
  'down_time_before',
  'ramp_limit_start_up',
  'ramp_limit_shut_down',
  'status',
  'start_up',
  'shut_down',
] as const
const results = [
  'p',
  'q',
  'p0',
  'p1',
  'q0',
  'q1',
  'q_set',
  'p_nom_opt',
  's_nom_opt',
  'e_nom_opt',
  'marginal_cost_opt',
  'sub_network',
] as const

const branch = {
  numbers: {
    x: 0,
    r: 0,
    s_nom: 0,
    s_nom_mod: 0,
    s_nom_min: 0,
    s_nom_max: INF,
    s_nom_set: FREE,
    s_max_pu: 1,
    capital_cost: 0,
    length: 0,
    num_parallel: 1,
  },
  series: ['s_max_pu'],
  flags: { s_nom_extendable: false, active: true },
  refused: { ...investment, ...quadratic, marginal_cost: [0] },
  inert: [
    'build_year',
    'lifetime',
    'discount_rate',
    'capital_cost_opt',
    ...results,
    'g',
    'b',
    'terrain_factor',
    'v_ang_min',
    'v_ang_max',
    'x_pu',
    'r_pu',
    'g_pu',
    'b_pu',
    'x_pu_eff',
    'r_pu_eff',
    'v_nom',
  ],
} as const

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
      ...results,
    ],
  },
  generators: {
    numbers: {
      p_nom: 0,
      p_nom_mod: 0,
      p_nom_min: 0,
      p_nom_max: INF,
      p_nom_set: FREE,
      p_min_pu: 0,
      p_max_pu: 1,
      p_set: FREE,
      e_sum_min: -INF,
      e_sum_max: INF,
      sign: 1,
      marginal_cost: 0,
      capital_cost: 0,
      efficiency: 1,
      ramp_limit_up: FREE,
      ramp_limit_down: FREE,
    },
    series: [
      'p_min_pu',
      'p_max_pu',
      'p_set',
      'marginal_cost',
      'efficiency',
      'ramp_limit_up',
      'ramp_limit_down',
    ],
    flags: { p_nom_extendable: false, active: true },
    texts: ['bus', 'carrier'],
    refused: { ...investment, ...quadratic, ...commitment },
    inert: [...investmentInert, ...commitmentInert, ...results, 'weight', 'p_nom_mod'],
  },
  loads: {
    numbers: { p_set: 0, sign: -1 },
    series: ['p_set'],
    flags: { active: true },
    texts: ['bus', 'carrier'],
    refused: {},
    inert: ['type', ...results],
  },
  links: {
    numbers: {
      p_nom: 0,
      p_nom_mod: 0,
      p_nom_min: 0,
      p_nom_max: INF,
      p_nom_set: FREE,
      p_min_pu: 0,
      p_max_pu: 1,
      p_set: FREE,
      marginal_cost: 0,
      capital_cost: 0,
      efficiency: 1,
      ramp_limit_up: FREE,
      ramp_limit_down: FREE,
      length: 0,
    },
    series: [
      'p_min_pu',
      'p_max_pu',
      'p_set',
      'marginal_cost',
      'efficiency',
      'ramp_limit_up',
      'ramp_limit_down',
    ],
    flags: { p_nom_extendable: false, active: true },
    texts: ['bus0', 'bus1', 'carrier'],
    refused: { ...investment, ...quadratic, ...commitment, delay: [0] },
    inert: [
      ...investmentInert,
      ...commitmentInert,
      ...results,
      'terrain_factor',

      'cyclic_delay',
    ],
  },
  lines: { ...branch, texts: ['bus0', 'bus1', 'type', 'carrier'], inert: [...branch.inert] },
  transformers: {
    ...branch,
    numbers: { ...branch.numbers, tap_ratio: 1, phase_shift: 0 },
    texts: ['bus0', 'bus1', 'carrier'],
    refused: { ...branch.refused, type: [] },
    inert: [...branch.inert, 'model', 'tap_side', 'tap_position'],
  },
  stores: {
    numbers: {
      e_nom: 0,
      e_nom_mod: 0,
      e_nom_min: 0,
      e_nom_max: INF,
      e_nom_set: FREE,
      e_min_pu: 0,
      e_max_pu: 1,
      e_initial: 0,
      p_set: FREE,
      e_set: FREE,
      sign: 1,
      marginal_cost: 0,
      marginal_cost_storage: 0,
      capital_cost: 0,
      standing_loss: 0,
    },
    series: [
      'e_min_pu',
      'e_max_pu',
      'p_set',
      'e_set',
      'marginal_cost',
      'marginal_cost_storage',
      'standing_loss',
    ],
    flags: { e_nom_extendable: false, e_cyclic: false, active: true },
    texts: ['bus', 'carrier'],
    refused: { ...investment, ...quadratic },
    inert: [...investmentInert, ...results, 'e', 'e_cyclic_per_period', 'e_initial_per_period'],
  },
  storage_units: {
    numbers: {
      p_nom: 0,
      p_nom_mod: 0,
      p_nom_min: 0,
      p_nom_max: INF,
      p_nom_set: FREE,
      p_min_pu: -1,
      p_max_pu: 1,
      p_set: FREE,
      sign: 1,
      spill_cost: 0,
      marginal_cost: 0,
      marginal_cost_storage: 0,
      capital_cost: 0,
      state_of_charge_initial: 0,
      state_of_charge_set: FREE,
      max_hours: 1,
      efficiency_store: 1,
      efficiency_dispatch: 1,
      standing_loss: 0,
      inflow: 0,
    },
    series: [
      'p_min_pu',
      'p_max_pu',
      'p_set',
      'spill_cost',
      'marginal_cost',
      'marginal_cost_storage',
      'state_of_charge_set',
      'efficiency_store',
      'efficiency_dispatch',
      'standing_loss',
      'inflow',
    ],
    flags: { p_nom_extendable: false, cyclic_state_of_charge: false, active: true },
    texts: ['bus', 'carrier'],
    refused: { ...investment, ...quadratic },
    inert: [
      ...investmentInert,
      ...results,
      'p_dispatch',
      'p_store',
      'state_of_charge',
      'spill',

      'cyclic_state_of_charge_per_period',
      'state_of_charge_initial_per_period',
    ],
  },
  global_constraints: {
    numbers: { constant: 0 },
    series: [],
    flags: {},
    texts: ['type', 'sense', 'carrier_attribute', 'bus'],
    refused: { investment_period: [] },
    inert: ['mu'],
  },
} as const satisfies Record<string, ComponentAttributes>

export type ComponentKind = keyof typeof pypsaAttributes

/** Tables that never change a linear dispatch. Shunts draw reactive and lossy power that the linear form leaves out. */
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
    /^(?:[pes]_(?:nom|min|max|set|init|sum)|nom_(?:min|max)_|ramp_|marginal_|capital_|efficiency|standing_|state_of_charge|inflow|spill|min_(?:up|down)|committ|delay|rate\d)/u.test(
      column,
    ) || column.endsWith('_cost')
  )
}
