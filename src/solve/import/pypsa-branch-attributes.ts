import { FREE, INF, investment, results } from './pypsa-investment-attributes.ts'

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
    length: 0,
    num_parallel: 1,
    ...investment,
  },
  series: ['s_max_pu'],
  flags: { s_nom_extendable: false, active: true },
  refused: { marginal_cost: [0], marginal_cost_quadratic: [0] },
  inert: [
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

/** What flows over these follows from impedances. */
export const branchAttributes = {
  lines: { ...branch, texts: ['bus0', 'bus1', 'type', 'carrier'] },
  transformers: {
    ...branch,
    numbers: {
      ...branch.numbers,
      tap_ratio: 1,
      tap_position: 0,
      phase_shift: 0,
      phase_shift_min: 0,
      phase_shift_max: 0,
    },
    series: [...branch.series, 'phase_shift'],
    texts: ['bus0', 'bus1', 'type', 'carrier'],
    inert: [...branch.inert, 'model', 'tap_side', 'phase_shift_opt'],
  },
} as const
