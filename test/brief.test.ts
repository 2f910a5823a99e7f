import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Brief, briefSchema } from '../src/briefs/brief.ts'
import { corridor, root } from './run-corridor.ts'

describe('corridor brief on the example reports', () => {
  let folder = ''
  let brief: Brief
  let status: number | null = null

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'brief-'))
    writeFileSync(join(folder, 'mine.txt'), 'left alone')
    const ran = corridor(['brief', join(root, 'examples/reports'), '--out', folder, '--json', '--quiet'])
    status = ran.status
    brief = briefSchema.parse(JSON.parse(ran.out))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('writes its four files and leaves others alone', () => {
    expect(status).toBe(0)
    expect(readdirSync(folder).sort()).toEqual([
      'brief.html',
      'brief.json',
      'brief.md',
      'claims.csv',
      'mine.txt',
    ])
    expect(JSON.parse(readFileSync(join(folder, 'brief.json'), 'utf8'))).toEqual(brief)
  })

  it('computes the four kinds of question that the reports raise', () => {
    const kinds = brief.stories.filter((story) => story.scenarios.length > 0).map((story) => story.title)
    expect(kinds.some((title) => title.startsWith('Kropotkinskaya'))).toBe(true)
    expect(kinds.some((title) => title.startsWith('Nord Stream'))).toBe(true)
    expect(kinds.some((title) => title.includes('halt of supplies'))).toBe(true)
    expect(kinds.some((title) => title.startsWith('More on'))).toBe(true)
  })

  it('quotes every claim in the exact words of its report', () => {
    const read = corridor(['read', join(root, 'examples/reports'), '--json', '--quiet'])
    const texts = new Map(
      read.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; text: string })
        .map((report) => [report.id, report.text]),
    )
    expect(brief.claims.length).toBeGreaterThan(20)
    for (const claim of brief.claims) {
      expect(texts.get(claim.report)?.slice(claim.span[0], claim.span[1])).toBe(claim.evidence)
    }
  })

  it('leads every number to a claim, a figure, a limit or an assumption that the brief holds', () => {
    const claims = new Set(brief.claims.map((claim) => `claim:${claim.report}/${claim.id}`))
    const described = new Set(brief.figures.map((figure) => figure.id))
    const becauses = brief.stories.flatMap((story) => [
      ...story.answer.because,
      ...story.effects.flatMap((effect) => effect.because),
      ...story.scenarios.flatMap((scenario) => scenario.shocks.flatMap((shock) => shock.because)),
    ])
    expect(becauses.length).toBeGreaterThan(50)
    for (const because of becauses) {
      expect(because.startsWith('claim:') ? claims.has(because) : described.has(because), because).toBe(true)
    }
    for (const effect of brief.stories.flatMap((story) => story.effects)) {
      expect(effect.because.length, effect.sentence).toBeGreaterThan(0)
      expect(effect.low).toBeLessThanOrEqual(effect.central + 1e-9)
      expect(effect.central).toBeLessThanOrEqual(effect.high + 1e-9)
    }
  })

  it('names a source with its licence or none for every sourced figure', () => {
    const sources = new Set(brief.sources.map((source) => source.id))
    const sourced = brief.figures.filter((figure) => figure.source !== null)
    expect(sourced.length).toBeGreaterThan(20)
    for (const figure of sourced) expect(sources.has(figure.source ?? ''), figure.id).toBe(true)
  })

  it('says of every event in no computed story why it is not computed', () => {
    for (const story of brief.stories.filter((one) => one.scenarios.length + one.effects.length === 0)) {
      expect(story.not_computed.length, story.title).toBeGreaterThan(0)
      for (const { because } of story.not_computed) expect(because).not.toBe('')
    }
  })

  it('reproduces the observed flows around what it computes within a tenth', () => {
    const lines = brief.stories.flatMap((story) => story.plausibility).filter((line) => line.observed > 50)
    expect(lines.length).toBeGreaterThan(5)
    const errors = lines
      .map((line) => Math.abs(line.modelled - line.observed) / line.observed)
      .sort((a, b) => a - b)
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.1)
  })

  it('asks nothing from outside and runs nothing', () => {
    const html = readFileSync(join(folder, 'brief.html'), 'utf8')
    expect(html.includes('http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;')).toBe(
      true,
    )
    expect(/<script|\ssrc="http|@import|url\(http/u.test(html)).toBe(false)
  })
})
