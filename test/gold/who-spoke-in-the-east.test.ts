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

describe('an Arabic participle', () => {
  it('goes on with who spoke, whatever land stands behind it', () => {
    const text =
      'وقال وزير النفط سامي قاسم إن حقل مجنون عاد إلى العمل. وأضاف أن الإنتاج سيرتفع، مشددا على التزام العراق باتفاق أوبك.'
    expect(lastOf('ar', text)?.speaker).toBe('Sami Qassem')
    const denied = 'قال وزير النفط سامي قاسم إن الإنتاج مستقر، نافيا وجود أي اتفاق بين مصر وليبيا لنقل النفط.'
    expect(lastOf('ar', denied)).toMatchObject({ speaker: 'Sami Qassem', modality: 'denied' })
  })
})

describe('a Turkish speaker', () => {
  it('stands behind a participle, and the land that opens the sentence says nothing', () => {
    const text =
      "Suriye tarafında boru hattı çalışmalarının başladığını, doğal gazın haziranda sevk edileceğini ifade eden Bayraktar, hattın Halep'e uzanacağını söyledi."
    for (const claim of claims('tr', text)) expect(claim.speaker).toBe('Alparslan Bayraktar')
  })
  it('is who a statement came from, before the colon that leads to it', () => {
    const text =
      "Rafineride akşam yangın çıktı. TÜPRAŞ'tan konuya ilişkin açıklama geldi:\n“Tank sahasında bir yangın çıkmıştır. Rafineride üretim durdurulmuştur.”"
    const [before, ...said] = claims('tr', text)
    expect(before?.speaker).toBeNull()
    expect(said.map((claim) => claim.speaker)).toEqual(said.map(() => 'Tupras'))
    expect(said.length).toBeGreaterThan(0)
  })
  it('spoke to the channel that stands between commas', () => {
    const text =
      'Bakanlık Sözcüsü Salih Demirel, Rudaw TV’ye yaptığı açıklamada, Kerkük petrolünün Ceyhan’a ihracatının yeniden başladığını söyledi.'
    expect(lastOf('tr', text)).toMatchObject({ speaker: 'Salih Demirel', via: ['Rudaw'] })
    const quoted =
      'Bakanlık Sözcüsü Salih Demirel, Rudaw TV’ye verdiği demeçte, "Kerkük petrolünün Ceyhan’a ihracatı yeniden başladı. Günlük 200 bin varil petrol gönderiliyor" dedi.'
    for (const claim of claims('tr', quoted)) expect(claim.via).toEqual(['Rudaw'])
  })
  it('is the ministry again where a government was named behind it', () => {
    const text =
      'Irak Petrol Bakanlığı, Kürdistan Bölgesel Yönetimi ile anlaşma imzalandığını açıkladı. Bakanlık, petrol ihracatının haziranda başlayacağını bildirdi.'
    expect(lastOf('tr', text)?.speaker).toBe('Iraqi Oil Ministry')
  })
})

describe('time', () => {
  it('is until a day behind a Chinese word of lasting, and no limit behind one of falling', () => {
    expect(lastOf('zh', '俄罗斯将汽油出口禁令延长至7月31日。')?.time).toBe('../2026-07-31')
    expect(lastOf('zh', '俄罗斯原油出口量降至2025年最低水平。')?.time).not.toMatch(/^\.\./u)
  })
  it('is of what is denied, not of the day of the denial', () => {
    const text =
      'نفت وزارة البترول المصرية الاثنين تصدير شحنات من الغاز المسال إلى اليونان في شهر يونيو المقبل.'
    expect(lastOf('ar', text)).toMatchObject({ modality: 'denied', time: '2026-06' })
  })
})

describe('an interview', () => {
  it('is credited where it stands before who says it', () => {
    const said: readonly (readonly [string, string])[] = [
      ['en', 'In an interview with Reuters, Novak said Russia would raise oil exports by 5%.'],
      [
        'fr',
        'Dans un entretien à Reuters, Novak a déclaré que la Russie augmenterait ses exportations de pétrole.',
      ],
      ['es', 'En una entrevista con Reuters, Novak dijo que Rusia aumentará sus exportaciones de petróleo.'],
      [
        'it',
        "In un'intervista a Reuters, Novak ha detto che la Russia aumenterà le esportazioni di petrolio.",
      ],
      ['el', 'Σε συνέντευξή του στο Reuters, ο Νόβακ δήλωσε ότι η Ρωσία θα αυξήσει τις εξαγωγές πετρελαίου.'],
      ['ar', 'وفي مقابلة مع وكالة رويترز، أكد نوفاك أن روسيا ستزيد صادرات النفط.'],
      ['tr', "Novak, Reuters'a verdiği röportajda petrol ihracatının artırılacağını söyledi."],
    ]
    for (const [lang, text] of said) {
      expect(claims(lang, text), text).toHaveLength(1)
      expect(lastOf(lang, text), text).toMatchObject({ speaker: 'Alexander Novak', via: ['Reuters'] })
    }
  })
})

describe('a Turkish statement', () => {
  it('needs no comma behind it', () => {
    const text = 'Enerji Bakanlığından yapılan açıklamada "boru hattından gaz akışı durdu" denildi.'
    expect(lastOf('tr', text)?.speaker).toBe('Turkish Energy Ministry')
  })
  it('may stand behind the agency that hands it on', () => {
    const text = "TASS'ın haberine göre, Novak petrol ihracatının artırılacağını belirtti."
    expect(lastOf('tr', text)).toMatchObject({ speaker: 'Alexander Novak', via: ['TASS'] })
  })
})

