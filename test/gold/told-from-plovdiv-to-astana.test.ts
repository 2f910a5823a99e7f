import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
const firstOf = (lang: string, text: string) => read(lang, text).claims[0]

describe('who speaks', () => {
  it('is whom an outlet quotes, behind a comma or before the name', () => {
    const behind = 'Терминалът в Новоросийск е ударен от дронове, заяви Александър Новак, цитиран от ТАСС.'
    expect(firstOf('bg', behind)).toMatchObject({ speaker: 'Alexander Novak', via: ['TASS'] })
    const before =
      'Rosja zmniejszy eksport ropy, powiedział cytowany przez Interfax wicepremier Aleksandr Nowak.'
    expect(firstOf('pl', before)).toMatchObject({ speaker: 'Alexander Novak', via: ['Interfax'] })
  })
  it('closes a title of many words, however the body that is headed is written', () => {
    const text =
      '«Ціни на газ падають», – зазначив керівник відділу сировинних ринків ABC Energy Тарас Ковальчук.'
    expect(firstOf('uk', text)?.speaker).toBe('Taras Kovalchuk')
  })
})

describe('events', () => {
  it('has a firm that is struck off a list freed, not excluded', () => {
    const text = 'Лондон исключил из санкционного списка болгарскую дочку «Лукойла».'
    expect(firstOf('ru', text)).toMatchObject({
      event: 'sanction_relief',
      modality: 'happened',
      polarity: 'positive',
    })
  })
  it('takes a review for no repair in Kazakh', () => {
    const text = 'Министрлік Қашаған мұнайын экспорттау жоспарын қайта қарауға кірісті.'
    expect(firstOf('kk', text)?.event).not.toBe('repair_or_restart')
  })
  it('names Russia where it is printed with a small letter', () => {
    const text = 'Цієї ночі росія атакувала підстанцію на Харківщині.'
    expect(firstOf('uk', text)?.assets).toContain('Russia')
  })
})
