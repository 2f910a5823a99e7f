/** What a type of transformer says of its impedance: short-circuit voltage and its resistive part, taps in per cent. */
export interface TransformerType {
  readonly s_nom: number
  readonly vsc: number
  readonly vscr: number
  readonly phase_shift: number
  readonly tap_neutral: number
  readonly tap_step: number
}

/**
 * Transformer types that PyPSA ships and its exports leave out: MVA, per cent, degrees. Figures of its table of standard
 * types (standard_types/transformer_types.csv, PyPSA, MIT), which names pandapower and Oswald's lecture notes.
 */
const rows = [
  ['0.25 MVA 10/0.4 kV', 0.25, 4, 1.2, 150, 0, 2.5],
  ['0.25 MVA 20/0.4 kV', 0.25, 6, 1.44, 150, 0, 2.5],
  ['0.4 MVA 10/0.4 kV', 0.4, 4, 1.325, 150, 0, 2.5],
  ['0.4 MVA 20/0.4 kV', 0.4, 6, 1.425, 150, 0, 2.5],
  ['0.63 MVA 10/0.4 kV', 0.63, 4, 1.0794, 150, 0, 2.5],
  ['0.63 MVA 20/0.4 kV', 0.63, 6, 1.206, 150, 0, 2.5],
  ['100 MVA 220/110 kV', 100, 12, 0.26, 0, 0, 1.5],
  ['160 MVA 380/110 kV', 160, 12.2, 0.25, 0, 0, 1.5],
  ['25 MVA 110/10 kV', 25, 10.04, 0.276, 150, 0, 1.5],
  ['25 MVA 110/20 kV', 25, 11.2, 0.282, 150, 0, 1.5],
  ['40 MVA 110/10 kV', 40, 10.04, 0.295, 150, 0, 1.5],
  ['40 MVA 110/20 kV', 40, 11.2, 0.302, 150, 0, 1.5],
  ['63 MVA 110/10 kV', 63, 10.04, 0.31, 150, 0, 1.5],
  ['63 MVA 110/20 kV', 63, 11.2, 0.322, 150, 0, 1.5],
] as const

export const standardTransformerTypes: ReadonlyMap<string, TransformerType> = new Map(
  rows.map(([name, s_nom, vsc, vscr, phase_shift, tap_neutral, tap_step]) => [
    name,
    { s_nom, vsc, vscr, phase_shift, tap_neutral, tap_step },
  ]),
)
