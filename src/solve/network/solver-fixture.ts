import type { Highs } from 'highs'
import * as highs from 'highs'

/** The solver for tests; the package declares its ES module as CommonJS, so its default export is asked for by hand. */
export async function solverForTests(): Promise<Highs> {
  const loader: unknown = highs.default
  if (typeof loader !== 'function') throw new TypeError('the solver package has no loader')
  return (loader as () => Promise<Highs>)()
}
