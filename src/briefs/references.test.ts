import { describe, expect, it } from 'vitest'
import { fixtureBrief } from './fixtures/fixture-brief.ts'
import { indexReferences, referenceValue } from './references.ts'

const references = indexReferences(fixtureBrief)

describe('what numbers lead to', () => {
  it('numbers claims in the order in which they are printed', () => {
    expect(references.of('claim:gulf-energy-ar/c1')?.label).toBe('C1')
    expect(references.of('claim:steppe-wire-en/c2')?.label).toBe('C7')
  })

  it('finds an assumption by its id, whether the figures or a scenario bring it', () => {
    expect(references.ofAssumption('pick-up-rail')?.key).toBe('assumption:pick-up-rail')
    expect(references.ofAssumption('repair-days')?.because).toEqual(['claim:port-notes-ru/c2'])
  })

  it('takes the sentence of a reason for the limit that it names', () => {
    expect(references.of('constraint:capacity-atyrau-samara')).toMatchObject({
      label: 'L1',
      statement: 'The line from Atyrau to Samara is full at 351 kb/d.',
      isDescribed: true,
    })
  })

  it('has an entry, marked as such, for what a number names and the brief does not describe', () => {
    expect(references.of('atlas:links/atyrau-samara/flow')).toMatchObject({
      isDescribed: false,
      kind: 'figure',
    })
  })

  it('prints a figure with its unit and range', () => {
    const figure = references.of('atlas:links/cpc-russian-section/flow')
    expect(figure && referenceValue(figure)).toBe(': 1,310\u00a0kb/d')
  })
})
