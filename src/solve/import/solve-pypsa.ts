import type { Highs } from 'highs'
import type { RunLimits } from '../optimise.ts'
import type { Solution } from '../solution.ts'
import { readPypsaFolder } from './pypsa-folder.ts'
import { buildPypsaProgramme } from './pypsa-programme.ts'
import { pypsaSolution } from './pypsa-solution.ts'
import { solveProgramme } from './solve-programme.ts'

/** Solves a PyPSA CSV folder, texts by file name, as it is. Flows are in MW, money in the currency of the folder. */
export function solvePypsa(highs: Highs, files: ReadonlyMap<string, string>, limits: RunLimits): Solution {
  const network = readPypsaFolder(files)
  const built = buildPypsaProgramme(network)
  const programme = built.written.finish()
  return pypsaSolution(network, built, programme, solveProgramme(highs, built.written, programme, limits))
}
