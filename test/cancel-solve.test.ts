import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './run-corridor.ts'

it('stops a solve in the middle of it, with its own exit code and nothing printed', async () => {
  const child = spawn(
    process.execPath,
    [join(root, 'dist/cli/main.js'), 'solve', '--scenario', 'border-gas-halt', '--json'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let [told, printed, isAsked] = ['', '', false]
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    if (isAsked || !told.includes('solving')) return
    isAsked = true
    child.kill('SIGINT')
  })
  const status = await new Promise((resolve) => child.on('exit', resolve))
  expect(status).toBe(130)
  expect(told).toContain('cancelled')
  expect(printed).toBe('')
}, 60_000)
