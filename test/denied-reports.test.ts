import { expect, it } from 'vitest'
import { readOne, shippedReader } from './gold/score-dev.ts'

const reader = shippedReader()
const halt = 'that gas flows through TurkStream had stopped.'

it.each([
  ['Gazprom denied reports', 'denied'],
  ['Gazprom dismissed claims', 'denied'],
  ['The company denied media reports', 'denied'],
  ['Gazprom did not deny reports', 'happened'],
  ['Gazprom neither confirmed nor denied reports', 'happened'],
  ['Gazprom reports', 'happened'],
])('%s that something stopped: %s', (frame, modality) => {
  const { claims } = readOne(reader, { id: 'denial', lang: 'en', text: `${frame} ${halt}` })
  expect(claims.map((claim) => [claim.event, claim.modality])).toEqual([['supply_halt', modality]])
})
