import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './gold/score-dev.ts'

const reader = shippedReader()

/** The topics of the claims of a text on how grave it is, who forbade it, who fought there, and that nobody knows why. */
function tonesOf(lang: string, text: string): readonly string[] {
  const { claims } = readOne(reader, { id: 'tone', lang, text })
  const topics = claims.flatMap(({ cues }) =>
    cues.flatMap((cue) => /^topic:(grave|light|unexplained|ruling|war|some_hours):/u.exec(cue)?.[1] ?? []),
  )
  return [...new Set(topics)].sort()
}

describe('words for a halt of hours', () => {
  it.each([
    ['en', 'Oil flow through the Druzhba pipeline stopped for several hours.'],
    ['de', 'Die Druschba-Leitung stand für einige Stunden still.'],
    ['fr', "L'oléoduc Druzhba a été arrêté pendant plusieurs heures."],
    ['es', 'El oleoducto Druzhba estuvo parado durante varias horas.'],
    ['it', "L'oleodotto Druzhba è stato fermo per alcune ore."],
    ['pl', 'Rurociąg Przyjaźń został wstrzymany na kilka godzin.'],
    ['ru', 'Прокачка по нефтепроводу «Дружба» остановлена на несколько часов.'],
    ['uk', 'Прокачування нафтопроводом «Дружба» зупинено на кілька годин.'],
    ['bg', 'Потокът по петролопровода „Дружба“ е спрян за няколко часа.'],
    ['el', 'Η ροή πετρελαίου στον αγωγό Druzhba διακόπηκε για λίγες ώρες.'],
    ['tr', 'Drujba boru hattındaki petrol akışı birkaç saat durduruldu.'],
    ['kk', '«Дружба» мұнай құбырымен мұнай айдау бірнеше сағатқа тоқтатылды.'],
    ['zh', '友谊输油管道停止输油数小时。'],
    ['ar', 'توقف ضخ النفط عبر خط أنابيب دروجبا لعدة ساعات.'],
  ])('%s: %s', (lang, text) => {
    expect(tonesOf(lang, text)).toContain('some_hours')
  })
})

