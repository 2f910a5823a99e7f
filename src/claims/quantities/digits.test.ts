import { expect, test } from 'vitest'
import { notationOf, readDigits } from './digits.ts'
import { readTokens } from './tokens.ts'

const read = (text: string, decimal: '.' | ',', spaceGroups = false): number | null =>
  readDigits(text, readTokens(text), 0, { decimal, spaceGroups })?.value ?? null

test('a point of thousands and a decimal comma are told apart', () => {
  expect(read('204.000', ',')).toBe(204000)
  expect(read('10,2', ',')).toBe(10.2)
  expect(read('7.200.032,356', ',')).toBe(7200032.356)
})

test('a comma of thousands and a decimal point are told apart', () => {
  expect(read('1,200', '.')).toBe(1200)
  expect(read('1,050.25', '.')).toBe(1050.25)
  expect(read('4.500', '.')).toBe(4.5)
})

test('three zeros after the decimal mark are thousands', () => {
  expect(read('720,000', ',')).toBe(720000)
  expect(read('0,000', ',')).toBe(0)
})

test('Arabic digits have their own marks', () => {
  expect(read('٢٠٤٬٠٠٠', '.')).toBe(204000)
  expect(read('٤٫٥', '.')).toBe(4.5)
})

test('a space parts thousands only where the language writes so, a no-break space everywhere', () => {
  expect(read('1 511', ',', true)).toBe(1511)
  expect(read('1 511', ',', false)).toBe(1)
  expect(read('1\u00a0511', ',', false)).toBe(1511)
})

test('a date is not one figure', () => {
  expect(read('13.3.2025', ',')).not.toBe(13.32025)
})

test('the text itself decides where a language writes both ways', () => {
  const habit = { decimal: ',' as const, eitherDecimal: true, spaceGroups: false }
  expect(notationOf(readTokens('2.5 y 4.5'), habit).decimal).toBe('.')
  expect(notationOf(readTokens('2.5 y 4,5'), habit).decimal).toBe(',')
  expect(notationOf(readTokens('12.11.2025'), habit).decimal).toBe(',')
})
