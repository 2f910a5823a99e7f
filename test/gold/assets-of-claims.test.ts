import { expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()

function claimsOf(lang: string, text: string) {
  return readOne(reader, { id: lang, lang, published: '2026-05-04', text }).claims
}

it.each([
  [
    'en',
    'The Energy Ministry of Cyprus said on Monday that the Vasilikos power plant had stopped after a fire.',
    'Vasilikos',
    'Cyprus',
  ],
  [
    'ru',
    'Министерство энергетики Казахстана сообщило в понедельник, что Атырауский НПЗ остановлен после пожара.',
    'Atyrau',
    'Kazakhstan',
  ],
  [
    'el',
    'Το υπουργείο Ενέργειας της Βουλγαρίας διέψευσε ότι σταμάτησε τη ροή αερίου στον αγωγό IGB.',
    'Greece-Bulgaria',
    'Bulgaria',
  ],
])(
  'takes the land within the name of a body for no asset where plant is named: %s',
  (lang, text, plant, land) => {
    const assets = claimsOf(lang, text).flatMap((claim) => claim.assets)
    expect(assets.some((name) => name.includes(plant))).toBe(true)
    expect(assets).not.toContain(land)
  },
)

it.each([
  [
    'en',
    'Gas flows through the Revithoussa LNG terminal stopped on Sunday. Greece drew 12 mcm from storage on Monday.',
    'Revithoussa',
  ],
  [
    'uk',
    'Термінал Клайпеда зупинився в неділю через пожежу. Польща відібрала зі сховищ 40 млн куб. м газу.',
    'Klaip',
  ],
])(
  'does not take up the terminal of before where a country draws from storage of its own: %s',
  (lang, text, terminal) => {
    const last = claimsOf(lang, text).at(-1)
    expect(last?.assets.some((name) => name.includes(terminal))).toBe(false)
  },
)

it.each([
  ['en', 'Talks with Gazprom on a new gas contract are continuing, Eni said on Monday.', 'Gazprom', 'Eni'],
  [
    'de',
    'Eni teilte am Montag mit, dass die Verhandlungen mit Gazprom über einen neuen Gasvertrag andauern.',
    'Gazprom',
    'Eni',
  ],
  ['fr', 'Eni a annoncé lundi avoir signé un contrat de gaz avec Sonatrach.', 'Sonatrach', 'Eni'],
  ['tr', 'BOTAŞ, Gazprom ile yeni bir anlaşma imzaladığını açıkladı.', 'Gazprom', 'BOTAS'],
  ['ru', '«Нафтогаз» заявил, что подписал контракт с SOCAR на поставки газа.', 'SOCAR', 'Naftogaz'],
])('counts a company that tells of its deal with another as a party: %s', (lang, text, other, speaker) => {
  const deal = claimsOf(lang, text).find(
    (claim) => claim.event === 'agreement' || claim.event === 'negotiation',
  )
  expect(deal?.assets).toEqual(expect.arrayContaining([other, speaker]))
})

it('takes up the plant of the sentence before with no word for what flows there, and keeps who acts', () => {
  const claims = claimsOf(
    'en',
    'Oil loadings at Primorsk stopped on Sunday after a storm. Exports fell by 300,000 barrels a day.',
  )
  expect(claims.at(-1)?.assets).toEqual(['Primorsk'])
})

it('names a field that no table has by two words before its kind, and no field of work', () => {
  const [shut] = claimsOf('en', 'Equinor shut production at its Red Lantern field on Monday.')
  expect(shut?.assets).toContain('Red Lantern field')
  const [hired] = claimsOf('en', 'Equinor shut its office for those who work in the Banking field.')
  expect(hired?.assets ?? []).not.toContain('Banking field')
})

it.each([
  ['Πυρκαγιά σημειώθηκε στο διυλιστήριο του Ασπροπύργου.', 'Aspropyrgos refinery'],
  ['Πυρκαγιά σημειώθηκε στο διυλιστήριο του Σβέχατ.', 'Schwechat refinery'],
])('names the listed plant though an article stands before its town: %s', (text, refinery) => {
  expect(claimsOf('el', text)[0]?.assets).toContain(refinery)
})

it('takes a prime minister for no agency', () => {
  const [claim] = claimsOf('en', 'Oil exports fell, Prime Minister Mikhail Mishustin said.')
  expect(claim).toMatchObject({ speaker: 'Mikhail Mishustin', via: [] })
})

it.each([
  ['fr', 'Un incendie a frappé la raffinerie Total de Gonfreville.', 'Gonfreville refinery'],
  ['es', 'Un incendio afectó a la refinería Repsol de Cartagena.', 'Cartagena refinery'],
  ['it', 'Un incendio ha colpito la raffineria Eni di Livorno.', 'Livorno refinery'],
])('names the listed plant behind the word for its owner: %s', (lang, text, refinery) => {
  expect(claimsOf(lang, text)[0]?.assets).toContain(refinery)
})
