import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2026-11-20')

function drafted(lang: string, text: string) {
  return raisedBy(lang, text, day)
}

describe('a line that is to be built', () => {
  it.each([
    [
      'en',
      'Russia and China signed a memorandum to build the Power of Siberia 2 gas pipeline, which is to carry 50 billion cubic metres a year.',
    ],
    [
      'ru',
      'Россия и Китай подписали меморандум о строительстве газопровода «Сила Сибири — 2» мощностью 50 млрд кубометров в год.',
    ],
    ['zh', '俄罗斯与中国签署备忘录,将建设西伯利亚力量2号天然气管道,年输气能力500亿立方米。'],
    [
      'ar',
      'وقعت روسيا والصين مذكرة تفاهم لبناء خط أنابيب الغاز قوة سيبيريا 2 بطاقة 50 مليار متر مكعب سنويا.',
    ],
    [
      'el',
      'Η Ρωσία και η Κίνα υπέγραψαν μνημόνιο για την κατασκευή του αγωγού φυσικού αερίου Δύναμη της Σιβηρίας 2, δυναμικότητας 50 δισ. κυβικών μέτρων ετησίως.',
    ],
  ])('is a project with its capacity and the odds of a memorandum: %s', (lang, text) => {
    const [question] = drafted(lang, text).questions
    expect(question).toMatchObject({ kind: 'project', subjectName: 'Power of Siberia 2', carrier: 'gas' })
    // 50 bcm a year at 10.5 kWh/m3 and 365 days.
    expect(question?.project?.planned.central).toBeCloseTo((50 * 10_500) / 365, -1)
    expect(question?.project?.odds).toEqual({ low: 0.1, central: 0.25, high: 0.5 })
    expect(question?.added).toMatchObject([
      { table: 'links', bus: 'ru-siberia:gas', to: expect.stringMatching(/^cn-/u) },
    ])
  })

  it.each([
    ['en', 'Poland and Lithuania agreed to build a new power interconnector of 700 MW.', 16.8],
    ['el', 'Η Ελλάδα και η Κύπρος συμφώνησαν να κατασκευάσουν ηλεκτρική διασύνδεση ισχύος 1.000 MW.', 24],
  ])('may be a cable, which carries both ways: %s', (lang, text, size) => {
    const [question] = drafted(lang, text).questions
    expect(question).toMatchObject({ kind: 'project', carrier: 'power' })
    expect(question?.project?.planned.central).toBeCloseTo(size, 6)
    expect(question?.project?.odds?.central).toBe(0.45)
    const [there, back] = question?.added ?? []
    expect([back?.bus, back?.to]).toEqual([there?.to, there?.bus])
  })

  it.each([
    [
      'en',
      'Venture Global took the final investment decision on the CP2 LNG export terminal in Louisiana with a capacity of 20 million tonnes a year.',
      'supplies',
    ],
    [
      'ru',
      'Компания приняла окончательное инвестиционное решение по строительству СПГ-терминала в Мозамбике мощностью 13 млн тонн в год.',
      'supplies',
    ],
    [
      'de',
      'Deutschland will in Stade ein neues LNG-Terminal mit einer Kapazität von 13 Milliarden Kubikmetern im Jahr bauen.',
      'conversions',
    ],
  ])('may be a terminal, of LNG that goes or comes: %s', (lang, text, table) => {
    const [question] = drafted(lang, text).questions
    expect(question).toMatchObject({ kind: 'project', carrier: 'lng', added: [{ table }] })
    expect(question?.project?.odds?.central).toBe(lang === 'de' ? 0.2 : 0.92)
  })
})

describe('a plant that is to be built', () => {
  it('gives less than its capacity', () => {
    const [question] = drafted('ar', 'تعتزم مصر بناء مفاعل نووي بقدرة 1200 ميغاواط في الضبعة.').questions
    expect(question?.subjectName).toBe('New unit of El Dabaa nuclear power plant')
    // 1,200 MW are 28.8 GWh a day, of which 70 to 92 %.
    expect(question?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(28.8 * 0.7, 6)
    expect(question?.scenarios[0]?.shocks[0]?.high).toBeCloseTo(28.8 * 0.92, 6)
  })

  it('is one that is put off, too', () => {
    const [question] = drafted(
      'en',
      'The start of the Akkuyu nuclear power plant in Turkey was delayed by a year.',
    ).questions
    expect(question).toMatchObject({ kind: 'project', subjectName: 'Akkuyu nuclear power plant' })
  })

  it('changes nothing by not coming', () => {
    const { questions, notComputed } = drafted('en', 'The Trans-Caspian gas pipeline project was cancelled.')
    expect(questions).toEqual([])
    expect(notComputed[0]?.because).toMatch(/not built yet/u)
  })
})
