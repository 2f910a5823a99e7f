import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2025-06-10')
/** A billion cubic metres a year at 10.5 kWh, in GWh a day. */
const BCM = (1000 * 10.5) / 365

function drafted(lang: string, text: string) {
  const [question] = raisedBy(lang, text, day).questions
  return question
}

describe('a line that works and is to carry more', () => {
  it.each([
    [
      'en',
      'The Trans Adriatic Pipeline plans to expand its capacity from 10 to 16 billion cubic metres a year.',
    ],
    [
      'de',
      'Die Kapazität der Trans-Adria-Pipeline soll von 10 auf 16 Milliarden Kubikmeter im Jahr steigen.',
    ],
    [
      'fr',
      'La capacité du gazoduc trans-adriatique sera portée de 10 à 16 milliards de mètres cubes par an.',
    ],
    ['it', "La capacità del gasdotto TAP sarà portata da 10 a 16 miliardi di metri cubi all'anno."],
    [
      'ru',
      'Пропускную способность Трансадриатического газопровода планируют увеличить с 10 до 16 млрд кубометров в год.',
    ],
    ['uk', 'Потужність Трансадріатичного газопроводу планують збільшити з 10 до 16 млрд кубометрів на рік.'],
    [
      'tr',
      "Trans Adriyatik Boru Hattı'nın kapasitesi yılda 10 milyar metreküpten 16 milyar metreküpe çıkarılacak.",
    ],
    ['el', 'Η δυναμικότητα του αγωγού TAP θα αυξηθεί από 10 σε 16 δισ. κυβικά μέτρα ετησίως.'],
    ['ar', 'ستزيد طاقة خط أنابيب عبر الأدرياتيكي من 10 إلى 16 مليار متر مكعب سنويا.'],
  ])('%s: is a project of what it grows by: %s', (lang, text) => {
    const question = drafted(lang, text)
    expect(question).toMatchObject({ kind: 'project', carrier: 'gas' })
    expect(question?.project?.planned.central).toBeCloseTo(6 * BCM, 0)
    // Both of its sections are enlarged, and counted once.
    expect(question?.added?.length).toBe(2)
    expect(question?.links.length).toBe(1)
  })

  it.each([
    ['en', 'Capacity of the Baltic Pipe will be increased by 2 bcm per year.'],
    ['ru', 'Пропускная способность Baltic Pipe будет увеличена на 2 млрд кубометров в год.'],
    ['de', 'Die Kapazität der Baltic Pipe soll um 2 Milliarden Kubikmeter im Jahr erhöht werden.'],
  ])('%s: grows by the amount that is told: %s', (lang, text) => {
    expect(drafted(lang, text)?.project?.planned.central).toBeCloseTo(2 * BCM, 0)
  })

  it('doubled, grows by what it can carry', () => {
    const question = drafted(
      'en',
      'Russia and Turkey agreed to double the capacity of the Blue Stream pipeline.',
    )
    expect(question?.kind).toBe('project')
    // 16 bcm a year.
    expect(question?.project?.planned.central).toBeGreaterThan(12 * BCM)
  })

  it('grows to a level by what the atlas does not have yet', () => {
    const question = drafted('zh', '中亚天然气管道的输气能力将从每年550亿立方米扩大到850亿立方米。')
    expect(question?.project?.planned.central).toBeCloseTo(30 * BCM, 0)
  })

  it('that carries more asks how far it goes, as before', () => {
    expect(drafted('en', 'Gas flows through Blue Stream will rise by 10 percent.')?.kind).not.toBe('project')
  })
})
