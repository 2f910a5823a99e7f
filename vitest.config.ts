import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'examples/**/*.test.ts'],
    // Stages are pure: files may share a process, which opens the atlas and the lexicons once.
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
})
