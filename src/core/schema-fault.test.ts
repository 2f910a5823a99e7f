import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { schemaFault } from './schema-fault.ts'

const schema = z.strictObject({
  start: z.string(),
  sharing: z.enum(['equal', 'own']),
  shocks: z.array(z.strictObject({ value: z.number() })),
})
const right = { start: '2025-01-01', sharing: 'own', shocks: [{ value: 1 }] }

function faultOf(value: unknown): string {
  const parsed = schema.safeParse(value)
  return parsed.success ? 'none' : schemaFault(parsed.error)
}

describe('what is wrong with a file of a person', () => {
  it('is nothing where it is as it should be', () => expect(faultOf(right)).toBe('none'))

  it('names the field that is missing', () => {
    expect(faultOf({ ...right, start: undefined })).toBe('"start" is missing')
  })

  it('names the place in a list and what stands there', () => {
    const fault = faultOf({ ...right, shocks: [{ value: 1 }, { value: Number.NaN }] })
    expect(fault).toBe('"shocks.1.value": expected number, received NaN')
  })

  it('says which words are possible, and which field nobody knows', () => {
    expect(faultOf({ ...right, sharing: 'x' })).toContain('"sharing": expected one of "equal"|"own"')
    expect(faultOf({ ...right, colour: 1 })).toContain('"colour"')
  })

  it('says what kind the whole should be', () => {
    expect(faultOf('text')).toBe('expected object, received string')
  })
})
