/** Costs are handed to the solver in thousands of EUR, which keeps them near one. */
export const MONEY = 1e-3
