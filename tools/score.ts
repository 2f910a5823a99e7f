import { writeFileSync } from 'node:fs'
import {
  floorsFile,
  hasShared,
  readFloors,
  readReportFloors,
  reportFloorsFile,
  type Scores,
  scoreDev,
  scored,
  shippedReader,
  wireFloorsFile,
} from '../test/gold/score-dev.ts'
import { scoreReports } from '../test/gold/score-reports.ts'

const raises = process.argv.includes('--raise')

/**
 * Prints how well reports are read: F1 by language beside the committed floor, for the reports that ship with
 * their gold and for the shared development set where it is at hand. `--raise` writes floors that rose; a floor
 * never falls.
 */
function main(): void {
  const reader = shippedReader()
  for (const [title, set, file] of [
    ['Reports of the repository', 'reports', reportFloorsFile],
    ['Reports in the manner of news agencies', 'wire', wireFloorsFile],
    ['The same, tuned on later', 'later', null],
    ['The same, not tuned on', 'last', null],
    ['In the manners of agencies of the east and the south', 'field', null],
  ] as const) {
    const shipped = scoreReports(reader, set)
    const floors = file === null ? {} : readReportFloors(file)
    console.log(title)
    printTable(shipped.byLanguage as Scores, floors)
    for (const [what, { precision, recall }] of Object.entries(shipped.all))
      console.log(`${what}: precision ${precision}, recall ${recall}`)
    for (const [name, value] of Object.entries(shipped.attributes)) console.log(`${name}: ${value}`)
    if (raises && file !== null) raise(file, floors, shipped.byLanguage as Scores)
  }
  if (!hasShared) {
    console.error('../shared/reading is missing: the development set is not scored')
    return
  }
  const printed = scoreDev(reader)
  console.log('Shared development set')
  printTable(printed.by_language, readFloors())
  console.log(
    `claims: precision ${printed.claims.precision}, recall ${printed.claims.recall}, F1 ${printed.claims.f1}`,
  )
  for (const [name, value] of Object.entries(printed.among_matched)) console.log(`${name}: ${value}`)
  if (raises) raise(floorsFile, readFloors(), printed.by_language)
}

function printTable(byLanguage: Scores, floors: Scores): void {
  console.log(['lang', ...scored].map((word) => word.padEnd(20)).join(''))
  for (const [lang, scores] of Object.entries(byLanguage)) {
    const cells = scored.map(
      (what) => `${scores[what].toFixed(3)} (${(floors[lang]?.[what] ?? 0).toFixed(3)})`,
    )
    console.log([lang, ...cells].map((word) => word.padEnd(20)).join(''))
  }
}

function raise(file: string, floors: Scores, now: Scores): void {
  writeFileSync(file, `${JSON.stringify(raised(floors, now), null, 2)}\n`)
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
