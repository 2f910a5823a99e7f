import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { fixtureBrief } from '../src/briefs/fixtures/fixture-brief.ts'
import { schemaFiles } from '../tools/build-schemas.ts'

const files = schemaFiles()

describe('schemas/', () => {
  it.each(Object.keys(files))(
    '%s is what the code means today (`npm run schemas` writes it)',
    async (name) => {
      await expect(files[name]).toMatchFileSnapshot(`../schemas/${name}`)
    },
  )

  it('accepts a whole brief, and refuses one whose number has an unknown status', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(files['brief.schema.json'] ?? ''))
    expect(validate(fixtureBrief), JSON.stringify(validate.errors)).toBe(true)
    const [story] = fixtureBrief.stories
    const wrong = {
      ...fixtureBrief,
      stories: [{ ...story, answer: { ...story?.answer, status: 'guessed' } }],
    }
    expect(validate(wrong)).toBe(false)
  })

  it('lets documents carry fields added later', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(files['brief.schema.json'] ?? ''))
    expect(validate({ ...fixtureBrief, added_later: 1 })).toBe(true)
  })
})
