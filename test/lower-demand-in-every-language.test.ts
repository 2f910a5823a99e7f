import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2025-09-02')

describe('less that is sent because less is wanted', () => {
  it.each([
    ['en', 'Algerian gas exports fell by 12 percent because of weaker demand in Spain.'],
    ['de', 'Die Gaslieferungen aus Algerien sanken wegen schwächerer Nachfrage in Spanien um 12 Prozent.'],
    [
      'fr',
      "Les exportations de gaz de l'Algérie ont baissé de 12 % en raison d'une demande plus faible en Espagne.",
    ],
    ['es', 'Las exportaciones de gas de Argelia cayeron un 12 % por la menor demanda de España.'],
    ['it', "Le forniture di gas dall'Algeria sono calate del 12% a causa della minore domanda in Spagna."],
    ['pl', 'Dostawy gazu z Algierii spadły o 12 proc. z powodu niższego popytu w Hiszpanii.'],
    ['bg', 'Доставките на газ от Алжир намаляха с 12% заради по-слабо търсене в Испания.'],
    ['uk', 'Постачання газу з Алжиру скоротилося на 12% через зниження попиту в Іспанії.'],
    ['ru', 'Поставки газа из Алжира сократились на 12% из-за снижения спроса в Испании.'],
    ['el', 'Οι εξαγωγές αερίου της Αλγερίας μειώθηκαν κατά 12% λόγω χαμηλότερης ζήτησης στην Ισπανία.'],
    ['tr', "Cezayir'den gaz sevkiyatı İspanya'daki talebin düşmesi nedeniyle yüzde 12 azaldı."],
    ['kk', 'Испаниядағы сұраныстың төмендеуіне байланысты Алжирдің газ экспорты 12 пайызға азайды.'],
    ['ar', 'تراجعت صادرات الغاز الجزائرية بنسبة 12% بسبب ضعف الطلب في إسبانيا.'],
    ['zh', '由于西班牙需求疲软，阿尔及利亚的天然气出口减少了12%。'],
  ])('%s: is no loss of supply: %s', (lang, text) => {
    const { questions, notComputed } = raisedBy(lang, text, day)
    expect(questions.filter(({ kind }) => kind === 'outage')).toEqual([])
    expect(notComputed.map(({ because }) => because).join()).toContain('less is wanted')
  })

  it('is one where something else took it away', () => {
    const { questions } = raisedBy(
      'en',
      'Algerian gas exports to Spain fell by 12 percent after a leak.',
      day,
    )
    expect(questions[0]?.kind).toBe('outage')
  })

  it('leaves a fall of demand itself a question of demand', () => {
    const { questions } = raisedBy('en', 'Gas demand in Spain fell by 12 percent.', day)
    expect(questions[0]?.kind).toBe('demand')
  })
})
