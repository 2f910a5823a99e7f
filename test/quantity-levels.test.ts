import { describe, expect, it } from 'vitest'
import { loadLexicons } from '../src/app/load-lexicons.ts'
import { parseQuantityLexicon, readQuantities } from '../src/claims/quantities/read-quantities.ts'

const lexicons = loadLexicons()

function levels(lang: string, text: string): readonly (true | undefined)[] {
  const files = lexicons[lang]
  if (files === undefined) throw new Error(`no lexicon for ${lang}`)
  return readQuantities(text, parseQuantityLexicon(lang, files)).map((quantity) => quantity.to_level)
}

describe('a figure where a change ended', () => {
  it.each([
    ['en', 'Flows dropped to about 20 mcm/d.', 'Flows dropped by about 20 mcm/d.'],
    ['de', 'Der Fluss sank auf 20 Mio. Kubikmeter pro Tag.', 'Der Fluss sank um 20 Mio. Kubikmeter pro Tag.'],
    [
      'fr',
      'Le débit est tombé à 20 millions de m3 par jour.',
      'Le débit a baissé de 20 millions de m3 par jour.',
    ],
    [
      'es',
      'El flujo cayó a 20 millones de metros cúbicos diarios.',
      'El flujo cayó en 20 millones de metros cúbicos diarios.',
    ],
    ['ru', 'Поток упал до 20 млн кубометров в сутки.', 'Поток упал на 20 млн кубометров в сутки.'],
    ['ar', 'انخفض التدفق إلى 20 مليون متر مكعب يوميا.', 'انخفض التدفق بمقدار 20 مليون متر مكعب يوميا.'],
    [
      'el',
      'Η ροή έπεσε σε 20 εκατ. κυβικά μέτρα ημερησίως.',
      'Η ροή έπεσε κατά 20 εκατ. κυβικά μέτρα ημερησίως.',
    ],
    ['zh', '流量降至每天2000万立方米。', '流量减少2000万立方米。'],
    ['tr', 'Akış günde 20 milyon metreküpe düştü.', 'Akış günde 20 milyon metreküp azaldı.'],
    [
      'pl',
      'Przepływ spadł do 20 mln metrów sześciennych dziennie.',
      'Przepływ spadł o 20 mln metrów sześciennych dziennie.',
    ],
    [
      'it',
      'Il flusso è sceso a 20 milioni di metri cubi al giorno.',
      'Il flusso è sceso di 20 milioni di metri cubi al giorno.',
    ],
    ['uk', 'Потік упав до 20 млн кубометрів на добу.', 'Потік упав на 20 млн кубометрів на добу.'],
    [
      'bg',
      'Потокът спадна до 20 млн. кубически метра на ден.',
      'Потокът спадна с 20 млн. кубически метра на ден.',
    ],
    ['kk', 'Ағын тәулігіне 20 млн текше метрге дейін төмендеді.', 'Ағын тәулігіне 20 млн текше метр азайды.'],
  ])('is told from the size of the change in %s', (lang, to, by) => {
    expect(levels(lang, to)).toEqual([true])
    expect(levels(lang, by)).toEqual([undefined])
  })
})
