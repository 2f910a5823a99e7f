import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAtlas } from '../src/app/load-atlas.ts'
import { loadSolver } from '../src/app/load-solver.ts'
import { openScenario } from '../src/app/scenario-files.ts'
import { gridOf, openScoped, runOptionsOf, scopeScenario } from '../src/app/scenario-session.ts'
import type { ConcreteShock } from '../src/scenarios/scenario.ts'
import { toSolutionJson } from '../src/solve/results/to-solution-json.ts'
import { root } from './run-corridor.ts'

const executablePath = process.env.CORRIDOR_CHROMIUM ?? '/usr/bin/chromium'
const isThere = existsSync(executablePath)
if (!isThere) {
  process.stderr.write(
    `SKIPPED: no chromium at ${executablePath}; set CORRIDOR_CHROMIUM to solve in a browser\n`,
  )
}

/** A worker of a page: the built solver as it is, told of network and shocks, tells what it found. */
const WORKER = `
import Module from '/node_modules/highs/build/highs.mjs'
import { toSolutionJson } from '/dist/solve/results/to-solution-json.js'
import { createSession } from '/dist/solve/session.js'

self.onmessage = async ({ data: { network, grid, options, runs } }) => {
  try {
    const session = createSession(await Module(), network, grid)
    const found = runs.map((shocks) => session.solve(shocks, options)).map((run) => JSON.stringify(toSolutionJson(run, run.network)))
    session.dispose()
    self.postMessage({ found })
  } catch (error) {
    self.postMessage({ error: String(error?.stack ?? error) })
  }
}
`
const PAGE = `<!doctype html><title>solve</title><script>
const revived = (_, value) => (value?.$map ? new Map(value.$map) : value?.$number ? Number(value.$number) : value)
const solve = (told) => new Promise((resolve) => {
  const worker = new Worker('/worker.js', { type: 'module' })
  worker.onmessage = ({ data }) => resolve(data)
  worker.onerror = ({ message }) => resolve({ error: message ?? 'the worker did not start' })
  worker.postMessage(JSON.parse(told, revived))
})
</script>`
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
}

/** What is built and the solver's package, and nothing else of the checkout. */
function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(request.url ?? '/')
    const send = (type: string, body: string | Buffer): void => {
      response.writeHead(200, { 'content-type': type }).end(body)
    }
    if (path === '/') return send('text/html', PAGE)
    if (path === '/worker.js') return send('text/javascript', WORKER)
    const type = types[extname(path)]
    const isServed = /^\/(?:dist|node_modules\/highs\/build)\//u.test(path) && existsSync(join(root, path))
    if (type === undefined || !isServed) return response.writeHead(404).end()
    send(type, readFileSync(join(root, path)))
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** A page is told text: of what JSON has no word for, maps and numbers without end, the page makes them again. */
const asText = (told: unknown): string =>
  JSON.stringify(told, (_, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] }
    return typeof value === 'number' && !Number.isFinite(value) ? { $number: String(value) } : value
  })

describe.skipIf(!isThere)('the solver in a worker of a page', () => {
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    server = await serve()
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  it('gives a shipped scenario, and the same on a slider, the answers that it gives in Node, digit by digit', async () => {
    const { atlas } = openAtlas()
    const scenario = openScenario('border-gas-halt', atlas)
    const scoped = scopeScenario(scenario, atlas)
    const options = runOptionsOf(scenario)
    const left = (value: number): ConcreteShock[] => [
      {
        asset: 'links/ru-kz-border-gas',
        field: 'capacity',
        value,
        unit: '1',
        from: scenario.start,
        to: null,
      } as ConcreteShock,
    ]
    const runs = [0, 0.25, 0.5, 0.75, 1].map(left)
    const session = openScoped(await loadSolver(), scoped, {})
    const found = runs.map((shocks) => session.solve(shocks, options))
    session.dispose()
    expect(found.map(({ status }) => status)).toEqual(runs.map(() => 'optimal'))
    // The slider moves something: less gas costs more.
    expect(found[0]?.objective).toBeGreaterThan(found[3]?.objective ?? 0)

    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const told = { network: scoped.network, grid: gridOf(scenario), options, runs }
    const there = await page.evaluate<unknown>(`solve(${JSON.stringify(asText(told))})`)
    expect(there).toEqual({
      found: found.map((run) => JSON.stringify(toSolutionJson(run, run.network))),
    })
  })
})
