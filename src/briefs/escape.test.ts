import { describe, expect, it } from 'vitest'
import { escapeHtml, html, isolate, languageTag, safeUrl } from './escape.ts'

describe('escaping', () => {
  it('escapes text in element content and in quoted attributes', () => {
    expect(html`<p title="${'a"b'}">${'<b>&'}</p>`.toString()).toBe('<p title="a&quot;b">&lt;b&gt;&amp;</p>')
  })

  it('nests markup without escaping it again, and drops what is absent', () => {
    const inner = html`<i>${'<'}</i>`
    expect(html`${[inner, inner]}${null}${undefined}${false}${0}`.toString()).toBe('<i>&lt;</i><i>&lt;</i>0')
  })

  it('treats an object from JSON that looks like markup as text', () => {
    const fake = { toString: () => '<script>' } as unknown as string
    expect(html`${fake}`.toString()).toBe('&lt;script&gt;')
  })

  it('drops control characters and mends halves of surrogate pairs', () => {
    expect(escapeHtml('a\u0000b\u001b[31m\ud800c\td')).toBe('ab[31m\ufffdc\td')
  })

  it('links only to http and https', () => {
    expect(safeUrl('https://example.org/a')).toBe('https://example.org/a')
    for (const url of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      '//example.org',
      'https://',
      null,
    ]) {
      expect(safeUrl(url)).toBeNull()
    }
  })

  it('keeps a language tag and refuses anything else', () => {
    expect(languageTag('ar')).toBe('ar')
    expect(languageTag('zh-Hans')).toBe('zh-Hans')
    expect(languageTag('und')).toBe('')
    expect(languageTag('en" onload="x')).toBe('')
  })

  it('isolates right-to-left text for plain media and removes foreign direction marks', () => {
    expect(isolate('خط')).toBe('\u2067خط\u2069')
    expect(isolate('CPC: خط')).toBe('\u2066CPC: خط\u2069')
    expect(isolate('\u202eabc')).toBe('abc')
  })
})
