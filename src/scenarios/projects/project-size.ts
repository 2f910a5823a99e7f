import type { Atlas } from '../../atlas/atlas.ts'
import { rateUnits } from '../../atlas/figures.ts'
import type { Carrier } from '../../atlas/tables.ts'
import type { Because } from '../../core/provenance.ts'
import type { CalendarDate } from '../../core/time.ts'
import { convert } from '../../core/units.ts'
import { assumptionOf } from '../assumptions.ts'
import { dailyAmount, isPowerUnit, sizesOf } from '../claimed/claimed-range.ts'
import type { ClaimFacts, EventFacts } from '../event-facts.ts'
import type { Assumption } from '../scenario.ts'
import { isOf } from '../topics.ts'

/** Characters between two claims of one sentence, or of two that follow each other. */
const MOST_BETWEEN = 4

/** What a volume is told in where a year is meant: "a terminal of 13 bcm". */
const yearly: Readonly<Record<string, string>> = {
  't/yr': 't/y',
  t: 't/y',
  'bcm/yr': 'bcm/y',
  bcm: 'bcm/y',
  'm3/yr': 'm3/y',
}

/**
 * The largest rate that the words of a project name, in the unit of its carrier: of the event, and of claims of its reports
 * that go on where it ends or name the same thing ("with a capacity of 10 million tonnes"); else the premise for its kind.
 * Megawatts are of the whole day.
 */
export function projectSize(facts: EventFacts, carrier: Carrier, premise: string, atlas: Atlas): Assumption {
  const unit = rateUnits[carrier]
  const assumed = assumptionOf(atlas, premise)
  const named = aboutIt(facts).flatMap((told) =>
    told.quantities.flatMap((quantity) => {
      const size = projectRate(quantity, carrier, unit)
      return size === null || !(size.high > 0) ? [] : [{ ...size, because: told.because }]
    }),
  )
  const [largest] = named.sort((a, b) => b.high - a.high)
  if (largest !== undefined) {
    return {
      ...assumed,
      statement: 'The project has the capacity that the reports name',
      low: largest.low,
      central: (largest.low + largest.high) / 2,
      high: largest.high,
      unit,
      status: 'reported',
      because: [largest.because],
    }
  }
  const inUnit = (value: number | null): number | null =>
    value === null
      ? null
      : (convert(value, (assumed.unit ?? unit).replace('kb/d', 'kbbl_d'), unit, { carrier })?.value ?? value)
  return {
    ...assumed,
    low: inUnit(assumed.low),
    central: inUnit(assumed.central),
    high: inUnit(assumed.high),
    unit,
  }
}

/**
 * The size of a plant by the atlas, of one of its units where words speak of one: by the plant's own figures, in the unit of
 * the carrier. Null where the atlas has none.
 */
export function sizeInAtlas(
  asset: string,
  facts: EventFacts,
  of: { readonly carrier: Carrier; readonly atlas: Atlas; readonly day: CalendarDate },
): Assumption | null {
  const { carrier, atlas, day } = of
  const figure = atlas.figure('assets', asset, 'capacity', day)
  const unit = rateUnits[carrier]
  const whole = figure === null ? null : inDays(figure, carrier)
  if (figure === null || whole === null || !(whole > 0)) return null
  const isUnit = isOfUnit(atlas.nameOf(`assets/${asset}`), facts)
  const units = isUnit ? atlas.figure('assets', asset, 'units', day) : null
  // Of how many it is one nobody says.
  if (isUnit && units === null) return null
  const size = whole / Math.max(1, units?.value ?? 1)
  return {
    id: 'project-size',
    statement: `The capacity that the atlas has for ${units === null ? 'it' : 'one of its units, all taken as equal'}`,
    low: size,
    central: size,
    high: size,
    unit,
    status: 'estimated',
    because: [figure.because, ...(units === null ? [] : [units.because])],
  }
}

/** Whether one unit of a plant is spoken of: in a word for it, or by a number behind the plant's name. */
export function isOfUnit(plant: string, { claims }: EventFacts): boolean {
  return claims.some((told) => {
    const { entities, text } = told.reading
    const mentions = entities.find(({ canonical }) => canonical === plant)?.mentions ?? []
    return (
      isOf(told, 'unit') ||
      mentions.some(({ end }) => /^[ -]\d{1,2}(?![\d.,:%])/u.test(text.slice(end, end + 4)))
    )
  })
}

/** A capacity per day in the unit of its carrier; megawatts are of the whole day. */
function inDays(
  { value, unit }: { readonly value: number; readonly unit: string },
  carrier: Carrier,
): number | null {
  const [of, factor] = isPowerUnit(unit) ? [`${unit}h/d`, 24] : [unit, 1]
  return convert(value * factor, of, rateUnits[carrier], { carrier })?.value ?? null
}

type Quantity = ClaimFacts['quantities'][number]

/** A rate of a project, low and high in `unit`; a volume alone is meant a year. Null where it is no rate of its carrier. */
export function projectRate(
  quantity: Quantity,
  carrier: Carrier,
  unit: string,
): { low: number; high: number } | null {
  const of = yearly[quantity.unit]
  if (of === undefined) return dailyAmount(quantity, { carrier, unit })
  const { low, high } = sizesOf(quantity.value)
  // A terminal for LNG is told in the gas that it gives too; the energy is the same.
  const ends = [low, high].map(
    (value) =>
      [carrier, 'gas' as const].flatMap((one) => convert(value, of, unit, { carrier: one })?.value ?? [])[0],
  )
  const [first, second] = ends
  return first === undefined || second === undefined ? null : { low: first, high: second }
}

/** The claims of an event, and those of its reports that go on about the same. */
export function aboutIt({ claims }: EventFacts): readonly ClaimFacts[] {
  const own = new Set(claims.map(({ claim }) => claim))
  const more = claims.flatMap(({ claim, reading }): ClaimFacts[] =>
    reading.claims
      .filter(
        (other) =>
          !own.has(other) &&
          (isNext(claim.span, other.span) ||
            isNext(other.span, claim.span) ||
            isOfSame(claim.assets, other.assets)) &&
          other.event !== 'investment_or_loan',
      )
      .map((other) => {
        const because: Because = `claim:${reading.id}/${other.id}`
        const quantities = reading.quantities.filter(({ id }) => other.quantities.includes(id))
        return { claim: other, reading, because, quantities }
      }),
  )
  return [...claims, ...more]
}

function isNext([, end]: readonly [number, number], [start]: readonly [number, number]): boolean {
  return start >= end && start - end <= MOST_BETWEEN
}

/** Both name one thing that is no country and no carrier. */
function isOfSame(a: readonly string[], b: readonly string[]): boolean {
  return a.some(
    (name) => b.includes(name) && / /u.test(name) && !/^(?:natural gas|crude oil|oil products)$/u.test(name),
  )
}
