import { describe, expect, it } from 'vitest'
import { openAtlas } from '../src/app/load-atlas.ts'
import { openReader } from '../src/app/read-reports.ts'
import { reconcileReports } from '../src/app/reconcile-reports.ts'
import { readOne } from './gold/score-dev.ts'

const { atlas } = openAtlas()
const reader = openReader(atlas)

/** Fields and values on which two reports of one day disagree. */
function disputed(lang: string, ...texts: readonly string[]) {
  const readings = texts.map((text, at) =>
    readOne(reader, { id: `report-${at}`, lang, published: '2026-11-20', text }),
  )
  return reconcileReports(readings, atlas).events.flatMap(({ contradictions }) =>
    contradictions.map(({ field, values }) => [field, values.map(({ value }) => value)]),
  )
}

describe('how much of a plant stands still', () => {
  it.each([
    [
      'en',
      'Half of the capacity of the Novoshakhtinsk refinery is out after a drone attack, the governor said.',
      'The Novoshakhtinsk refinery has been fully halted after the drone attack, two traders said.',
    ],
    [
      'ru',
      'После атаки дронов остановлена половина мощностей Новошахтинского НПЗ, сообщил губернатор.',
      'Новошахтинский НПЗ полностью остановлен после атаки, сообщили два трейдера.',
    ],
    [
      'zh',
      '州长表示,新沙赫京斯克炼油厂遭无人机袭击后一半产能停产。',
      '两名交易员表示,新沙赫京斯克炼油厂已全面停产。',
    ],
    [
      'ar',
      'قال الحاكم إن نصف طاقة مصفاة نوفوشاختينسك توقف بعد هجوم بطائرات مسيرة.',
      'قال تاجران إن مصفاة نوفوشاختينسك توقفت بالكامل بعد الهجوم.',
    ],
  ])('is disputed where one says a part and another all: %s', (lang, part, all) => {
    expect(disputed(lang, part, all)).toEqual([['extent of the halt', [50, 100]]])
  })

  it('is not where both say all', () => {
    const all = 'The Novoshakhtinsk refinery has been fully halted after a drone attack, traders said.'
    expect(disputed('en', all, all.replace('traders', 'officials'))).toEqual([])
  })
})

describe('whether it works again', () => {
  it.each([
    [
      'en',
      'The Ust-Luga port resumed loading on Thursday, the operator said.',
      'Loading at the Ust-Luga port is still halted, two sources said on Friday.',
    ],
    [
      'ru',
      'Порт Усть-Луга в четверг возобновил отгрузку, сообщил оператор.',
      'Отгрузка в порту Усть-Луга в четверг всё ещё остановлена, сообщили два источника.',
    ],
  ])('is disputed on and after the day of the restart: %s', (lang, again, still) => {
    expect(disputed(lang, again, still)).toEqual([['state', ['still halted', 'working again']]])
  })
})

describe('rates in different units', () => {
  const told = (rate: string, who: string): string =>
    `Transit of Russian oil through Kazakhstan to China was ${rate} in 2024, ${who} said.`

  it('are compared as one', () => {
    expect(
      disputed(
        'en',
        told('10.2 million tonnes', 'the ministry'),
        told('150,000 barrels per day', 'a trader'),
      ),
    ).toEqual([['rate in different units', [10_200_000, 150_000]]])
  })

  it('agree where they come to the same', () => {
    // 10.2 Mt a year are about 204,000 barrels a day.
    expect(
      disputed(
        'en',
        told('10.2 million tonnes', 'the ministry'),
        told('204,000 barrels per day', 'a trader'),
      ),
    ).toEqual([])
  })
})
