import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2025-09-19')

describe('one unit of a refinery that stands still', () => {
  it.each([
    ['en', 'A drone attack stopped a crude unit of the Saratov refinery.'],
    ['de', 'Nach einem Drohnenangriff steht in der Raffinerie Saratow eine Destillationsanlage still.'],
    ['fr', 'Une attaque de drones a arrêté une unité de distillation de la raffinerie de Saratov.'],
    ['es', 'Un ataque con drones paralizó una unidad de destilación de la refinería de Sarátov.'],
    ['it', "Un attacco di droni ha fermato un'unità di distillazione della raffineria di Saratov."],
    ['pl', 'Po ataku dronów w rafinerii w Saratowie zatrzymano instalację destylacji.'],
    ['bg', 'След атака с дронове в рафинерията в Саратов е спряна инсталация за дестилация.'],
    ['uk', 'Після атаки дронів на Саратовському НПЗ зупинено установку первинної переробки.'],
    ['ru', 'После атаки беспилотников на Саратовском НПЗ остановлена установка первичной переработки.'],
    ['el', 'Επίθεση με drones σταμάτησε μια μονάδα απόσταξης του διυλιστηρίου του Σαράτοφ.'],
    ['tr', 'Drone saldırısı Saratov rafinerisinde bir damıtma ünitesini durdurdu.'],
    ['ar', 'أوقف هجوم بطائرات مسيرة وحدة تقطير في مصفاة ساراتوف.'],
    ['zh', '萨拉托夫炼油厂遭无人机袭击，一套常减压装置停产。'],
  ])('takes a part of what it refines and not all: %s', (lang, text) => {
    const { questions } = raisedBy(lang, text, day)
    const shock = questions.find(({ kind }) => kind === 'outage')?.scenarios[0]?.shocks[0]
    expect(shock?.asset).toBe('conversions/saratov-refining')
    expect(shock?.central).toBeGreaterThan(0.3)
    expect(shock?.high).toBeLessThan(1)
  })

  it('is all of it where all of it stops', () => {
    const { questions } = raisedBy('en', 'A drone attack stopped the Saratov refinery.', day)
    expect(questions[0]?.scenarios[0]?.shocks[0]?.central).toBe(0)
  })
})

describe('a new train of an LNG plant at work', () => {
  it.each([
    [
      'en',
      'Venture Global has taken a final investment decision on a third train of 6 million tonnes a year at Plaquemines, first LNG in 2029.',
    ],
    [
      'de',
      'Venture Global trifft die endgültige Investitionsentscheidung für eine dritte Anlage in Plaquemines mit 6 Millionen Tonnen im Jahr.',
    ],
    ['en', 'QatarEnergy will build a new LNG train of 8 million tonnes a year at Ras Laffan by 2028.'],
  ])('is a project beside what works: %s', (lang, text) => {
    const [question] = raisedBy(lang, text, day).questions
    expect(question?.kind).toBe('project')
    expect(question?.subjectName).toMatch(/^Larger /u)
    // Decided today, however late its first cargo is.
    expect(question?.scenarios[0]?.start.slice(0, 4)).toMatch(/^20(?:2[89]|30)$/u)
  })
})

describe('what is put off for years', () => {
  it.each([
    ['en', 'Poland has postponed its floating LNG terminal in Gdansk to 2030.'],
    ['de', 'Polen hat sein schwimmendes LNG-Terminal in Danzig auf 2030 verschoben.'],
    ['es', 'Polonia ha aplazado a 2030 su terminal flotante de GNL en Gdansk.'],
  ])('stops nothing that works: %s', (lang, text) => {
    expect(raisedBy(lang, text, day).questions.filter(({ kind }) => kind === 'outage')).toEqual([])
  })
})
