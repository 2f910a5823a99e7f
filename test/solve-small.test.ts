import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runEnsemble } from '../src/app/run-ensemble.ts'
import { tableSchemas } from '../src/atlas/tables.ts'
import { corridor } from './run-corridor.ts'

/*
 * A line of 100 kb/d between two zones and, in the south, a tank of 1,000 kb that is half full and gives up to 60 a day.
 * Small, so that the whole way from the command line over the threads and back is quick.
 */
const tables: Readonly<Record<string, readonly string[]>> = {
  zones: ['north,Northland,AA,country,10,20,', 'south,Southland,BB,country,-5,25,'],
  actors: ['digger,Digger Company,company,AA,'],
  links: ['line,The line,crude,north,south,,pipeline,'],
  supplies: ['field,The field,crude,north,,production,'],
  supply_actors: ['field,digger,40,,,assumed,me,'],
  demands: ['use,Use of the south,crude,south,final,'],
  stores: ['tanks,Tanks of the south,crude,south,,tank,'],
  figures: [
    'links,line,capacity,100,,,kb/d,,,assumed,me,,',
    'links,line,flow,100,,,kb/d,,,assumed,me,,',
    'supplies,field,output,100,,,kb/d,,,assumed,me,,',
    'supplies,field,capacity,100,,,kb/d,,,assumed,me,,',
    'supplies,field,cost,20,,,EUR/bbl,,,assumed,me,,',
    'demands,use,rate,100,,,kb/d,,,assumed,me,,',
    'stores,tanks,volume,2000,,,kb,,,assumed,me,,',
    'stores,tanks,level,1000,,,kb,,,assumed,me,,',
    'stores,tanks,injection,60,,,kb/d,,,assumed,me,,',
    'stores,tanks,withdrawal,60,,,kb/d,,,assumed,me,,',
  ],
  tiers: [
    'crude,first,10,100,EUR/bbl,assumed,me,',
    'crude,second,15,200,EUR/bbl,assumed,me,',
    'crude,third,25,400,EUR/bbl,assumed,me,',
    'crude,fourth,25,800,EUR/bbl,assumed,me,',
    'crude,last,25,1600,EUR/bbl,assumed,me,',
  ],
  assumptions: [
    'store-level,A store without a published level holds half,30,50,80,%,assumed,assumed',
    'storage-deliverability-30,Deliverability at 30 % of stock,0.4,0.5,0.6,1,assumed,assumed',
  ],
  sources: ['me,An example,,,,,own_knowledge,'],
}
const folder = mkdtempSync(join(tmpdir(), 'corridor-small-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
for (const [table, rows] of Object.entries(tables)) {
  const columns = Object.keys(tableSchemas[table as keyof typeof tableSchemas].shape)
  mkdirSync(join(folder, table))
  writeFileSync(join(folder, table, 'all.csv'), `${columns.join(',')}\n${rows.join('\n')}\n`)
}
const scenario = join(folder, 'half.yaml')
writeFileSync(
  scenario,
  `id: half
title: The line loses half of its capacity
start: 2025-01-01
network_date: 2025-01-01
days: 20
belief_days: 5
watch: [south:crude]
shocks:
  - asset: links/line
    field: capacity
    low: 0.25
    central: 0.5
    high: 1
    unit: '1'
    days: 20
    uncertain: { shape: uniform }
`,
)
const small = ['solve', '--network', folder, '--scenario', scenario]

describe('solve on a small network', { timeout: 60_000 }, () => {
  it('is a sound atlas, and the scenario is answered', () => {
    const solved = corridor([...small, '--json'])
    expect(solved.err).not.toContain('error')
    expect(JSON.parse(solved.out).status).toBe('optimal')
  })

  it('--break-even duration: the first quarter of the stock, 250 kb at 50 a day, lasts five days', () => {
    const told = corridor([...small, '--break-even', 'duration'])
    expect(told.status, told.err).toBe(0)
    expect(told.out).toContain('is served while it lasts at most 5 days')
    const { break_even, unit } = JSON.parse(corridor([...small, '--break-even', 'duration', '--json']).out)
    expect([break_even, unit]).toEqual([{ kind: 'at', holds: 5, breaks: 6 }, 'day'])
  })

  it('--break-even refuses another field, and asks for a scenario', () => {
    const wrong = corridor([...small, '--break-even', 'colour'])
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('write duration or size')])
    const none = corridor(['solve', '--network', folder, '--break-even', 'size'])
    expect([none.status, none.err]).toEqual([2, expect.stringContaining('--scenario')])
  })

  it('--ensemble and --parameters: percentiles of events, the same on one thread and on two', () => {
    const draw = (workers: number) =>
      corridor([...small, '--ensemble', '32', '--parameters', '--json', '--workers', `${workers}`])
    const one = draw(1)
    expect(one.status, one.err).toBe(0)
    const answer = JSON.parse(one.out)
    expect(answer).toMatchObject({ members: 32, replicates: 8, scenario: 'half' })
    expect(answer.parameters.map((of: { pace: number }) => of.pace)).toEqual([0.5, 2])
    const short = answer.events.find((of: { bus: string | null }) => of.bus === 'south:crude')
    expect(short).toMatchObject({ measure: 'unserved', unit: 'kbbl' })
    const values: number[] = short.percentiles.map((of: { value: number }) => of.value)
    expect(values).toEqual([...values].sort((a, b) => a - b))
    // At worst 75 of 100 are lost for 20 days, less what the tank gives; at best nothing.
    expect(values.at(-1)).toBeGreaterThan(0)
    expect(values.at(-1)).toBeLessThan(1500)
    expect(JSON.parse(draw(2).out)).toEqual(answer)
  })

  it('draws the same members in one thread without workers as on threads', async () => {
    const here = await runEnsemble({
      network: folder,
      scenario,
      members: 32,
      workers: 1,
      parameters: false,
      progress: { say: () => {}, signal: new AbortController().signal },
    })
    const threads = JSON.parse(corridor([...small, '--ensemble', '32', '--workers', '2', '--json']).out)
    expect(threads.events).toEqual(here.events)
  })

  it('--exposure: an owner of 40 % of the field loses that share of what is not produced', () => {
    const { exposure } = JSON.parse(corridor([...small, '--exposure', '--json']).out)
    // 50 a day for 20 days are not produced: 1,000 kb, of which 400 are the owner's; 80 to 100 EUR a barrel.
    expect(exposure).toHaveLength(1)
    expect(exposure[0]).toMatchObject({ kind: 'production', of: 'actors/digger', unit: 'kbbl' })
    expect(exposure[0].lost).toBeCloseTo(400, 3)
    expect(exposure[0].money.low / 32e6).toBeCloseTo(1, 3)
    expect(exposure[0].money.high / 40e6).toBeCloseTo(1, 3)
    expect(corridor([...small, '--exposure']).out).toContain('production of crude, actors/digger')
  })

  it('--time-limit: with no time there is a bound, a failure, and no answer', () => {
    const out = corridor([...small, '--time-limit', '0', '--json'])
    expect(out.status).not.toBe(0)
    const solution = JSON.parse(out.out)
    expect(solution).toMatchObject({ status: 'time_limit', objective: null, flows: [], unserved: [] })
    const whole = JSON.parse(corridor([...small, '--json']).out)
    expect(solution.bound).toBeLessThanOrEqual(whole.objective)
    expect(out.err).toContain('time ran out')
  })
})
