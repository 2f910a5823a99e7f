import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-11-20' })

describe('that nobody was hurt', () => {
  it.each([
    ['en', 'The governor said that drones had attacked the Ryazan refinery and that nobody was hurt.'],
    ['ru', 'Губернатор сообщил, что беспилотники атаковали Рязанский НПЗ, пострадавших нет.'],
    ['uk', 'Голова області повідомив, що дрони атакували Кременчуцький НПЗ, постраждалих немає.'],
    ['de', 'Bei dem Angriff auf die Raffinerie Rjasan wurde niemand verletzt.'],
    ['fr', "L'attaque contre la raffinerie de Riazan n'a pas fait de blessés."],
    ['es', 'El gobernador dijo que drones atacaron la refinería de Riazán y que no hubo heridos.'],
    ['it', "L'attacco alla raffineria di Ryazan non ha provocato feriti."],
    ['pl', 'Gubernator poinformował, że drony zaatakowały rafinerię w Riazaniu, nie ma ofiar.'],
    ['bg', 'Губернаторът съобщи, че дронове са атакували рафинерията в Рязан, няма пострадали.'],
    ['el', 'Ο κυβερνήτης δήλωσε ότι drones επιτέθηκαν στο διυλιστήριο του Ριαζάν χωρίς να υπάρχουν θύματα.'],
    ['ar', 'ولم يسفر الهجوم على مصفاة ريازان عن سقوط ضحايا.'],
    ['tr', 'Vali, dronların Ryazan rafinerisine saldırdığını, ölen ya da yaralanan olmadığını söyledi.'],
    ['zh', '州长表示,无人机袭击了梁赞炼油厂,没有人员伤亡。'],
    ['kk', 'Дрондар Рязань мұнай өңдеу зауытына шабуыл жасады, зардап шеккендер жоқ.'],
  ])('denies no attack in %s', (lang, text) => {
    expect(read(lang, text).claims).toMatchObject([
      { event: 'outage_or_attack', modality: 'happened', polarity: 'positive' },
    ])
  })

  it('says nothing of damage that is negated beside it', () => {
    expect(
      read('en', 'There were no casualties or damage at the Ryazan refinery, the governor said.').claims,
    ).toMatchObject([{ modality: 'denied', polarity: 'negative' }])
  })
})

describe('the refinery of a company in a place', () => {
  it.each([
    ['en', 'The refinery of Lukoil in Burgas halted operations.'],
    ['ru', 'НПЗ «Лукойла» в Бургасе остановлен.'],
    ['uk', 'НПЗ «Лукойлу» в Бургасі зупинено.'],
    ['de', 'Die Raffinerie von Lukoil in Burgas steht still.'],
    ['fr', 'La raffinerie de Lukoil à Bourgas a cessé de fonctionner.'],
    ['es', 'La refinería de Lukoil en Burgas detuvo sus operaciones.'],
    ['it', 'La raffineria di Lukoil a Burgas ha fermato la produzione.'],
    ['pl', 'Rafineria Łukoilu w Burgas wstrzymała pracę.'],
    ['bg', 'Рафинерията на Лукойл в Бургас спря работа.'],
    ['el', 'Το διυλιστήριο της Lukoil στο Μπουργκάς σταμάτησε τη λειτουργία του.'],
    ['ar', 'توقفت مصفاة لوك أويل في بورغاس عن العمل.'],
    ['tr', "Lukoil'in Burgaz'daki rafinerisi durdu."],
    ['zh', '卢克石油位于布尔加斯的炼油厂停产。'],
  ])('is the plant of the atlas in %s', (lang, text) => {
    expect(read(lang, text).claims[0]?.assets).toEqual(expect.arrayContaining(['Neftohim Burgas', 'Lukoil']))
  })
})

describe('a refinery named by a place of which the language has no name listed', () => {
  it.each([
    ['uk', 'Дрони вразили Рязанський нафтопереробний завод.', 'Ryazan refinery'],
    ['uk', 'Пожежа сталася на Сизранському НПЗ.', 'Syzran refinery'],
    ['pl', 'Pożar wybuchł w rafinerii w Syzraniu.', 'Syzran refinery'],
    ['el', 'Πυρκαγιά στο διυλιστήριο του Σιζράν.', 'Syzran refinery'],
    ['tr', "Dronlar Ryazan'daki rafineriyi vurdu.", 'Ryazan refinery'],
  ])('is known by its sound in %s: %s', (lang, text, name) => {
    expect(read(lang, text).claims[0]?.assets).toContain(name)
  })

  it.each([
    ['de', 'Lukoil-Raffinerie – Aktien geben nach.'],
    ['bg', 'Управителят на рафинерията Румен Петров подаде оставка.'],
  ])('is neither what stands behind a dash nor a person in %s', (lang, text) => {
    expect(read(lang, text).entities.filter(({ type }) => type === 'refinery')).toEqual([])
  })
})

describe('a ban with an end and no year', () => {
  it.each([
    ['en', 'Russia may ban exports of petrol until the end of February.'],
    ['de', 'Russland verlängert das Exportverbot für Benzin bis Ende Februar.'],
    ['el', 'Η Ρωσία παρέτεινε την απαγόρευση εξαγωγών βενζίνης έως το τέλος Φεβρουαρίου.'],
    ['ru', 'Россия продлила запрет на экспорт бензина до конца февраля.'],
    ['kk', 'Ресей бензин экспортына тыйымды ақпанның соңына дейін ұзартты.'],
  ])('ends in the February to come in %s, and is of products', (lang, text) => {
    expect(read(lang, text).claims).toMatchObject([
      { time: '../2027-02-28', assets: expect.arrayContaining(['oil products']) },
    ])
  })
})
