import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2025-09-02')

function told(lang: string, text: string) {
  const { questions, notComputed } = raisedBy(lang, text, day)
  const found = questions.find(({ kind }) => kind === 'outage')
  return {
    carrier: found?.carrier,
    rows: found?.plants,
    shock: found?.scenarios[0]?.shocks[0],
    share: found?.within?.share,
    name: found?.subjectName,
    because: notComputed.map(({ because }) => because).join(' '),
  }
}

describe('a power plant that the atlas does not list, with its country and megawatts', () => {
  it.each([
    ['en', 'pl', 'A unit of the Zalesie coal power plant in Poland tripped, and 600 MW were lost.'],
    ['de', 'pl', 'Ein Block des Kohlekraftwerks Zalesie in Polen ist ausgefallen, 600 MW fehlen im Netz.'],
    ['fr', 'pl', 'La centrale à charbon de Zalesie, en Pologne, a perdu 600 MW après une panne.'],
    ['es', 'pl', 'La central térmica de Zalesie, en Polonia, perdió 600 MW tras una avería.'],
    ['it', 'pl', 'Un guasto ha fermato la centrale a carbone di Zalesie in Polonia: 600 MW fuori servizio.'],
    ['pl', 'pl', 'Elektrownia Zalesie w Polsce straciła 600 MW po awarii bloku.'],
    ['bg', 'pl', 'Електроцентралата „Залесие“ в Полша загуби 600 MW след авария.'],
    ['uk', 'pl', 'Внаслідок аварії на Залесській ТЕС у Польщі втрачено 600 МВт потужності.'],
    ['ru', 'pl', 'Из-за аварии на Залесской ТЭС в Польше из строя вышли 600 МВт мощности.'],
    ['el', 'pl', 'Βλάβη έβγαλε εκτός λειτουργίας 600 MW στον ατμοηλεκτρικό σταθμό Ζαλέσιε στην Πολωνία.'],
    ['tr', 'pl', "Polonya'daki Zalesie termik santralinde arıza nedeniyle 600 MW devre dışı kaldı."],
    ['kk', 'pl', 'Залесье ЖЭО-сындағы апат салдарынан Польшада 600 МВт қуат істен шықты.'],
    ['ar', 'pl', 'خرجت عن الخدمة 600 ميغاواط في محطة كهرباء زاليسيا في بولندا بعد عطل.'],
    ['zh', 'pl', '波兰扎莱谢燃煤电厂机组跳闸，损失600兆瓦发电能力。'],
  ])('%s: loses so much of the power of %s: %s', (lang, zone, text) => {
    const { carrier, rows, share, shock } = told(lang, text)
    expect(carrier).toBe('power')
    expect(rows?.every((row) => row.startsWith(`supplies/${zone}-`))).toBe(true)
    // 14.4 GWh a day, all of them gone in the middle case.
    expect(share).toBeGreaterThan(0.08)
    expect(share).toBeLessThan(0.16)
    expect(shock?.central).toBeCloseTo(1 - (share ?? 0), 6)
  })

  it('is named where reports name one', () => {
    expect(told('en', 'A fault took the 600 MW Zalesie power plant in Poland offline.').name).toContain(
      'Zalesie power plant',
    )
    expect(told('en', 'Poland lost 600 MW of generating capacity after faults at power plants.').name).toBe(
      'power plants of Poland',
    )
  })

  it('takes the size of the plant where only a strike on it is told', () => {
    const { share, shock } = told('en', 'Drones struck the 600 MW Zalesie power plant in Poland.')
    expect(share).toBeGreaterThan(0.08)
    // How much of it is lost nobody says.
    expect(shock?.high).toBeGreaterThan(shock?.central ?? 1)
  })

  it('takes the size that another sentence gives of it', () => {
    const { share } = told(
      'en',
      'The Zalesie coal plant in Poland shut down after a boiler failure. The Zalesie coal plant has a capacity of 600 MW.',
    )
    expect(share).toBeGreaterThan(0.08)
    expect(share).toBeLessThan(0.16)
  })
})

describe('what stands still is the plant, and not its fuel', () => {
  it.each([
    ['en', 'The Zalesie coal power plant in Poland was shut down after a fault.'],
    ['en', "Bangladesh's Zalesie coal plant halts production because of a shortage of coal."],
    ['de', 'Das Kohlekraftwerk Zalesie in Polen wurde nach einer Störung abgeschaltet.'],
    ['fr', 'La centrale à charbon de Zalesie, en Pologne, a été arrêtée après un incendie.'],
    ['pl', 'Elektrownia węglowa Zalesie w Polsce została wyłączona po awarii.'],
  ])('%s: asks nothing without megawatts and says what is missing: %s', (lang, text) => {
    const { carrier, because } = told(lang, text)
    expect(carrier).toBeUndefined()
    expect(because).toContain('megawatts')
  })

  it('says that the country is missing', () => {
    expect(told('en', 'A fire at the Zalesie power plant took 600 MW offline.').because).toContain(
      'in which country it stands',
    )
  })
})

describe('megawatts beside a strike', () => {
  it.each([
    ['en', 'A missile strike on the Burshtyn power plant knocked out 600 MW.'],
    ['ru', 'Удар по Бурштынской ТЭС вывел из строя 600 МВт мощности.'],
  ])('%s: are lost where the words say that they stand still: %s', (lang, text) => {
    const { shock, share } = told(lang, text)
    expect(share).toBeGreaterThan(0.1)
    // Of 2,334 MW as built, 600 are gone.
    expect(1 - (shock?.central ?? 1)).toBeLessThan(0.1)
  })
})
