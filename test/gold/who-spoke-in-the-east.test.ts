import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const claims = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' }).claims
const lastOf = (lang: string, text: string) => claims(lang, text).at(-1)

describe('"he"', () => {
  it('is who spoke, not whom they met', () => {
    const text =
      '德国经济部长赖歇会见挪威能源部长泰耶·奥斯兰后对记者说：“挪威今年将增加对德国的天然气供应。”她还表示，德国不会限制天然气进口。'
    expect(lastOf('zh', text)?.speaker).not.toContain('奥斯兰')
    const russian =
      'Министр энергетики Сергей Цивилев рассказал о переговорах с министром нефти Ирака Хайяном Абдул Гани. Он добавил, что экспорт нефти вырастет на 5%.'
    expect(lastOf('ru', russian)?.speaker).toBe('Sergei Tsivilev')
  })
})

describe('an outlet that a sentence opens with', () => {
  it('hands on what somebody says further on in it', () => {
    const zh = '据路透社报道，诺瓦克当天在会见土耳其客人后表示，俄罗斯将增加对土耳其的天然气供应。'
    expect(lastOf('zh', zh)).toMatchObject({ speaker: 'Alexander Novak', via: ['Reuters'] })
    const el =
      'Όπως μεταδίδει το Reuters η εταιρεία Gazprom, που προμηθεύει και τη Σερβία, ανακοίνωσε ότι σταματά τις παραδόσεις φυσικού αερίου στην Αυστρία.'
    expect(lastOf('el', el)).toMatchObject({ speaker: 'Gazprom', via: ['Reuters'] })
  })
})

describe('an Arabic speaker', () => {
  it('is taken up by a surname of three letters behind a verb of saying', () => {
    const text =
      'أكد وزير النفط الليبي محمد عون أن إنتاج النفط ارتفع. وأضاف عون في حديث مع صحيفة الشرق الأوسط أن صادرات النفط ستزيد.'
    expect(lastOf('ar', text)?.speaker).toBe(claims('ar', text)[0]?.speaker)
    expect(claims('ar', text)[0]?.speaker).toMatch(/Oun$/u)
  })
  it('may stand before the title, without a comma', () => {
    const text = 'وأوضحت لينا برون المتحدثة باسم شركة إيني أن إنتاج الغاز في حقل ظهر توقف.'
    expect(lastOf('ar', text)).toMatchObject({ event: 'supply_halt', speaker_named: true })
  })
  it('may stand behind the ministry that the title names', () => {
    const text = 'وقال المتحدث باسم وزارة النفط راكان بدران إن ضخ الخام عبر خط كركوك جيهان استؤنف.'
    expect(lastOf('ar', text)?.speaker).toBe('Rakan Badran')
    const nobody = 'وقال المتحدث باسم وزارة النفط مساء السبت إن ضخ الخام عبر خط كركوك جيهان استؤنف.'
    expect(lastOf('ar', nobody)?.speaker_named).toBe(false)
  })
  it('may command forces between commas before "that"', () => {
    const text = 'صرح سامر الجبوري، قائد قوات حماية المنشآت النفطية، بأن حقل الرميلة تعرض لهجوم بطائرة مسيرة.'
    expect(claims('ar', text)).toHaveLength(1)
    expect(lastOf('ar', text)).toMatchObject({ event: 'outage_or_attack', speaker_named: true })
  })
})

describe('Chinese', () => {
  it('notifies nobody where it has not notified', () => {
    const text = '能源部表示，俄罗斯方面尚未正式通知哈萨克斯坦停止输油。'
    expect(lastOf('zh', text)?.speaker).not.toBe('Russia')
  })
  it('parts the names of foreigners with a dot of any kind', () => {
    const text = '俄罗斯副总理亚历山大•诺瓦克称，管道已恢复输油。'
    expect(lastOf('zh', text)?.speaker).toBe('Alexander Novak')
  })
  it('keeps "will not" with what it would cause', () => {
    const text = '该公司表示，此次火灾已被扑灭，不会造成炼油厂停产。'
    expect(lastOf('zh', text)).toMatchObject({ event: 'supply_halt', polarity: 'negative' })
  })
})
