import type { EnsembleAnswer } from '../app/run-ensemble.ts'
import { readableUnit } from '../core/readable.ts'

/** Mean and percentiles of each figure of an ensemble, with their sampling errors. */
export function showEnsemble(of: EnsembleAnswer): string {
  const table = (events: EnsembleAnswer['events']) =>
    events.flatMap(({ measure, bus, unit, mean, percentiles }) => [
      `${measure}${bus === null ? '' : ` at ${bus}`} (${readableUnit(unit)}): mean ${show(mean)}`,
      ...percentiles.map((one) => `  ${String(one.percent).padStart(3)} %  ${show(one)}`),
    ])
  return [
    `${of.members} members in ${of.replicates} replicates; ${howTight(of)}`,
    ...table(of.events),
    ...of.parameters.flatMap(({ pace, events }) => [
      `With re-routing ${pace} times as fast`,
      ...table(events),
    ]),
  ].join('\n')
}

function howTight({ are_alike, is_tight }: EnsembleAnswer): string {
  if (are_alike) {
    return 'all alike: the scenario leaves nothing open that changes them (low and high of a shock, or "uncertain")'
  }
  return is_tight ? 'tight enough' : 'errors are wider than asked for: draw more'
}

function show({ value, error }: { readonly value: number; readonly error: number }): string {
  return `${value.toPrecision(5)} ± ${error.toPrecision(2)}`
}
