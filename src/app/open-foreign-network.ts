import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { Highs } from 'highs'
import { CorridorError } from '../core/errors.ts'
import type { CalendarDate } from '../core/time.ts'
import { solveMatpower } from '../solve/import/solve-matpower.ts'
import { solveMaxFlow } from '../solve/import/solve-max-flow.ts'
import { solveMinCostFlow } from '../solve/import/solve-min-cost-flow.ts'
import { solvePypsa } from '../solve/import/solve-pypsa.ts'
import type { RunLimits } from '../solve/linear/optimise.ts'
import type { Solution } from '../solve/solution.ts'

type FileKind = 'matpower' | 'min-cost-flow' | 'max-flow'

/** A network of another programme, as its files stand. */
export type ForeignNetwork =
  | { readonly kind: 'pypsa'; readonly files: ReadonlyMap<string, string> }
  | { readonly kind: FileKind; readonly file: string; readonly text: string }

const fileKinds = new Map<string, FileKind>([
  ['.m', 'matpower'],
  ['.min', 'min-cost-flow'],
  ['.tsv', 'max-flow'],
])

const MOST_BYTES = 400_000_000
const SOLVE_SECONDS = 600

/** Whether a path leads to a network of another programme; its files are not opened. */
export function isForeignNetwork(path: string | undefined): boolean {
  if (path === undefined || !existsSync(path)) return false
  return statSync(path).isDirectory()
    ? existsSync(join(path, 'buses.csv'))
    : fileKinds.has(extname(path).toLowerCase())
}

/**
 * A folder with `buses.csv` is a PyPSA network, a file that ends in `.m` a MATPOWER case, in `.min` or `.tsv` a flow problem. Null for a folder of another
 * kind, which may be an atlas. Throws for a path that does not exist and for files that are neither.
 */
export function openForeignNetwork(path: string): ForeignNetwork | null {
  if (!existsSync(path)) {
    throw new CorridorError(
      'network_invalid',
      `${path}: no such file or folder: give an atlas folder, a PyPSA CSV folder or a MATPOWER file (.m)`,
    )
  }
  if (!statSync(path).isDirectory()) {
    const kind = fileKinds.get(extname(path).toLowerCase())
    if (kind !== undefined) return { kind, file: basename(path), text: readText(path) }
    throw new CorridorError(
      'network_unsupported',
      `${path}: not a network that can be read: give an atlas folder, a PyPSA CSV folder (PyPSA: export_to_csv_folder), a MATPOWER file (.m), a DIMACS minimum-cost flow (.min) or a grid of nodes and edges (.tsv)`,
    )
  }
  const names = readdirSync(path).filter((name) => name.endsWith('.csv'))
  if (!names.includes('buses.csv')) return null
  return { kind: 'pypsa', files: new Map(names.map((name) => [name, readText(join(path, name))])) }
}

function readText(path: string): string {
  const { size } = statSync(path)
  if (size > MOST_BYTES) {
    throw new CorridorError(
      'solve_too_large',
      `${path}: ${Math.round(size / 1e6)} MB; at most ${MOST_BYTES / 1e6} MB are read: keep fewer snapshots or buses`,
    )
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    throw new CorridorError('input_encoding', `${path}: not readable as UTF-8 text: save it as UTF-8`, {
      cause: error,
    })
  }
}

/** Solves it as it is; `day` dates a case that has no time of its own. Default time limit: ten minutes. */
export function solveForeignNetwork(
  highs: Highs,
  network: ForeignNetwork,
  options: {
    readonly day: CalendarDate
    readonly timeLimitSeconds?: number | undefined
    readonly shouldStop: () => boolean
  },
): Solution {
  const { timeLimitSeconds = SOLVE_SECONDS, shouldStop } = options
  const limits = { timeLimitSeconds, shouldStop }
  const solution = solveAsItIs(highs, network, options.day, limits)
  if (solution.status === 'cancelled') throw new CorridorError('cancelled', 'cancelled while solving')
  return solution
}

function solveAsItIs(highs: Highs, network: ForeignNetwork, day: CalendarDate, limits: RunLimits): Solution {
  switch (network.kind) {
    case 'pypsa':
      return solvePypsa(highs, network.files, limits)
    case 'matpower':
      return solveMatpower(highs, { file: network.file, text: network.text, day }, limits)
    case 'min-cost-flow':
      return solveMinCostFlow(highs, { file: network.file, text: network.text, day }, limits)
    case 'max-flow':
      return solveMaxFlow(highs, { file: network.file, text: network.text, day }, limits)
  }
}
