import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a service that speaks the protocol of chat completions was asked. */
export interface Asked {
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: {
    model: string
    messages: { role: string; content: string }[]
    max_tokens: number
    response_format?: unknown
  }
}

export type Answering = (response: ServerResponse, asked: Asked, count: number) => void

/** A real HTTP server on this machine that answers as told; for tests. */
export async function startModelService(answer: Answering): Promise<{
  address: string
  asked: Asked[]
  close: () => Promise<void>
}> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const one = { url: request.url ?? '', headers: request.headers, body: JSON.parse(text || '{}') }
      asked.push(one)
      answer(response, one, asked.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Answers with a chat completion of this content. */
export function complete(response: ServerResponse, content: string): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(
    JSON.stringify({
      id: 'x',
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 },
    }),
  )
}
