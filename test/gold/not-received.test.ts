import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-03-10' }).claims

describe('who does not get what was delivered', () => {
  it.each([
    ['ar', 'لا تتلقى مولدوفا الغاز من روسيا منذ يوم الأحد.'],
    ['bg', 'Молдова не получава газ от Русия от неделя.'],
    ['de', 'Moldau erhält seit Sonntag kein Gas aus Russland.'],
    ['el', 'Η Μολδαβία δεν λαμβάνει φυσικό αέριο από τη Ρωσία από την Κυριακή.'],
    ['en', 'Moldova does not receive gas from Russia since Sunday.'],
    ['es', 'Moldavia no recibe gas de Rusia desde el domingo.'],
    ['fr', 'La Moldavie ne reçoit pas de gaz russe depuis dimanche.'],
    ['it', 'La Moldavia non riceve gas dalla Russia da domenica.'],
    ['kk', 'Молдова жексенбіден бері Ресейден газ алмай отыр.'],
    ['pl', 'Mołdawia nie otrzymuje gazu z Rosji od niedzieli.'],
    ['ru', 'Молдавия не получает газ из России с воскресенья.'],
    ['tr', "Moldova pazar gününden bu yana Rusya'dan gaz alamıyor."],
    ['uk', 'Молдова не отримує газ із Росії з неділі.'],
    ['zh', '摩尔多瓦自周日以来没有收到天然气。'],
  ])('has lost it, and denies nothing, in %s: %s', (lang, text) => {
    const halt = read(lang, text).find(({ event }) => event === 'supply_halt')
    expect(halt).toMatchObject({ polarity: 'positive' })
    expect(['happened', 'ongoing']).toContain(halt?.modality)
    expect(halt?.assets).toEqual(expect.arrayContaining(['Moldova', 'natural gas']))
  })

  it.each([
    ['en', 'The company has not received any request for more gas from Moldova.'],
    ['ru', 'Компания не получала запросов на дополнительный газ от Молдавии.'],
    ['uk', 'Компанія не отримувала запитів на додатковий газ від Молдови.'],
  ])('is not who has not been asked for more, in %s', (lang, text) => {
    expect(read(lang, text).map(({ event }) => event)).not.toContain('supply_halt')
  })
})

describe('a flow that falls', () => {
  it.each([
    ['ar', 'تراجع تدفق الغاز إلى إيطاليا بنسبة 30%.'],
    ['bg', 'Потокът на газ към Италия намаля с 30%.'],
    ['de', 'Der Gasfluss nach Italien ist um 30 Prozent gesunken.'],
    ['el', 'Η ροή φυσικού αερίου προς την Ιταλία μειώθηκε κατά 30%.'],
    ['en', 'The gas flow to Italy fell by 30%.'],
    ['es', 'El flujo de gas a Italia cayó un 30 %.'],
    ['fr', "Le flux de gaz vers l'Italie a baissé de 30 %."],
    ['it', "Il flusso di gas verso l'Italia è calato del 30%."],
    ['pl', 'Przepływ gazu do Włoch spadł o 30%.'],
    ['ru', 'Поток газа в Италию сократился на 30%.'],
    ['tr', "İtalya'ya gaz akışı yüzde 30 azaldı."],
    ['uk', 'Потік газу до Італії скоротився на 30%.'],
    ['zh', '输往意大利的天然气流量下降30%。'],
  ])('is what is delivered, and no capacity, in %s: %s', (lang, text) => {
    const fall = read(lang, text).find(({ event }) => event === 'supply_change')
    expect(fall?.cues.some((cue) => cue.startsWith('topic:delivery:'))).toBe(true)
  })
})

describe('what sinks', () => {
  it.each([
    ['de', 'Die Ölexporte sind im Februar um 30 Prozent gesunken.', 'supply_change'],
    ['de', 'Ein Tanker mit Heizöl ist vor Noworossijsk gesunken.', 'outage_or_attack'],
    ['en', 'Crude exports sank by 30 percent in February.', 'supply_change'],
    ['en', 'A tanker carrying fuel oil sank off Novorossiysk on Sunday.', 'outage_or_attack'],
  ])('is a ship or an amount, in %s: %s', (lang, text, event) => {
    expect(read(lang, text).map((claim) => claim.event)).toEqual([event])
  })
})
