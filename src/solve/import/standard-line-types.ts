/**
 * Line types that PyPSA ships and its exports leave out: resistance and reactance at 50 Hz, ohm per km. Figures of its table
 * of standard types (standard_types/line_types.csv, PyPSA, MIT), which names pandapower and Oeding and Oswald (2011, chapter 9).
 */
const rows = [
  ['149-AL1/24-ST1A 10.0', 0.194, 0.315],
  ['149-AL1/24-ST1A 110.0', 0.194, 0.41],
  ['149-AL1/24-ST1A 20.0', 0.194, 0.337],
  ['15-AL1/3-ST1A 0.4', 1.8769, 0.35],
  ['184-AL1/30-ST1A 110.0', 0.1571, 0.4],
  ['184-AL1/30-ST1A 20.0', 0.1571, 0.33],
  ['24-AL1/4-ST1A 0.4', 1.2012, 0.335],
  ['243-AL1/39-ST1A 110.0', 0.1188, 0.39],
  ['243-AL1/39-ST1A 20.0', 0.1188, 0.32],
  ['305-AL1/39-ST1A 110.0', 0.0949, 0.38],
  ['48-AL1/8-ST1A 0.4', 0.5939, 0.3],
  ['48-AL1/8-ST1A 10.0', 0.5939, 0.35],
  ['48-AL1/8-ST1A 20.0', 0.5939, 0.372],
  ['490-AL1/64-ST1A 220.0', 0.059, 0.285],
  ['490-AL1/64-ST1A 380.0', 0.059, 0.253],
  ['94-AL1/15-ST1A 0.4', 0.306, 0.29],
  ['94-AL1/15-ST1A 10.0', 0.306, 0.33],
  ['94-AL1/15-ST1A 20.0', 0.306, 0.35],
  ['N2XS(FL)2Y 1x120 RM/35 64/110 kV', 0.153, 0.166],
  ['N2XS(FL)2Y 1x185 RM/35 64/110 kV', 0.099, 0.156],
  ['N2XS(FL)2Y 1x240 RM/35 64/110 kV', 0.075, 0.149],
  ['N2XS(FL)2Y 1x300 RM/35 64/110 kV', 0.06, 0.144],
  ['NA2XS2Y 1x185 RM/25 12/20 kV', 0.161, 0.117],
  ['NA2XS2Y 1x240 RM/25 12/20 kV', 0.122, 0.112],
  ['NA2XS2Y 1x95 RM/25 12/20 kV', 0.313, 0.132],
  ['NAYY 4x120 SE', 0.225, 0.08],
  ['NAYY 4x150 SE', 0.208, 0.08],
  ['NAYY 4x50 SE', 0.642, 0.083],
  ['Al/St 240/40 2-bundle 220.0', 0.06, 0.301],
  ['Al/St 240/40 4-bundle 380.0', 0.03, 0.246],
] as const

export const standardLineTypes: ReadonlyMap<string, { readonly x: number; readonly r: number }> = new Map(
  rows.map(([name, r, x]) => [name, { r, x }]),
)