describe('words for a grave outage and for a light one', () => {
  it.each([
    ['en', 'Oil flow through the Druzhba pipeline stopped after the line ruptured.', 'grave'],
    ['en', 'Oil flow through the Druzhba pipeline stopped because of a suspected leak.', 'light'],
    ['de', 'Die Druschba-Leitung steht still, weil das Rohr gerissen ist.', 'grave'],
    ['de', 'Die Druschba-Leitung wurde kurzzeitig stillgelegt.', 'light'],
    ['fr', "L'oléoduc Druzhba est à l'arrêt après une rupture du tube.", 'grave'],
    ['fr', "L'oléoduc Druzhba est à l'arrêt à cause d'un soupçon de fuite.", 'light'],
    ['es', 'El oleoducto Druzhba está parado tras una rotura del tubo.', 'grave'],
    ['es', 'El oleoducto Druzhba está parado por una posible fuga.', 'light'],
    ['it', "L'oleodotto Druzhba è fermo per la rottura del tubo.", 'grave'],
    ['it', "L'oleodotto Druzhba è fermo per una sospetta perdita.", 'light'],
    ['pl', 'Rurociąg Przyjaźń został wstrzymany, bo rura jest rozerwana.', 'grave'],
    ['pl', 'Rurociąg Przyjaźń został na krótko wstrzymany.', 'light'],
    ['ru', 'Прокачка по нефтепроводу «Дружба» остановлена на неопределенный срок.', 'grave'],
    ['ru', 'Прокачка по нефтепроводу «Дружба» остановлена из-за ложной тревоги.', 'light'],
    ['uk', 'Прокачування нафтопроводом «Дружба» зупинено на невизначений термін.', 'grave'],
    ['uk', 'Прокачування нафтопроводом «Дружба» ненадовго зупинено.', 'light'],
    ['bg', 'Потокът по петролопровода „Дружба“ е спрян за неопределено време.', 'grave'],
    ['bg', 'Потокът по петролопровода „Дружба“ е спрян за кратко.', 'light'],
    ['el', 'Η ροή πετρελαίου στον αγωγό Druzhba διακόπηκε επ αόριστον.', 'grave'],
    ['el', 'Η ροή πετρελαίου στον αγωγό Druzhba διακόπηκε για λίγο.', 'light'],
    ['tr', 'Drujba boru hattındaki petrol akışı süresiz durduruldu.', 'grave'],
    ['tr', 'Drujba boru hattındaki petrol akışı kısa süreliğine durduruldu.', 'light'],
    ['kk', '«Дружба» мұнай құбырымен мұнай айдау белгісіз мерзімге тоқтатылды.', 'grave'],
    ['kk', '«Дружба» мұнай құбырымен мұнай айдау қысқа уақытқа тоқтатылды.', 'light'],
    ['zh', '友谊输油管道因管道破裂停止输油。', 'grave'],
    ['zh', '友谊输油管道因疑似泄漏停止输油。', 'light'],
    ['ar', 'توقف ضخ النفط عبر خط أنابيب دروجبا إلى أجل غير مسمى.', 'grave'],
    ['ar', 'توقف ضخ النفط عبر خط أنابيب دروجبا لفترة قصيرة.', 'light'],
  ])('%s: %s', (lang, text, tone) => {
    expect(tonesOf(lang, text)).toEqual([tone])
  })

  it('are heard in the next sentence where that tells nothing else', () => {
    const halted = 'Oil flow through the Druzhba pipeline stopped on Tuesday.'
    expect(tonesOf('en', `${halted} The reason is unclear.`)).toEqual(['unexplained'])
    expect(tonesOf('en', `${halted} Hungary will ask why. The reason is unclear.`)).toEqual([])
    expect(tonesOf('en', halted)).toEqual([])
  })

  it('are others for courts and for troops', () => {
    expect(tonesOf('en', 'Turkey halted the Kirkuk-Ceyhan pipeline after arbitrators ruled on it.')).toEqual([
      'ruling',
    ])
    expect(tonesOf('en', 'Output at the Heglig oil field stopped after rebels took control.')).toEqual([
      'war',
    ])
    expect(tonesOf('en', 'The fire at the refinery was brought under control.')).toEqual([])
  })
})

describe('words for people who stand in the way', () => {
  it.each([
    ['en', 'Output at the Sharara oil field stopped after tribesmen put up a road block.'],
    ['de', 'Die Förderung im Ölfeld Sharara steht wegen einer Straßensperre still.'],
    ['fr', 'La production du champ de Sharara est arrêtée par des gardes qui manifestent.'],
    ['es', 'El campo Sharara está parado porque vecinos bloquean la vía.'],
    ['it', 'La produzione nel giacimento di Sharara è ferma per i blocchi stradali.'],
    ['pl', 'Wydobycie na polu Sharara wstrzymano, bo mieszkańcy blokują drogę.'],
    ['ru', 'Добыча на месторождении Шарара остановлена: жители перекрыли дорогу.'],
    ['uk', 'Видобуток на родовищі Шарара зупинено: мешканці перекрили дорогу.'],
    ['bg', 'Добивът в находището Шарара спря заради митинг.'],
    ['el', 'Η παραγωγή στο κοίτασμα Σαράρα σταμάτησε λόγω κατάληψης.'],
    ['tr', 'Şarara sahasında üretim oturma eylemi yüzünden durdu.'],
    ['kk', 'Шарара кен орнында тұрғындар жолды жапқаннан кейін мұнай өндіру тоқтады.'],
    ['zh', '沙拉拉油田因居民静坐停产。'],
    ['ar', 'توقف الإنتاج في حقل الشرارة بسبب اعتصام.'],
  ])('%s: %s', (lang, text) => {
    const { claims } = readOne(reader, { id: 'blockade', lang, text })
    expect(claims.flatMap(({ cues }) => cues).some((cue) => cue.startsWith('topic:blockade:'))).toBe(true)
  })
})
