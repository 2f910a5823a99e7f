import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { corridor, root } from './run-corridor.ts'

interface Shown {
  readonly command: string
  /** Lines that the page shows of its output; `…` stands for lines left out. */
  readonly lines: readonly string[]
}

/** Commands in ```sh blocks that start with `npx corridor`, each with the ```text block that follows it. */
function commandsOf(page: string): Shown[] {
  const blocks = [...page.matchAll(/```(sh|text)\n([\s\S]*?)```/gu)].map((match) => ({
    kind: match[1],
    body: match[2] ?? '',
  }))
  return blocks.flatMap(({ kind, body }, index) => {
    if (kind !== 'sh') return []
    const commands = body
      .split('\n')
      .filter((line) => line.startsWith('npx corridor'))
      .map((line) => line.replace(/\s+#.*$/u, ''))
    const next = blocks[index + 1]
    const lines =
      next?.kind === 'text'
        ? next.body.split('\n').filter((line) => line.trim() !== '' && !line.includes('…'))
        : []
    return commands.map((command, at) => ({ command, lines: at === commands.length - 1 ? lines : [] }))
  })
}

function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map((match) => match[1] ?? match[2] ?? '').slice(2)
}

describe('the commands that the documents show', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'docs-'))
    symlinkSync(join(root, 'examples'), join(folder, 'examples'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ]
  const shown = pages.flatMap((page) =>
    commandsOf(readFileSync(join(root, page), 'utf8')).map((one) => ({ page, ...one })),
  )

  it('are many', () => {
    expect(shown.length).toBeGreaterThan(8)
  })

  it.each(
    shown.filter(({ command }) => !command.includes('reports/ ') && !/report\.txt|reports\/$/u.test(command)),
  )('$page: $command', ({ command, lines }) => {
    const ran = corridor([...wordsOf(command), '--quiet'], { cwd: folder })
    expect(ran.status, ran.err).toBe(0)
    const out = ran.out.split('\n').map((line) => line.trimEnd())
    for (const line of lines) expect(out).toContain(line.trimEnd())
  })

  it('name only files and folders of the checkout that exist', () => {
    const decisions = readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`)
    const missing = [...pages, ...decisions].flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/`((?:src|test|tools|bench)\/[\w./-]+)`/gu)]
        .filter(([, path = '']) => !existsSync(join(root, path)))
        .map(([, path]) => `${page} -> ${path}`),
    )
    expect(missing).toEqual([])
  })

  it('link only to pages that exist', () => {
    for (const page of pages) {
      const text = readFileSync(join(root, page), 'utf8')
      for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)) {
        if (target === undefined || target.includes('://')) continue
        const from = page.includes('/') ? page.slice(0, page.lastIndexOf('/')) : '.'
        expect(existsSync(join(root, from, target)), `${page} -> ${target}`).toBe(true)
      }
    }
  })
})
