import { writeFileSync } from 'node:fs'
import {
  floorsFile,
  hasShared,
  readFloors,
  type Scores,
  scoreDev,
  scored,
  shippedReader,
} from '../test/gold/score-dev.ts'

/**
 * Prints how well the shared development set is read: F1 by language beside the committed floor. `--raise`
 * writes floors that rose; a floor never falls.
 */
function main(): void {
  if (!hasShared) {
    console.error('../shared/reading is missing: nothing to score')
    process.exitCode = 1
    return
  }
  const printed = scoreDev(shippedReader())
  const floors = readFloors()
  console.log(['lang', ...scored].map((word) => word.padEnd(20)).join(''))
  for (const [lang, scores] of Object.entries(printed.by_language)) {
    const cells = scored.map(
      (what) => `${scores[what].toFixed(3)} (${(floors[lang]?.[what] ?? 0).toFixed(3)})`,
    )
    console.log([lang, ...cells].map((word) => word.padEnd(20)).join(''))
  }
  console.log(
    `claims: precision ${printed.claims.precision}, recall ${printed.claims.recall}, F1 ${printed.claims.f1}`,
  )
  for (const [name, value] of Object.entries(printed.among_matched)) console.log(`${name}: ${value}`)
  if (process.argv.includes('--raise'))
    writeFileSync(floorsFile, `${JSON.stringify(raised(floors, printed.by_language), null, 2)}\n`)
}

function raised(floors: Scores, now: Scores): Scores {
  return Object.fromEntries(
    Object.keys(now)
      .sort()
      .map((lang) => {
        const best = (what: (typeof scored)[number]): number =>
          Math.max(floors[lang]?.[what] ?? 0, now[lang]?.[what] ?? 0)
        return [
          lang,
          {
            claims: best('claims'),
            entities: best('entities'),
            quantities: best('quantities'),
            dates: best('dates'),
          },
        ]
      }),
  )
}

main()
