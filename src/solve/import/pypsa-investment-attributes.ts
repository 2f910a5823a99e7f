/** Attributes that components with a capacity share. NaN means that nothing is set. */
export const FREE = Number.NaN
export const INF = Number.POSITIVE_INFINITY

/** Cost of a unit of capacity; `lifetime` and `discount_rate` count with `overnight_cost` only. */
export const investment = {
  capital_cost: 0,
  overnight_cost: FREE,
  discount_rate: FREE,
  lifetime: INF,
  fom_cost: 0,
} as const

export const investmentInert = ['build_year', 'capital_cost_opt', 'type', 'control'] as const

/** Results that PyPSA writes beside what was given. */
export const results = [
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
  'capital_cost_piecewise_opt',
  'marginal_cost_piecewise_opt',
  'sub_network',
] as const
