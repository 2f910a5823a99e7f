import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
const load = async (root: string) => {
  const { readDates } = await import(`${root}/src/claims/dates/read-dates.ts`)
  const { parseDateLexicon } = await import(`${root}/src/claims/dates/date-lexicon.ts`)
  const lex = new Map()
  return (text: string, lang: string, pub: string|null) => {
    if (!lex.has(lang)) lex.set(lang, parseDateLexicon(lang, { numbers: parse(readFileSync(`${root}/lexicons/${lang}/numbers.yaml`,'utf8')), dates: parse(readFileSync(`${root}/lexicons/${lang}/dates.yaml`,'utf8')) }))
    return readDates(text, lex.get(lang), pub).map((d:any)=>`${d.surface}=${d.iso}`)
  }
}
const a = await load('/work/main'), b = await load('/tmp/w-suites/main')
for (const dir of ['reports','wire','later','last'].map((d)=>'/tmp/w-suites/main/test/gold/'+d).concat('/tmp/w-suites/shared/reading/dev'))
for (const f of readdirSync(dir).filter((f)=>f.endsWith('.gold.json')).sort()) {
  const gold = JSON.parse(readFileSync(`${dir}/${f}`,'utf8'))
  const { text, lang } = JSON.parse(readFileSync(`${dir}/${f.replace('.gold','')}`,'utf8'))
  const x = a(text,lang,gold.published??gold.published_inferred??null), y = b(text,lang,gold.published??gold.published_inferred??null)
  const lost = x.filter((s:string)=>!y.includes(s)), won = y.filter((s:string)=>!x.includes(s))
  if (lost.length+won.length) console.log(lang, dir.split('/').at(-1), f.slice(0,3), '-', lost.join(' ; '), ' + ', won.join(' ; '), '| gold', gold.dates.map((d:any)=>d.surface+'='+d.iso).filter((s:string)=>won.concat(lost).some((w:string)=>w.split('=')[0]!.includes(s.split('=')[0]!)||s.includes(w.split('=')[0]!))).join(' ; '))
}
