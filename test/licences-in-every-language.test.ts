import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2026-11-20')

function asked(lang: string, text: string) {
  const { questions } = raisedBy(lang, text, day)
  return questions.map(({ kind, subjectName, scenarios }) => ({ kind, subjectName, scenario: scenarios[0] }))
}

describe('a licence without an amount', () => {
  it.each([
    ['en', 'Washington has issued a licence allowing Chevron to export oil from Venezuela again.'],
    ['ru', 'США выдали Chevron лицензию на вывоз нефти из Венесуэлы.'],
    ['ar', 'أصدرت الولايات المتحدة ترخيصا يسمح لشركة شيفرون بتصدير النفط من فنزويلا مجددا.'],
    ['zh', '美国向雪佛龙发放许可证,允许其恢复从委内瑞拉出口石油。'],
    ['tr', "ABD, Chevron'a Venezuela'dan petrol ihraç etmesine izin veren lisans verdi."],
    ['el', 'Οι ΗΠΑ έδωσαν άδεια στη Chevron να εξάγει ξανά πετρέλαιο από τη Βενεζουέλα.'],
  ])('frees a range of what the company gives today: %s', (lang, text) => {
    const [question] = asked(lang, text)
    expect(question).toMatchObject({ kind: 'rise', subjectName: 'crude oil of Chevron in Venezuela' })
    const shock = question?.scenario?.shocks[0]
    expect(shock).toMatchObject({ field: 'supply', status: 'estimated' })
    // A tenth to all of it.
    expect((shock?.high ?? 0) / (shock?.low ?? 1)).toBeCloseTo(10, 6)
    expect(question?.scenario?.assumptions.map(({ id }) => id)).toContain('licence-frees')
  })

  it.each([
    ['en', 'The United States lifted sanctions on Iranian oil exports.'],
    ['ru', 'США сняли санкции с экспорта иранской нефти.'],
    ['zh', '美国解除对伊朗石油出口的制裁。'],
  ])('frees a range of what a country gives that is no longer sanctioned: %s', (lang, text) => {
    const [question] = asked(lang, text)
    expect(question).toMatchObject({ kind: 'rise', subjectName: 'crude oil output of Iran' })
    expect(question?.scenario?.assumptions.map(({ id }) => id)).toContain('relief-frees')
  })

  it('that has ended stops what hung on it', () => {
    expect(asked('en', 'The US ended the licence of Chevron in Venezuela.')).toMatchObject([
      { kind: 'outage' },
    ])
  })
})

it('asks nothing where somebody softens what sanctions do to them', () => {
  expect(asked('ar', 'تسعى روسيا وكازاخستان إلى التخفيف من أثر العقوبات على صادرات الغاز.')).toEqual([])
})
