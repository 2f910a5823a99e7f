import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
/** Printed on a Friday. */
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-11-20' }).claims

describe('a restart planned for a weekday', () => {
  it.each([
    ['ar', 'أعلنت وزارة الطاقة أن الصادرات عبر خط أنابيب كركوك جيهان ستستأنف يوم الاثنين.'],
    [
      'bg',
      'Министерството на енергетиката съобщи, че износът по нефтопровода Киркук-Джейхан ще бъде възобновен в понеделник.',
    ],
    [
      'de',
      'Das Energieministerium teilte mit, die Exporte durch die Pipeline Kirkuk-Ceyhan würden am Montag wieder aufgenommen.',
    ],
    [
      'el',
      'Το υπουργείο Ενέργειας ανακοίνωσε ότι οι εξαγωγές μέσω του αγωγού Κιρκούκ-Τσεϊχάν θα ξαναρχίσουν τη Δευτέρα.',
    ],
    ['en', 'The energy ministry said exports through the Kirkuk-Ceyhan pipeline would resume on Monday.'],
    [
      'es',
      'El Ministerio de Energía informó que las exportaciones por el oleoducto Kirkuk-Ceyhan se reanudarán el lunes.',
    ],
    [
      'fr',
      "Le ministère de l'Énergie a indiqué que les exportations par l'oléoduc Kirkouk-Ceyhan reprendront lundi.",
    ],
    [
      'it',
      "Il ministero dell'Energia ha detto che le esportazioni attraverso l'oleodotto Kirkuk-Ceyhan riprenderanno lunedì.",
    ],
    [
      'pl',
      'Ministerstwo energii poinformowało, że eksport ropociągiem Kirkuk-Ceyhan zostanie wznowiony w poniedziałek.',
    ],
    [
      'ru',
      'Министерство энергетики сообщило, что экспорт по нефтепроводу Киркук — Джейхан возобновится в понедельник.',
    ],
    [
      'tr',
      'Enerji Bakanlığı, Kerkük-Ceyhan boru hattından ihracatın pazartesi günü yeniden başlayacağını açıkladı.',
    ],
    [
      'uk',
      'Міністерство енергетики повідомило, що експорт нафтопроводом Кіркук — Джейхан відновиться в понеділок.',
    ],
    ['zh', '能源部表示，经基尔库克－杰伊汉管道的出口将于周一恢复。'],
  ])('is on the next one, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([
      { event: 'repair_or_restart', modality: 'announced_or_planned', time: '2026-11-23' },
    ])
  })
})

describe('a report of power cuts that names no plant', () => {
  it.each([
    ['ar', 'أعلنت وزارة الكهرباء أن تخفيف الأحمال الكهربائية في مصر سيبدأ يوم الأحد.'],
    ['bg', 'В Египет от неделя започват прекъсвания на тока, съобщи министерството на енергетиката.'],
    ['de', 'In Ägypten beginnen am Sonntag Stromabschaltungen, teilte das Elektrizitätsministerium mit.'],
    [
      'el',
      'Από την Κυριακή θα αρχίσουν διακοπές ρεύματος στην Αίγυπτο, ανακοίνωσε το υπουργείο Ηλεκτρισμού.',
    ],
    ['en', 'Power cuts will begin in Egypt on Sunday, the electricity ministry said.'],
    [
      'es',
      'Los cortes de electricidad comenzarán el domingo en Egipto, informó el Ministerio de Electricidad.',
    ],
    [
      'fr',
      "Des coupures d'électricité commenceront dimanche en Égypte, a annoncé le ministère de l'Électricité.",
    ],
    [
      'it',
      "In Egitto da domenica cominceranno interruzioni di corrente, ha annunciato il ministero dell'Elettricità.",
    ],
    ['kk', 'Мысырда жексенбіден бастап электр қуатын өшіру басталады, деп хабарлады электр министрлігі.'],
    ['pl', 'Od niedzieli w Egipcie rozpoczną się wyłączenia prądu, podało ministerstwo energetyki.'],
    [
      'ru',
      'В Египте с воскресенья начнутся отключения электроэнергии, сообщило министерство электроэнергетики.',
    ],
    [
      'tr',
      "Elektrik Bakanlığı, Mısır'da pazar gününden itibaren elektrik kesintilerinin başlayacağını açıkladı.",
    ],
    ['uk', 'В Єгипті з неділі почнуться відключення електроенергії, повідомило міністерство енергетики.'],
    ['zh', '埃及电力部表示，周日起将开始拉闸限电。'],
  ])('is read as one of energy, in %s', (lang, text) => {
    const [claim] = read(lang, text)
    expect(claim?.assets).not.toEqual([])
    expect(['outage_or_attack', 'supply_halt']).toContain(claim?.event)
  })
})
