import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './run-corridor.ts'

/** Each promise with where it was made, and the test that would fail if it were broken: file and words of its name. */
const promises: readonly (readonly [promise: string, madeIn: string, file: string, test: string])[] = [
  ['claims keep their exact words', 'README', 'test/brief.test.ts', 'quotes every claim in the exact words'],
  ['every number leads to what it rests on', 'README', 'test/brief.test.ts', 'leads every number to a claim'],
  ['every figure has its source', 'README', 'test/brief.test.ts', 'names a source with its licence or none'],
  [
    'what is not computed says why',
    'README',
    'test/brief.test.ts',
    'says of every event in no computed story',
  ],
  [
    'the page asks nothing from outside',
    'README',
    'test/brief.test.ts',
    'asks nothing from outside and runs nothing',
  ],
  [
    'other files in the folder are left alone',
    'CONTRACT',
    'test/brief.test.ts',
    'writes its four files and leaves others alone',
  ],
  ['the base case is plausible', 'README', 'test/brief.test.ts', 'reproduces the observed flows'],
  ['rules are general', 'CONTRIBUTING', 'test/generality.test.ts', 'follows station, share and date'],
  [
    'a larger claim is a larger effect',
    'docs/decisions/0004',
    'test/generality.test.ts',
    'computes a deeper cut',
  ],
  ['each bad input gets one line', 'docs/guide', 'test/bad-input.test.ts', 'says one line for each bad one'],
  ['nothing of a page is run', 'README', 'test/bad-input.test.ts', 'never runs what a page carries'],
  [
    'an unknown asset is refused with near names',
    'docs/guide',
    'test/bad-input.test.ts',
    'names an unknown asset, and suggests near ones',
  ],
  ['a run can be stopped', 'docs/guide', 'test/cancel.test.ts', 'stops when asked to'],
  ['lint refuses a wrong import', 'CONTRIBUTING', 'test/walls.test.ts', 'refuses that a file in'],
  ['shown commands work and print what is shown', 'docs/guide', 'test/docs.test.ts', '$page: $command'],
  ['all JSON is fixed by schemas', 'README', 'test/schemas.test.ts', 'describe('],
  [
    'reading does not get worse',
    'CONTRIBUTING',
    'test/gold/reading-scores.test.ts',
    'is no worse in any language',
  ],
  [
    'we beat both naive answers',
    'README',
    'test/hindcasts.test.ts',
    'neither the headline share nor no range',
  ],
  ['examples check their own answers', 'README', 'examples/examples.test.ts', 'runs and its answer is right'],
  [
    'each constraint has its equation and sentence',
    'CONTRIBUTING',
    'src/solve/model/constraints.test.ts',
    'stands in docs/model.md',
  ],
  [
    'measures close links and can be lifted',
    'docs/systems',
    'src/solve/model/constraints.test.ts',
    'carries nothing while the measure is in force',
  ],
]

it.each(promises)('"%s" (%s) has a proof in %s', (_promise, _madeIn, file, test) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(test)
})
