export interface GravityInputs {
  /** What each origin sends, any unit of volume per day; none negative. */
  readonly supply: readonly number[]
  /** What each destination takes, same unit; the sum must equal that of `supply` within a millionth. */
  readonly demand: readonly number[]
  /** Generalised distance of a pair, e.g. km; Infinity where no way leads. */
  readonly distance: (origin: number, destination: number) => number
  /** Weight of a pair beside distance: 1 is neutral, below 1 where measures or habits stand against trade. */
  readonly affinity?: (origin: number, destination: number) => number
  /** Decay per unit of distance, at least 0. */
  readonly deterrence: number
}

const MAX_ROUNDS = 2000
const TOLERANCE = 1e-9

/**
 * Flows between origins and destinations that agree with what each sends and takes and deviate least, in the
 * sense of relative entropy, from the deterrence w_ij = affinity_ij · exp(−β d_ij): T_ij = A_i B_j O_i D_j w_ij.
 * A and B are found by iterative proportional fitting (Furness; Wilson, "A statistical theory of spatial
 * distribution models", Transportation Research 1, 1967). Where pairs are not published this is an estimate,
 * never an observation.
 *
 * Throws RangeError where the sums differ, or where the pairs that are open cannot carry what is sent.
 */
export function gravityPrior(inputs: GravityInputs): readonly (readonly number[])[] {
  const { supply, demand, distance, deterrence } = inputs
  const affinity = inputs.affinity ?? (() => 1)
  const [sent, taken] = [sum(supply), sum(demand)]
  if (Math.abs(sent - taken) > 1e-6 * Math.max(sent, taken, 1)) {
    throw new RangeError(`origins send ${sent} and destinations take ${taken}; make the two sums equal`)
  }
  const nearest = supply.map((_, i) => Math.min(...demand.map((_, j) => distance(i, j))))
  const flows = supply.map((_, i) =>
    demand.map((_, j) => {
      const far = distance(i, j)
      // A constant for each origin falls out of the fit; it keeps the powers away from zero.
      const near = nearest[i] ?? 0
      return Number.isFinite(far) ? affinity(i, j) * Math.exp(-deterrence * (far - near)) : 0
    }),
  )
  for (let round = 0; round < MAX_ROUNDS; round++) {
    flows.forEach((row, i) => {
      scale(row, (supply[i] ?? 0) / Math.max(sum(row), Number.MIN_VALUE))
    })
    let worst = 0
    demand.forEach((wanted, j) => {
      const column = sum(flows.map((row) => row[j] ?? 0))
      worst = Math.max(worst, Math.abs(column - wanted))
      const factor = column > 0 ? wanted / column : 0
      for (const row of flows) row[j] = (row[j] ?? 0) * factor
    })
    if (worst <= TOLERANCE * Math.max(sent, 1)) return flows
  }
  throw new RangeError('the open pairs cannot carry what is sent; open a pair or lower a margin')
}

function scale(row: number[], factor: number): void {
  for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) * factor
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
