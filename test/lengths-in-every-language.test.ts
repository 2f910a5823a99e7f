import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2025-11-20')

/** The first outage that a report raises: its scenario, its first shock, and how long it lasts. */
function outage(lang: string, text: string) {
  const { questions } = raisedBy(lang, text, day)
  const scenario = questions.find(({ kind }) => kind === 'outage')?.scenarios[0]
  const shock = scenario?.shocks[0]
  return { start: scenario?.start, shock, belief: scenario?.belief_days }
}

describe('what was cut for a short time', () => {
  it.each([
    ['en', 'The Medgaz pipeline was briefly halted on Tuesday.'],
    ['de', 'Die Leitung Medgaz wurde am Dienstag kurzzeitig stillgelegt.'],
    ['fr', 'Le gazoduc Medgaz a été brièvement arrêté mardi.'],
    ['es', 'El gasoducto Medgaz se detuvo brevemente el martes.'],
    ['it', 'Il gasdotto Transmed è stato brevemente fermato martedì.'],
    ['pl', 'Gazociąg Baltic Pipe został we wtorek na krótko zatrzymany.'],
    ['bg', 'Газопроводът „Син поток“ беше спрян за кратко във вторник.'],
    ['uk', 'Газопровід «Блакитний потік» у вівторок ненадовго зупинили.'],
    ['ru', 'Газопровод «Голубой поток» во вторник ненадолго остановили.'],
    ['el', 'Ο αγωγός TAP διέκοψε για λίγο τη λειτουργία του την Τρίτη.'],
    ['tr', 'Mavi Akım boru hattı salı günü kısa süreliğine durduruldu.'],
    ['kk', '«Көгілдір ағын» құбыры сейсенбіде қысқа уақытқа тоқтатылды.'],
    ['ar', 'توقف خط أنابيب ميدغاز لفترة وجيزة يوم الثلاثاء.'],
    ['zh', '蓝溪天然气管道周二短暂停输。'],
  ])('loses a part of one day and no more: %s', (lang, text) => {
    const { shock, start } = outage(lang, text)
    expect(start).toBe('2025-11-18')
    expect(shock?.to).toBe(start)
    expect(shock?.central).toBeGreaterThan(0.5)
  })
})

describe('works from one day to the next', () => {
  it.each([
    ['en', 'The Baltic Pipe will be shut for maintenance from 3 to 4 December.'],
    ['de', 'Wartung: Baltic Pipe steht vom 3. bis 4. Dezember still.'],
    ['fr', 'Medgaz sera arrêté du 3 au 4 décembre pour maintenance.'],
    ['es', 'El gasoducto Medgaz parará del 3 al 4 de diciembre por mantenimiento.'],
    ['it', 'Il Transmed sarà fermo dal 3 al 4 dicembre per manutenzione.'],
    ['pl', 'Baltic Pipe będzie wyłączony z powodu prac konserwacyjnych od 3 do 4 grudnia.'],
    ['bg', 'Газопроводът „Син поток“ ще бъде спрян за планов ремонт от 3 до 4 декември.'],
    ['uk', 'Газопровід «Блакитний потік» зупинять на плановий ремонт з 3 по 4 грудня.'],
    ['ru', 'Газопровод «Голубой поток» остановят на плановый ремонт с 3 по 4 декабря.'],
    ['el', 'Ο αγωγός TAP θα διακόψει τη λειτουργία του για συντήρηση από τις 3 έως τις 4 Δεκεμβρίου.'],
    ['tr', 'Mavi Akım 3-4 Aralık tarihlerinde bakım nedeniyle durdurulacak.'],
    ['kk', '«Көгілдір ағын» құбыры жөндеу жұмыстарына байланысты 3-4 желтоқсанда тоқтатылады.'],
    ['ar', 'سيتوقف خط أنابيب ميدغاز من 3 إلى 4 ديسمبر بسبب أعمال الصيانة.'],
    ['zh', '蓝溪天然气管道将于12月3日至4日停输检修。'],
  ])('begin on the first of them and take two: %s', (lang, text) => {
    const { start, belief } = outage(lang, text)
    expect(start).toBe('2025-12-03')
    expect(belief).toBe(2)
  })

  it('are a night where they have been', () => {
    expect(outage('en', 'The Baltic Pipe was hit in the night of 3 to 4 November.').start).toBe('2025-11-04')
  })
})

describe('a train of a plant of many', () => {
  it.each([
    ['en', 'One liquefaction train at Ras Laffan broke down on Wednesday.'],
    ['zh', '拉斯拉凡一条液化天然气生产线周三发生故障。'],
    ['ru', 'На заводе «Рас-Лаффан» в среду вышла из строя одна из линий сжижения.'],
  ])('is out for as long as one train and not as a whole plant: %s', (lang, text) => {
    const { shock } = outage(lang, text)
    expect(shock?.lasts?.central ?? 0).toBeGreaterThan(7)
    expect(shock?.lasts?.central ?? 999).toBeLessThan(80)
  })
})
