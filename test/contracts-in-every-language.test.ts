import { describe, expect, it } from 'vitest'
import { raisedBy } from './raised-by.ts'

const day = '2025-06-10'

describe('a contract of supply that is signed', () => {
  it.each([
    ['en', 'SOCAR signed a contract to supply 1 bcm of gas a year to Greece from 2027.'],
    [
      'de',
      'SOCAR hat einen Vertrag über die Lieferung von 1 Milliarde Kubikmeter Gas pro Jahr an Griechenland ab 2027 unterzeichnet.',
    ],
    [
      'fr',
      'SOCAR a signé un contrat pour la livraison de 1 milliard de mètres cubes de gaz par an à la Grèce à partir de 2027.',
    ],
    [
      'es',
      'SOCAR firmó un contrato para suministrar 1.000 millones de metros cúbicos de gas al año a Grecia desde 2027.',
    ],
    [
      'it',
      "SOCAR ha firmato un contratto per la fornitura di 1 miliardo di metri cubi di gas all'anno alla Grecia dal 2027.",
    ],
    ['pl', 'SOCAR podpisał umowę na dostawy 1 mld metrów sześciennych gazu rocznie do Grecji od 2027 roku.'],
    ['ru', 'SOCAR подписала контракт на поставку 1 млрд кубометров газа в год в Грецию с 2027 года.'],
    ['uk', 'SOCAR підписала контракт на постачання 1 млрд кубометрів газу на рік до Греції з 2027 року.'],
    [
      'bg',
      'SOCAR подписа договор за доставка на 1 млрд. кубически метра газ годишно за Гърция от 2027 година.',
    ],
    [
      'el',
      'Η SOCAR υπέγραψε σύμβαση για την προμήθεια 1 δισ. κυβικών μέτρων φυσικού αερίου ετησίως στην Ελλάδα από το 2027.',
    ],
    [
      'tr',
      "SOCAR, 2027'den itibaren Yunanistan'a yılda 1 milyar metreküp gaz tedariki için sözleşme imzaladı.",
    ],
    ['ar', 'وقعت سوكار عقدا لتوريد مليار متر مكعب من الغاز سنويا إلى اليونان اعتبارا من 2027.'],
    ['zh', '阿塞拜疆国家石油公司与希腊签署协议，自2027年起每年供应10亿立方米天然气。'],
    [
      'kk',
      'Әзірбайжан мен Грекия 2027 жылдан бастап жылына 1 млрд текше метр газ жеткізу туралы келісімшартқа қол қойды.',
    ],
  ])('%s: is what it adds and what it moves on the way to its buyer: %s', (lang, text) => {
    const [question] = raisedBy(lang, text, day).questions
    expect(question).toMatchObject({
      kind: 'rise',
      carrier: 'gas',
      subject: 'countries/az-gr-gas-contract',
      contract: { way: { free: expect.any(Number) } },
    })
    // 1 bcm a year at 10.5 kWh.
    expect(question?.contract?.high).toBeCloseTo((1000 * 10.5) / 365, 6)
    expect(question?.scenarios[0]?.start).toBe('2027-01-01')
  })

  it('says why nothing is asked of a seller that buys what it sells', () => {
    const { questions, notComputed } = raisedBy(
      'fr',
      'TotalEnergies a signé un contrat de livraison de 2 millions de tonnes de GNL par an à Sinopec.',
      day,
    )
    expect(questions).toEqual([])
    expect(notComputed[0]?.because).toMatch(/buys on the market/u)
  })
})
