import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const assetsOf = (lang: string, text: string) =>
  readOne(reader, { lang, text, published: '2026-11-20' }).claims.flatMap(({ assets }) => assets)

describe('an adjective of two countries stands for both', () => {
  it.each([
    ['en', 'US-Russian talks on gas continue.', ['United States', 'Russia']],
    ['en', 'A Sino-Russian gas deal was signed.', ['China', 'Russia']],
    ['de', 'Die US-russischen Gespräche über Gas dauern an.', ['United States', 'Russia']],
    ['de', 'Die italo-algerische Gaspipeline steht still.', ['Italy', 'Algeria']],
    ['fr', 'Les discussions russo-kazakhes sur le transit du gaz se poursuivent.', ['Russia', 'Kazakhstan']],
    ['es', 'Se firmó un acuerdo hispano-argelino sobre el gas.', ['Spain', 'Algeria']],
    ['it', "Firmato l'accordo italo-algerino sul gas.", ['Italy', 'Algeria']],
    ['el', 'Οι ρωσοτουρκικές συνομιλίες για το φυσικό αέριο συνεχίζονται.', ['Russia', 'Turkey']],
    ['el', 'Υπεγράφη η ελληνοβουλγαρική συμφωνία για το φυσικό αέριο.', ['Greece', 'Bulgaria']],
    ['ru', 'Итало-алжирский контракт на поставку газа продлён.', ['Italy', 'Algeria']],
    ['uk', 'Підписано греко-болгарську угоду про газ.', ['Greece', 'Bulgaria']],
    ['bg', 'Подписано е българо-гръцко споразумение за газ.', ['Bulgaria', 'Greece']],
    ['pl', 'Podpisano włosko-algierską umowę gazową.', ['Italy', 'Algeria']],
    ['ar', 'تستمر المحادثات الروسية التركية بشأن الغاز.', ['Russia', 'Turkey']],
    ['tr', 'Türk-Rus gaz görüşmeleri sürüyor.', ['Turkey', 'Russia']],
    ['kk', 'Ресей-Қазақстан газ келіссөздері жалғасуда.', ['Russia', 'Kazakhstan']],
    ['zh', '俄哈签署石油协议。', ['Russia', 'Kazakhstan']],
    ['zh', '中、俄、蒙三国签署天然气协议。', ['China', 'Russia', 'Mongolia']],
  ])('in %s: %s', (lang, text, countries) => {
    expect(assetsOf(lang, text)).toEqual(expect.arrayContaining(countries))
  })
})

describe('letters that stand for countries in pairs', () => {
  it('stand for none where one of them begins a name', () => {
    const assets = assetsOf('zh', '原油出口增加，其中美国出口增加最多。')
    expect(assets).toContain('United States')
    expect(assets).not.toContain('China')
  })
})

describe('a word for one before digits', () => {
  it('is an article and no end of a range', () => {
    const { quantities } = readOne(reader, {
      lang: 'es',
      text: 'La producción cayó entre un 30 y un 40 por ciento.',
    })
    expect(quantities).toMatchObject([{ value: [30, 40], unit: '%' }])
  })
})
