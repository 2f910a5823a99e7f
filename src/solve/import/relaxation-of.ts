import type { Model } from 'highs'
import type { Programme } from '../linear/programme.ts'
import { smallestRelaxation } from '../linear/smallest-relaxation.ts'
import type { Solution } from '../solution.ts'
import type { TripletProgramme } from './triplet-programme.ts'

/** What may give way, by the family of its label, and in which unit; laws of nature and balances of stock may not. */
const softFamilies: Readonly<Record<string, { readonly price: number; readonly unit: string }>> = {
  'bus-balance': { price: 1.01, unit: 'MW' },
  'node-balance': { price: 1.01, unit: '' },
  limit: { price: 1, unit: 'MW' },
  'arc-limit': { price: 1, unit: '' },
  'expansion-limit': { price: 1, unit: 'MW' },
  'generator-limit': { price: 1, unit: 'MW' },
  'branch-limit': { price: 1, unit: 'MW' },
  'angle-limit': { price: 1, unit: 'MW' },
  'ramp-limit': { price: 1, unit: 'MW' },
  'set-point': { price: 1, unit: 'MW' },
  'energy-sum': { price: 1, unit: 'MWh' },
  'global-constraint': { price: 1, unit: '' },
}

interface Given {
  sentence: string
  family: string
  unit: string
  most: number
  times: number
}

/**
 * The smallest relaxation in sentences, one for each thing over all snapshots: the least sum of amounts beyond limits.
 * Demand that is not met counts a hundredth more than a limit that is raised, so that of equal ways limits are named.
 */
export function relaxationOf(
  model: Model,
  written: TripletProgramme,
  programme: Programme,
): NonNullable<Solution['relaxation']> {
  const familyAt = (label: { constraint: string } | null) => label?.constraint.split(':')[0] ?? ''
  const price = (label: { constraint: string } | null) => softFamilies[familyAt(label)]?.price ?? null
  const found = smallestRelaxation(model, programme, {
    row: (row) => price(written.rowLabel(row)),
    column: (column) => price(written.columnLabel(column)),
  })
  const given = new Map<string, Given>()
  for (const { kind, at, amount } of found) {
    const label = kind === 'row' ? written.rowLabel(at) : written.columnLabel(at)
    if (label === null) continue
    const family = familyAt(label)
    const isStock = /:(?:stores)\//u.test(label.constraint)
    const unit = isStock ? 'MWh' : (softFamilies[family]?.unit ?? '')
    const one = given.get(label.constraint) ?? { sentence: label.sentence, family, unit, most: 0, times: 0 }
    given.set(label.constraint, {
      ...one,
      most: Math.abs(amount) > Math.abs(one.most) ? amount : one.most,
      times: one.times + 1,
    })
  }
  return [...given].map(([constraint, one]) => ({
    constraint,
    sentence: sentenceOf(constraint, one),
    amount: Math.abs(one.most),
    unit: one.unit,
  }))
}

function sentenceOf(constraint: string, { sentence, family, unit, most, times }: Given): string {
  const amount = `${Number(Math.abs(most).toPrecision(6))}${unit === '' ? '' : ` ${unit}`}`
  const often = times > 1 ? `up to ${amount}, in ${times} snapshots` : amount
  if (family === 'bus-balance' || family === 'node-balance') {
    const place = `${family === 'bus-balance' ? 'Bus' : 'Node'} ${constraint.slice(family.length + 1)}`
    return most < 0 ? `${place} goes short of ${often}.` : `${place} takes ${often} more than it asks for.`
  }
  return `Loosened by ${often}: ${sentence}`
}
