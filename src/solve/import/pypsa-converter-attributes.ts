import { FREE, INF, investment, investmentInert, results } from './pypsa-investment-attributes.ts'

const operation = {
  p_nom: 0,
  p_nom_mod: 0,
  p_nom_min: 0,
  p_nom_max: INF,
  p_nom_set: FREE,
  p_min_pu: 0,
  p_max_pu: 1,
  p_set: FREE,
  p_init: FREE,
  marginal_cost: 0,
  marginal_cost_quadratic: 0,
  ramp_limit_up: FREE,
  ramp_limit_down: FREE,
} as const

/** Unit commitment; the two ramps count as the whole capacity where nothing is set. */
const commitment = {
  start_up_cost: 0,
  shut_down_cost: 0,
  stand_by_cost: 0,
  min_up_time: 0,
  min_down_time: 0,
  up_time_before: 1,
  down_time_before: 0,
  ramp_limit_start_up: FREE,
  ramp_limit_shut_down: FREE,
} as const

const series = [
  'p_min_pu',
  'p_max_pu',
  'p_set',
  'marginal_cost',
  'marginal_cost_quadratic',
  'stand_by_cost',
  'ramp_limit_up',
  'ramp_limit_down',
] as const

const flags = { p_nom_extendable: false, committable: false, active: true } as const

/** Maintenance plans are refused, so what describes them says nothing. */
const refused = { maintainable: ['False'] } as const
const inert = [
  ...investmentInert,
  ...results,
  'status',
  'start_up',
  'shut_down',
  'maintenance',
  'maintenance_start',
  'maintenance_duration',
  'maintenance_pu',
  'maintenance_events',
] as const

const numbers = { ...operation, ...commitment, ...investment } as const

/** What makes power or turns one carrier into another. */
export const converterAttributes = {
  generators: {
    numbers: { ...numbers, e_sum_min: -INF, e_sum_max: INF, sign: 1, efficiency: 1 },
    series: [...series, 'efficiency'],
    flags,
    texts: ['bus', 'carrier'],
    refused,
    inert: [...inert, 'weight'],
  },
  links: {
    numbers: { ...numbers, efficiency: 1, delay: 0, length: 0 },
    series: [...series, 'efficiency'],
    flags: { ...flags, cyclic_delay: true },
    texts: ['bus0', 'bus1', 'carrier'],
    refused,
    inert: [...inert, 'terrain_factor'],
  },
  /** Links whose first port has a share of its own too: rates are below zero where power is taken. */
  processes: {
    numbers: { ...numbers, rate0: -1, rate: 1, delay: 0, length: 0 },
    series: [...series, 'rate0', 'rate'],
    flags: { ...flags, cyclic_delay: true },
    texts: ['bus0', 'bus1', 'carrier'],
    refused,
    inert: [...inert, 'terrain_factor'],
  },
} as const
