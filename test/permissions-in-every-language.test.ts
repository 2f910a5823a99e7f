import { expect, it } from 'vitest'
import { raisedBy } from './raised-by.ts'

function asked(lang: string, text: string, published: string) {
  const { questions } = raisedBy(lang, text, published)
  return questions.map(({ kind, subject }) => `${kind} ${subject.slice('countries/'.length)}`)
}

it.each([
  ['en', 'The United States ended the waiver that allowed Iraq to buy Iranian gas.'],
  ['de', 'Die USA haben die Ausnahmegenehmigung für irakische Gasimporte aus dem Iran beendet.'],
  ['fr', "Les États-Unis ont mis fin à la dérogation permettant à l'Irak d'importer du gaz iranien."],
  ['ru', 'США отменили разрешение Ираку импортировать газ из Ирана.'],
  ['ar', 'أنهت الولايات المتحدة الإعفاء الذي يسمح للعراق باستيراد الغاز من إيران.'],
])('asks what is lost where a permission has ended: %s', (lang, text) => {
  expect(asked(lang, text, '2025-03-09')).toEqual(['outage IR-IQ-gas'])
})

it.each([
  ['en', 'The United States extended by four months the waiver that lets Iraq import gas from Iran.'],
  ['ru', 'США продлили на четыре месяца разрешение Ираку импортировать газ из Ирана.'],
  ['tr', "ABD, Irak'ın İran'dan gaz ithal etmesine izin veren muafiyeti dört ay uzattı."],
  ['ar', 'مددت الولايات المتحدة أربعة أشهر الإعفاء الذي يسمح للعراق باستيراد الغاز من إيران.'],
])('asks what hangs on a permission that is prolonged: %s', (lang, text) => {
  expect(asked(lang, text, '2024-03-20')).toEqual(['trade IQ-IR-gas'])
})

it.each([
  ['en', 'Washington granted Hungary a one-year waiver to buy Russian oil and gas.'],
  [
    'fr',
    "Washington a accordé à la Hongrie une dérogation d'un an pour acheter du pétrole et du gaz russes.",
  ],
  ['ru', 'США на год освободили Венгрию от санкций на покупку российской нефти и газа.'],
])('asks it of each carrier, also where it comes through others: %s', (lang, text) => {
  expect(asked(lang, text, '2025-11-20')).toEqual(['trade HU-RU-crude', 'trade HU-RU-gas'])
})

it.each([
  ['en', 'The US licence for Chevron in Venezuela has expired.'],
  ['es', 'Estados Unidos revocó la licencia de Chevron para producir petróleo en Venezuela.'],
  ['ru', 'США отозвали лицензию Chevron на добычу нефти в Венесуэле.'],
])('asks what a company brings up whose licence has ended: %s', (lang, text) => {
  expect(asked(lang, text, '2025-05-27')).toEqual(['outage VE-crude'])
})

it('asks what more adds where a licence lets a company bring up so much more', () => {
  const text =
    'A US licence will allow Chevron to raise its oil production in Venezuela by 100,000 barrels a day.'
  expect(asked('en', text, '2025-11-20')).toEqual(['rise VE-crude'])
})
