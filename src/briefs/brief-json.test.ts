import { describe, expect, it } from 'vitest'
import { briefJson } from './brief-json.ts'
import { fixtureBrief } from './fixtures/fixture-brief.ts'

describe('brief.json', () => {
  it('has the same keys in the same order whatever order the value had', () => {
    const shuffled = Object.fromEntries(Object.entries(fixtureBrief).reverse()) as typeof fixtureBrief
    expect(briefJson(shuffled)).toBe(briefJson(fixtureBrief))
    expect(Object.keys(JSON.parse(briefJson(shuffled)))[0]).toBe('schema_version')
  })

  it('holds the whole brief and ends with a newline', () => {
    expect(JSON.parse(briefJson(fixtureBrief))).toEqual(fixtureBrief)
    expect(briefJson(fixtureBrief).endsWith('}\n')).toBe(true)
  })
})
