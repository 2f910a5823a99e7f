import { describe, expect, it } from 'vitest'
import { bridgeRows, unitRows } from './unit-rows.ts'
import { convert, parseUnit } from './units.ts'

const value = (...args: Parameters<typeof convert>) => convert(...args)?.value

describe('convert', () => {
  it('turns a million tonnes of crude a year into thousand barrels a day', () => {
    // 10.2e6 t × 7.33 bbl/t / 365 d = 204,838 bbl/d
    expect(value(10.2, 'Mt/y', 'kbbl_d', { carrier: 'crude' })).toBeCloseTo(204.838, 2)
  })
  it('takes the density stated with a figure instead of the average', () => {
    expect(value(1, 't', 'bbl', { carrier: 'crude', barrelsPerTonne: 7.9 })).toBeCloseTo(7.9)
  })
  it('turns a billion cubic metres a year into GWh a day at the stated calorific value', () => {
    // 55e9 m3 × 10.5 kWh / 365 d = 1,582.19 GWh/d
    expect(value(55, 'bcm/y', 'gwh_d', { carrier: 'gas' })).toBeCloseTo(1582.19, 1)
    expect(value(1, 'mcm/d', 'gwh_d', { carrier: 'gas' })).toBeCloseTo(10.5)
    expect(value(1, 'mcm/d', 'gwh_d', { carrier: 'gas', kwhPerCubicMetre: 11.2 })).toBeCloseTo(11.2)
  })
  it('knows LNG by mass, heat and power', () => {
    expect(value(1, 'Mt/y', 'TWh/y', { carrier: 'lng' })).toBeCloseTo(15.1)
    expect(value(1, 'MMBtu', 'MWh')).toBeCloseTo(0.293071, 5)
    expect(value(2, 'GW', 'gwh_d', { carrier: 'power' })).toBeCloseTo(48)
  })
  it('turns prices into euro per model unit', () => {
    // 66 USD/bbl / 1.1 = 60 EUR/bbl = 60,000 EUR/kbbl
    expect(value(66, 'USD/bbl', 'EUR/kbbl', { carrier: 'crude' })).toBeCloseTo(60_000)
    // 220 USD/1000 m3 / 1.1 = 200 EUR per 10.5 MWh = 19.048 EUR/MWh
    expect(value(220, 'USD/1000m3', 'EUR/MWh', { carrier: 'gas' })).toBeCloseTo(19.0476, 3)
    expect(value(1, 'USD/t', 'EUR/kbbl', { carrier: 'crude', usdPerEur: 1, barrelsPerTonne: 8 })).toBeCloseTo(
      125,
    )
  })
  it('says which factor it used and under which conditions', () => {
    const factor = convert(1, 'bcm/y', 'gwh_d', { carrier: 'gas' })?.factor
    expect(factor).toContain('gross calorific value at 25/0 °C')
    expect(convert(1, '%', '1')?.factor).toBe('% × 0.01 = 1')
  })
  it('has nothing to say where no step leads from one unit to the other', () => {
    expect(convert(1, 't', 'bbl')).toBeNull()
    expect(convert(1, 't', 'bbl', { carrier: 'coal' })).toBeNull()
    expect(convert(1, 'bcm', 'gwh_d', { carrier: 'gas' })).toBeNull()
    expect(convert(1, 'furlong', 'km')).toBeNull()
  })
  it('rejects what is not a number', () => {
    expect(() => convert(Number.NaN, 't', 'kg')).toThrow(RangeError)
    expect(() => convert(1, 't', 'bbl', { carrier: 'crude', barrelsPerTonne: Number.NaN })).toThrow(
      RangeError,
    )
  })
  it('comes back to where it started', () => {
    for (const [from, to, carrier] of [
      ['Mt/y', 'kbbl_d', 'crude'],
      ['bcm/y', 'gwh_d', 'gas'],
      ['USD/bbl', 'EUR/kbbl', 'crude'],
    ] as const) {
      const there = convert(7, from, to, { carrier })
      expect(value(there?.value ?? 0, to, from, { carrier })).toBeCloseTo(7, 9)
    }
  })
})

describe('the tables', () => {
  it('name each unit once and give a source for every row', () => {
    const names = unitRows.flatMap((row) => [row.unit, ...row.aliases])
    expect(new Set(names).size).toBe(names.length)
    for (const row of [...unitRows, ...bridgeRows]) expect(row.source.length).toBeGreaterThan(5)
  })
  it('bracket each average by its range', () => {
    for (const row of bridgeRows) {
      expect(row.low).toBeLessThanOrEqual(row.factor)
      expect(row.high).toBeGreaterThanOrEqual(row.factor)
    }
  })
  it('read composite units', () => {
    expect(parseUnit('USD/1000m3')).toEqual({ top: 'usd', bottom: 'volume', factor: 0.001 })
    expect(parseUnit('t/d')).toEqual({ top: 'mass', bottom: 'time', factor: 1 })
  })
})
