import { describe, expect, it } from 'vitest'
import { raisedBy } from './raised-by.ts'

const SHARE_OF = { 'Ras Laffan': 1 / 14, 'Yamal LNG': 2 / 4, 'Freeport LNG': 1 / 3 } as const

/** One of the trains of a plant is no halt of the plant. */
describe('trains of a liquefaction plant that stand still', () => {
  it.each([
    ['ar', 'أعلنت الشركة المشغلة توقف أحد خطوط الإسالة في رأس لفان.', 'Ras Laffan'],
    ['en', 'The operator of Freeport LNG said that one of its trains had stopped.', 'Freeport LNG'],
    ['en', 'One liquefaction train of Ras Laffan has stopped, QatarEnergy said.', 'Ras Laffan'],
    ['fr', 'Un train de liquéfaction de Ras Laffan est à l’arrêt, a indiqué QatarEnergy.', 'Ras Laffan'],
    ['ru', 'Две линии сжижения на «Ямал СПГ» остановлены, сообщил оператор.', 'Yamal LNG'],
    ['uk', 'Дві лінії скраплення на «Ямал СПГ» зупинено, повідомив оператор.', 'Yamal LNG'],
  ] as const)('are its share of it, in %s: %s', (lang, text, plant) => {
    const [question] = raisedBy(lang, text, '2026-11-20').questions
    expect(question?.within?.name).toBe(plant)
    expect(question?.within?.share).toBeCloseTo(SHARE_OF[plant], 9)
  })

  it('leave the plant whole where none is told', () => {
    const [question] = raisedBy('en', 'Ras Laffan has stopped, QatarEnergy said.', '2026-11-20').questions
    expect(question).toBeDefined()
    expect(question?.within).toBeUndefined()
  })
})
