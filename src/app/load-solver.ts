import type { Highs, InitOptions } from 'highs'
import * as highs from 'highs'
import { CorridorError } from '../core/errors.ts'

/** The package declares its ES module as CommonJS, so its default export has to be asked for by hand. */
type Loader = (options?: InitOptions) => Promise<Highs>

/** The solver, compiled to WebAssembly; loading takes about a fifth of a second. */
export async function loadSolver(): Promise<Highs> {
  const loader: unknown = highs.default
  if (typeof loader !== 'function') {
    throw new CorridorError(
      'internal',
      'the solver package has another form than expected: install Corridor again',
    )
  }
  return (loader as Loader)()
}
