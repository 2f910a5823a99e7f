import { describe, expect, it } from 'vitest'
import type { NuclearSupply, Reactor } from '../../atlas/tables.ts'
import { calendarDate } from '../../core/time.ts'
import { fuelLedgers, lossOfSupplier } from './nuclear-ledger.ts'

const reactor = (id: string, type: string, cover: [number, number] | null): Reactor => ({
  id,
  country: 'AA',
  reactor_type: type,
  units: 2,
  capacity_gw: 2,
  uranium_t_y: 350,
  cover_years_low: cover?.[0] ?? null,
  cover_years_high: cover?.[1] ?? null,
  valid_from: null,
  valid_to: null,
  status: 'reported',
  source: 'yearbook',
  note: '',
})

const supply = (
  stage: NuclearSupply['stage'],
  share: number,
  more: Partial<NuclearSupply> = {},
): NuclearSupply => ({
  id: `aa-${stage}`,
  country: 'AA',
  reactor_type: '',
  stage,
  supplier: 'SS',
  share_pct: share,
  low: null,
  high: null,
  valid_from: null,
  valid_to: null,
  status: 'estimated',
  source: 'yearbook',
  note: '',
  ...more,
})

const day = calendarDate('2025-06-01')

describe('fuelLedgers', () => {
  it('takes the shares of the type where there are any, else those of the whole country', () => {
    const rows = {
      reactors: [reactor('aa-one', 'one', null), reactor('aa-two', 'two', null)],
      supply: [supply('enrichment', 30), supply('enrichment', 100, { reactor_type: 'two' })],
    }
    const shares = fuelLedgers(rows, ['AA'], day).map((ledger) => ledger.shares[0]?.central)
    expect(shares).toEqual([0.3, 1])
  })

  it('leaves out a share that no longer holds on the day', () => {
    const rows = {
      reactors: [reactor('aa-one', 'one', null)],
      supply: [
        supply('enrichment', 30, { valid_to: '2024-12-31' }),
        supply('enrichment', 20, { valid_from: '2025-01-01' }),
      ],
    }
    expect(fuelLedgers(rows, ['AA'], day)[0]?.shares).toMatchObject([{ central: 0.2 }])
  })
})

describe('lossOfSupplier', () => {
  it('bounds the dependence by the largest stage and by the sum, and divides the stock by both', () => {
    const reactors = [reactor('aa-one', 'one', [1, 2])]
    const ledgers = fuelLedgers(
      { reactors, supply: [supply('conversion', 20), supply('enrichment', 30)] },
      ['AA'],
      day,
    )
    const [loss] = lossOfSupplier(ledgers, reactors, 'SS')
    expect(loss?.dependence).toEqual({ low: 0.3, high: 0.5 })
    expect(loss?.stage.stage).toBe('enrichment')
    // One year of stock over half of the need is two years; two years over three tenths are 6.67.
    expect(loss?.yearsOfCover?.low).toBeCloseTo(2)
    expect(loss?.yearsOfCover?.high).toBeCloseTo(2 / 0.3)
  })

  it('says nothing of cover where no stock is known, and nothing at all of a country that supplies itself', () => {
    const reactors = [reactor('aa-one', 'one', null)]
    const ledgers = fuelLedgers({ reactors, supply: [supply('fabrication', 100)] }, ['AA'], day)
    expect(lossOfSupplier(ledgers, reactors, 'SS')).toMatchObject([
      { dependence: { low: 1, high: 1 }, yearsOfCover: null },
    ])
    const own = fuelLedgers(
      { reactors, supply: [supply('fabrication', 100, { supplier: 'AA' })] },
      ['AA'],
      day,
    )
    expect(lossOfSupplier(own, reactors, 'AA')).toEqual([])
  })
})
