import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './run-corridor.ts'

it('stops when asked to, with its own exit code and without a brief half written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cancel-'))
  const child = spawn(
    process.execPath,
    [join(root, 'dist/cli/main.js'), 'brief', join(root, 'examples/reports'), '--out', join(folder, 'out')],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let told = ''
  let isAsked = false
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    if (isAsked || !told.includes('solving')) return
    isAsked = true
    child.kill('SIGINT')
  })
  const status = await new Promise((resolve) => child.on('exit', resolve))
  expect(status).toBe(130)
  expect(told).toContain('cancelled')
  expect(existsSync(join(folder, 'out'))).toBe(false)
  rmSync(folder, { recursive: true, force: true })
})
