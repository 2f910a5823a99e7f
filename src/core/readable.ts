/**
 * A unit of the model in the trade's writing: `kbbl_d` reads `kb/d`, `gwh_d` reads `GWh/d`, `kt` reads `kt`,
 * `EUR/gwh` reads `EUR/GWh`. Other units come back as they are.
 */
export function readableUnit(unit: string): string {
  const money = /^(EUR)\/(.+)$/u.exec(unit)
  if (money !== null) return `${money[1]}/${readableUnit(money[2] ?? '')}`
  const [amount = unit, per] = unit.split('_')
  const short: Readonly<Record<string, string>> = { kbbl: 'kb', gwh: 'GWh', kt: 'kt' }
  return per === undefined ? (short[amount] ?? amount) : `${short[amount] ?? amount}/${per}`
}

/** Three significant digits, without an exponent and without zeros after the point. */
export function readableNumber(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US')
  return String(Number(value.toPrecision(3)))
}
