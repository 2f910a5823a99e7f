import type { Highs } from 'highs'
import type { RunLimits } from '../linear/optimise.ts'
import type { Solution } from '../solution.ts'
import { readPypsaFolder } from './pypsa-folder.ts'
import { buildPypsaProgramme } from './pypsa-programme.ts'
import { pypsaSolution } from './pypsa-solution.ts'
import { solveCurved } from './solve-curved.ts'

/** Solves a PyPSA CSV folder, texts by file name, as it is. Flows are in MW, money in the currency of the folder. */
export function solvePypsa(highs: Highs, files: ReadonlyMap<string, string>, limits: RunLimits): Solution {
  const network = readPypsaFolder(files)
  const built = buildPypsaProgramme(network)
  const { programme, solved, cost } = solveCurved(highs, built.written, built.curves, limits)
  return pypsaSolution(network, built, programme, { ...solved, cost })
}
