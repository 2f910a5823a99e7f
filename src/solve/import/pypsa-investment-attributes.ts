/** Attributes that components with a capacity share. NaN means that nothing is set. */
export const FREE = Number.NaN
export const INF = Number.POSITIVE_INFINITY

/**
 * Cost of a unit of capacity, and the years in which it stands; without investment periods the build year does not
 * count, and lifetime and discount rate only with `overnight_cost`.
 */
export const investment = {
  capital_cost: 0,
  overnight_cost: FREE,
  discount_rate: FREE,
  build_year: 0,
  lifetime: INF,
  fom_cost: 0,
} as const

export const investmentInert = ['capital_cost_opt', 'type', 'control'] as const

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