describe('an outlet and a town alone on a line', () => {
  it('are the dateline of what follows', () => {
    const text = 'شفق نيوز- أربيل\nأعلن مصدر في الشركة، الاثنين، توقف إنتاج النفط في حقل خورملة.'
    expect(lastOf('ar', text)?.via).toEqual(['Shafaq News'])
  })
})

describe('inside a quotation', () => {
  it('speaks who says it, not who acts in it', () => {
    const text =
      '«Η Ουκρανία παραβιάζει τη συμφωνία για τον αγωγό Ντρούζμπα. Δεν θα δεχθούμε διακοπή της ροής πετρελαίου», δήλωσε ο Σιγιάρτο.'
    for (const claim of claims('el', text)) expect(claim.speaker).toBe('Peter Szijjarto')
  })
  it('is denied by whom the sentence names before an Arabic verb, not by the land behind it', () => {
    const text = 'أصدرت وزارة النفط العراقية بيانا نفت فيه أي علاقة لدولة الكويت بتوقف تصدير النفط.'
    expect(lastOf('ar', text)?.speaker).toBe('Iraqi Oil Ministry')
  })
})

describe('a Chinese name that no table has', () => {
  it('is of the Latin letters in the brackets behind it, wherever it stands', () => {
    const text =
      '卡尔松能源部副部长艾里克·林德奎斯特（Erik Lindqvist）表示，瑞典将增加天然气进口。艾里克·林德奎斯特说，进口将于六月开始。'
    expect(claims('zh', text).map((claim) => claim.speaker)).toEqual(['Erik Lindqvist', 'Erik Lindqvist'])
  })
  it('of an outlet is told in English by its words, and by sound between them', () => {
    const text = '北京10月4日电（华北能源日报）中国石油天然气集团有限公司表示，将增加原油进口。'
    expect(claims('zh', text)[0]?.via).toEqual(['Huabei Energy Daily'])
  })
})

describe('an outlet', () => {
  it('passes on what "the source" and a verb alone go on to say, and not what another says', () => {
    const ar =
      'نقلت وكالة رويترز عن مصدر في وزارة النفط الكويتية أن مصفاة الزور توقفت. وأضاف المصدر أن صادرات الوقود ستتراجع.'
    expect(lastOf('ar', ar)).toMatchObject({ event: 'supply_change', via: ['Reuters'] })
    const en =
      'Reuters reported, citing a source at the ministry, that the Zour refinery had halted. Gazprom said that gas exports to Serbia rose.'
    expect(lastOf('en', en)).toMatchObject({ speaker: 'Gazprom', via: [] })
  })
})

describe('an office', () => {
  it('that a country does not have is that of the country named before it', () => {
    const text =
      'ANKARA - İran devlet televizyonuna göre, Petrol Bakanlığı Abadan Rafinerisi’nde üretimin durduğunu açıkladı.'
    expect(lastOf('tr', text)?.speaker).toBe('Iranian Oil Ministry')
  })
  it('of a region is not that of its country', () => {
    const text = '俄罗斯萨拉托夫州政府表示，当地一座炼油厂起火。'
    expect(lastOf('zh', text)?.speaker).toBe('Saratov regional government')
  })
  it('is taken up behind a Turkish form of saying', () => {
    const text =
      'Katar Enerji Bakanlığı Ras Laffan’da bir saldırı düzenlendiğini duyurdu. Yaralanan olmadığını belirten bakanlık, LNG sevkiyatının durdurulduğunu açıkladı.'
    expect(lastOf('tr', text)).toMatchObject({ event: 'supply_halt', speaker: 'Qatari Energy Ministry' })
  })
})

describe('a Chinese name in two parts', () => {
  it('may begin with the letters of a country', () => {
    const text = '伊拉克石油部副部长巴西姆·穆罕默德对路透社表示，巴士拉的原油出口已恢复。'
    expect(lastOf('zh', text)).toMatchObject({ speaker: 'Basim Mohammed', via: ['Reuters'] })
  })
  it('is that of whom its last part alone names', () => {
    const text = '欧盟委员会发言人安娜卡·伊特科宁周二说，欧盟没有与俄罗斯就天然气过境举行谈判。'
    expect(lastOf('zh', text)).toMatchObject({
      event: 'negotiation',
      modality: 'denied',
      speaker: 'Anna-Kaisa Itkonen',
    })
  })
})

describe('who speaks', () => {
  it('is not the owner of the outlet that tells it', () => {
    const text = '伊朗革命卫队旗下的塔斯尼姆通讯社报道，霍尔木兹海峡即将关闭。'
    expect(lastOf('zh', text)).toMatchObject({ speaker: null, via: ['Tasnim'] })
  })
  it('stands before a word that only goes on in Chinese', () => {
    const text = '俄罗斯石油公司随后表示，图阿普谢炼油厂遭到袭击。'
    expect(lastOf('zh', text)?.speaker).toBe('Rosneft')
  })
  it('is not the person of an occasion that a comma parts from unnamed sources', () => {
    const text =
      'Η Ουγγαρία ζήτησε πρόσβαση στον τερματικό σταθμό της Ρεβυθούσας. Αυτό ανέφεραν πηγές της ΔΕΠΑ, μετά την επίσκεψη του Πέτερ Σιγιάρτο.'
    expect(claims('el', text)[0]?.speaker).not.toBe('Peter Szijjarto')
  })
  it('is the body that cuts its forecast', () => {
    const text = 'رفعت منظمة أوبك توقعات الطلب على النفط في الهند.'
    expect(lastOf('ar', text)).toMatchObject({
      event: 'supply_change',
      modality: 'happened',
      speaker: 'OPEC',
    })
  })
})
