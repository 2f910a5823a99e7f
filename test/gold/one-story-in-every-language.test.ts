import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
/** Printed on a Friday. */
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-11-20' }).claims

describe('no danger of a shortage', () => {
  it.each([
    [
      'en',
      'There is no threat of a fuel shortage in Bulgaria, Energy Ministry spokeswoman Maria Petrova told the BTA agency.',
    ],
    [
      'de',
      'Es droht kein Kraftstoffmangel in Bulgarien, sagte die Sprecherin des Energieministeriums, Maria Petrowa, der Agentur BTA.',
    ],
    [
      'fr',
      "Il n'y a aucun risque de pénurie de carburant en Bulgarie, a déclaré la porte-parole du ministère de l'Énergie, Maria Petrova, à l'agence BTA.",
    ],
    [
      'es',
      'No hay riesgo de escasez de combustible en Bulgaria, dijo la portavoz del Ministerio de Energía, Maria Petrova, a la agencia BTA.',
    ],
    [
      'it',
      "Non c'è alcun rischio di carenza di carburante in Bulgaria, ha detto la portavoce del ministero dell'Energia, Maria Petrova, all'agenzia BTA.",
    ],
    [
      'pl',
      'Bułgarii nie grozi brak paliwa, powiedziała agencji BTA rzeczniczka ministerstwa energetyki Maria Petrowa.',
    ],
    [
      'bg',
      'Няма опасност от недостиг на горива в България, каза пред БТА говорителката на Министерството на енергетиката Мария Петрова.',
    ],
    [
      'ru',
      'Угрозы дефицита топлива в Болгарии нет, сказала агентству БТА представитель министерства энергетики Мария Петрова.',
    ],
    [
      'uk',
      'Загрози дефіциту пального в Болгарії немає, сказала агентству БТА речниця міністерства енергетики Марія Петрова.',
    ],
    [
      'kk',
      'Болгарияда жанармай тапшылығы қаупі жоқ деді БТА агенттігіне энергетика министрлігінің өкілі Мария Петрова.',
    ],
    [
      'tr',
      "Enerji Bakanlığı Sözcüsü Maria Petrova, BTA ajansına Bulgaristan'da yakıt sıkıntısı riski bulunmadığını söyledi.",
    ],
    [
      'el',
      'Δεν υπάρχει κίνδυνος έλλειψης καυσίμων στη Βουλγαρία, δήλωσε στο πρακτορείο BTA η εκπρόσωπος του υπουργείου Ενέργειας, Μαρία Πέτροβα.',
    ],
    [
      'ar',
      'قالت المتحدثة باسم وزارة الطاقة ماريا بتروفا لوكالة الأنباء البلغارية إنه لا يوجد خطر نقص في الوقود في بلغاريا.',
    ],
    ['zh', '保加利亚能源部发言人玛丽亚·彼得罗娃对保加利亚通讯社表示，保加利亚不存在燃料短缺的风险。'],
  ])('is a denial, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([
      { event: 'supply_change', modality: 'denied', polarity: 'negative', speaker_named: true },
    ])
  })
})

describe('what two persons who know of it told an agency', () => {
  it.each([
    [
      'en',
      'Kazakhstan is considering cutting oil exports through the Caspian Pipeline Consortium by a third, Reuters reported, citing two people familiar with the matter.',
    ],
    [
      'de',
      'Kasachstan erwägt, die Ölexporte über das Kaspische Pipeline-Konsortium um ein Drittel zu kürzen, berichtete Reuters unter Berufung auf zwei mit der Sache vertraute Personen.',
    ],
    [
      'fr',
      "Le Kazakhstan envisage de réduire d'un tiers ses exportations de pétrole par le Consortium du pipeline caspien, a rapporté Reuters, citant deux personnes au fait du dossier.",
    ],
    [
      'es',
      'Kazajistán estudia recortar en un tercio las exportaciones de petróleo por el Consorcio del Oleoducto del Caspio, informó Reuters citando a dos personas al tanto del asunto.',
    ],
    [
      'it',
      'Il Kazakistan valuta di tagliare di un terzo le esportazioni di petrolio attraverso il Caspian Pipeline Consortium, ha riferito Reuters citando due persone a conoscenza della questione.',
    ],
    [
      'pl',
      'Kazachstan rozważa ograniczenie o jedną trzecią eksportu ropy przez Konsorcjum Rurociągu Kaspijskiego, podał Reuters, powołując się na dwie osoby zaznajomione ze sprawą.',
    ],
    [
      'bg',
      'Казахстан обмисля да намали с една трета износа на петрол през Каспийския тръбопроводен консорциум, съобщи Ройтерс, като се позова на двама души, запознати с въпроса.',
    ],
    [
      'ru',
      'Казахстан рассматривает возможность сократить на треть экспорт нефти через Каспийский трубопроводный консорциум, сообщило агентство Reuters со ссылкой на два осведомлённых источника.',
    ],
    [
      'uk',
      'Казахстан розглядає можливість скоротити на третину експорт нафти через Каспійський трубопровідний консорціум, повідомило агентство Reuters із посиланням на двох обізнаних співрозмовників.',
    ],
    [
      'kk',
      'Қазақстан Каспий құбыр консорциумы арқылы мұнай экспортын үштен біріне қысқартуды қарастырып жатыр деп хабарлады Reuters агенттігі мәселемен таныс екі дереккөзге сілтеме жасап.',
    ],
    [
      'el',
      'Το Καζακστάν εξετάζει το ενδεχόμενο να μειώσει κατά ένα τρίτο τις εξαγωγές πετρελαίου μέσω της Κοινοπραξίας Αγωγού της Κασπίας, μετέδωσε το Reuters επικαλούμενο δύο πρόσωπα που γνωρίζουν το θέμα.',
    ],
    ['zh', '路透社援引两名知情人士的话报道，哈萨克斯坦正考虑将经里海管道财团的石油出口削减三分之一。'],
  ])('is possible, and comes from them through it, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([
      {
        event: 'supply_change',
        modality: 'possible',
        speaker: expect.stringMatching(/two (unnamed )?sources/u),
        via: expect.arrayContaining(['Reuters']),
      },
    ])
  })
})

describe('a licence of the US Treasury that is prolonged', () => {
  it.each([
    [
      'en',
      'The US Treasury on Friday extended by six months a licence that lets Lukoil stations outside Russia keep operating.',
    ],
    [
      'de',
      'Das US-Finanzministerium hat am Freitag eine Genehmigung um sechs Monate verlängert, mit der Lukoil-Tankstellen außerhalb Russlands weiterarbeiten dürfen.',
    ],
    [
      'fr',
      'Le Trésor américain a prolongé vendredi de six mois une licence permettant aux stations-service Lukoil situées hors de Russie de poursuivre leur activité.',
    ],
    [
      'es',
      'El Tesoro de Estados Unidos prorrogó el viernes por seis meses una licencia que permite seguir operando a las gasolineras de Lukoil fuera de Rusia.',
    ],
    [
      'it',
      'Il Tesoro statunitense ha prorogato venerdì di sei mesi una licenza che permette alle stazioni di servizio Lukoil fuori dalla Russia di continuare a operare.',
    ],
    [
      'pl',
      'Departament Skarbu USA przedłużył w piątek o sześć miesięcy licencję pozwalającą stacjom Łukoilu poza Rosją dalej działać.',
    ],
    [
      'bg',
      'Американското финансово министерство в петък удължи с шест месеца лиценза, който позволява на бензиностанциите на „Лукойл“ извън Русия да продължат да работят.',
    ],
    [
      'ru',
      'Минфин США в пятницу продлил на шесть месяцев лицензию, позволяющую АЗС «Лукойла» за пределами России продолжать работу.',
    ],
    [
      'kk',
      'АҚШ Қаржы министрлігі жұма күні «Лукойлдың» Ресейден тыс жанармай бекеттеріне жұмысын жалғастыруға рұқсат беретін лицензияны алты айға ұзартты.',
    ],
    [
      'tr',
      "ABD Hazine Bakanlığı cuma günü, Lukoil'in Rusya dışındaki istasyonlarının çalışmayı sürdürmesine izin veren lisansı altı ay uzattı.",
    ],
    [
      'ar',
      'مددت وزارة الخزانة الأمريكية يوم الجمعة لستة أشهر ترخيصا يسمح لمحطات وقود لوك أويل خارج روسيا بمواصلة العمل.',
    ],
  ])('relieves of sanctions, and what it lets go on is not what happened, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([{ event: 'sanction_relief', modality: 'happened' }])
  })
})

describe('works that will cut deliveries', () => {
  it.each([
    [
      'en',
      'Gassco will shut the Nyhamna gas plant for maintenance from 3 to 12 September, cutting deliveries by 70 million cubic metres a day, the operator said in a notice.',
    ],
    [
      'fr',
      "Gassco arrêtera l'usine de gaz de Nyhamna pour maintenance du 3 au 12 septembre, ce qui réduira les livraisons de 70 millions de mètres cubes par jour, selon un avis de l'opérateur.",
    ],
    [
      'es',
      'Gassco parará la planta de gas de Nyhamna por mantenimiento del 3 al 12 de septiembre, lo que reducirá las entregas en 70 millones de metros cúbicos al día, según un aviso del operador.',
    ],
    [
      'it',
      "Gassco fermerà l'impianto gas di Nyhamna per manutenzione dal 3 al 12 settembre, riducendo le consegne di 70 milioni di metri cubi al giorno, ha comunicato l'operatore.",
    ],
    [
      'pl',
      'Gassco wyłączy zakład gazowy Nyhamna na czas konserwacji od 3 do 12 września, co zmniejszy dostawy o 70 mln metrów sześciennych dziennie, podał operator.',
    ],
    [
      'ru',
      'Gassco остановит газовый завод «Нюхамна» на ремонт с 3 по 12 сентября, поставки сократятся на 70 млн кубометров в сутки, сообщил оператор.',
    ],
    [
      'uk',
      'Gassco зупинить газовий завод «Нюхамна» на ремонт з 3 до 12 вересня, постачання скоротиться на 70 млн кубометрів на добу, повідомив оператор.',
    ],
    [
      'kk',
      'Gassco 3-12 қыркүйек аралығында Нюхамна газ зауытын жөндеуге тоқтатады, жеткізілім тәулігіне 70 млн текше метрге азаяды деп хабарлады оператор.',
    ],
    [
      'tr',
      'İşletmeciye göre Gassco, Nyhamna gaz tesisini bakım için 3-12 Eylül tarihleri arasında kapatacak; sevkiyat günde 70 milyon metreküp azalacak.',
    ],
    [
      'el',
      'Η Gassco θα κλείσει τη μονάδα αερίου Nyhamna για συντήρηση από τις 3 έως τις 12 Σεπτεμβρίου, μειώνοντας τις παραδόσεις κατά 70 εκατ. κυβικά μέτρα την ημέρα, ανακοίνωσε ο διαχειριστής.',
    ],
    [
      'ar',
      'ستغلق شركة غاسكو محطة نيهامنا للغاز لأعمال الصيانة من 3 إلى 12 سبتمبر، مما سيخفض الإمدادات بمقدار 70 مليون متر مكعب يوميا، وفق إشعار من المشغل.',
    ],
    [
      'zh',
      '运营商称，挪威Gassco公司将于9月3日至12日关闭尼汉纳天然气厂进行检修，供气量每天将减少7000万立方米。',
    ],
  ])('are to come, and so is the cut, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([
      { event: 'supply_halt', modality: 'announced_or_planned' },
      { event: 'supply_change', modality: 'announced_or_planned' },
    ])
  })
})

describe('press reports that a minister denies', () => {
  it.each([
    [
      'en',
      'Iraqi Oil Minister Hayan Abdul Ghani denied media reports that exports through the Kirkuk-Ceyhan pipeline had been halted.',
    ],
    [
      'de',
      'Der irakische Ölminister Hajan Abdul Ghani wies Medienberichte zurück, wonach die Exporte durch die Pipeline Kirkuk-Ceyhan eingestellt worden seien.',
    ],
    [
      'fr',
      "Le ministre irakien du Pétrole, Hayan Abdel-Ghani, a démenti les informations de presse selon lesquelles les exportations par l'oléoduc Kirkouk-Ceyhan auraient été interrompues.",
    ],
    [
      'es',
      'El ministro de Petróleo iraquí, Hayan Abdul Ghani, desmintió las informaciones de prensa según las cuales se habían suspendido las exportaciones por el oleoducto Kirkuk-Ceyhan.',
    ],
    [
      'it',
      "Il ministro del Petrolio iracheno Hayan Abdul Ghani ha smentito le notizie di stampa secondo cui le esportazioni attraverso l'oleodotto Kirkuk-Ceyhan sarebbero state sospese.",
    ],
    [
      'pl',
      'Iracki minister ropy Hajan Abdul Ghani zaprzeczył doniesieniom mediów, że eksport rurociągiem Kirkuk-Ceyhan został wstrzymany.',
    ],
    [
      'bg',
      'Иракският министър на петрола Хаян Абдул Гани опроверга медийните съобщения, че износът по тръбопровода Киркук-Джейхан е спрян.',
    ],
    [
      'uk',
      'Міністр нафти Іраку Хаян Абдул Гані спростував повідомлення ЗМІ про те, що експорт трубопроводом Кіркук — Джейхан зупинено.',
    ],
    [
      'tr',
      'Irak Petrol Bakanı Hayan Abdülgani, Kerkük-Ceyhan boru hattından ihracatın durdurulduğu yönündeki basın haberlerini yalanladı.',
    ],
    [
      'el',
      'Ο υπουργός Πετρελαίου του Ιράκ Χαγιάν Αμπντούλ Γκάνι διέψευσε δημοσιεύματα ότι οι εξαγωγές μέσω του αγωγού Κιρκούκ-Τσεϊχάν διακόπηκαν.',
    ],
    [
      'ar',
      'نفى وزير النفط العراقي حيان عبد الغني تقارير إعلامية عن توقف الصادرات عبر خط أنابيب كركوك - جيهان.',
    ],
    ['zh', '伊拉克石油部长哈扬·阿卜杜勒-加尼否认了有关基尔库克－杰伊汉管道出口已中断的媒体报道。'],
  ])('are denied by him, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([
      { event: 'supply_halt', modality: 'denied', speaker: 'Hayan Abdul-Ghani' },
    ])
  })
})

describe('what stops unless a contract is signed', () => {
  it.each([
    [
      'en',
      'If no new contract is signed, transit of Russian oil through the Druzhba pipeline will stop on 1 January, Naftogaz chief executive Serhii Koretskyi warned.',
    ],
    [
      'de',
      'Wenn kein neuer Vertrag unterzeichnet wird, endet der Transit von russischem Öl durch die Druschba-Pipeline am 1. Januar, warnte Naftogaz-Chef Serhij Korezkyj.',
    ],
    [
      'fr',
      "Si aucun nouveau contrat n'est signé, le transit de pétrole russe par l'oléoduc Droujba s'arrêtera le 1er janvier, a averti le directeur général de Naftogaz, Serhii Koretskyi.",
    ],
    [
      'es',
      'Si no se firma un nuevo contrato, el tránsito de petróleo ruso por el oleoducto Druzhba cesará el 1 de enero, advirtió el director general de Naftogaz, Serhii Koretskyi.',
    ],
    [
      'it',
      "Se non verrà firmato un nuovo contratto, il transito di petrolio russo attraverso l'oleodotto Druzhba cesserà il 1° gennaio, ha avvertito l'amministratore delegato di Naftogaz, Serhii Koretskyi.",
    ],
    [
      'pl',
      'Jeśli nie zostanie podpisany nowy kontrakt, tranzyt rosyjskiej ropy rurociągiem Przyjaźń ustanie 1 stycznia, ostrzegł prezes Naftohazu Serhij Korecki.',
    ],
    [
      'bg',
      'Ако не бъде подписан нов договор, транзитът на руски петрол по тръбопровода „Дружба“ ще спре на 1 януари, предупреди изпълнителният директор на „Нафтогаз“ Сергий Корецки.',
    ],
    [
      'ru',
      'Если новый контракт не будет подписан, транзит российской нефти по трубопроводу «Дружба» прекратится 1 января, предупредил глава «Нафтогаза» Сергей Корецкий.',
    ],
    [
      'uk',
      'Якщо новий контракт не підпишуть, транзит російської нафти трубопроводом «Дружба» припиниться 1 січня, попередив голова «Нафтогазу» Сергій Корецький.',
    ],
    [
      'kk',
      'Жаңа келісімшартқа қол қойылмаса, «Дружба» құбыры арқылы Ресей мұнайының транзиті 1 қаңтарда тоқтайды деп ескертті «Нафтогаз» басшысы Сергей Корецкий.',
    ],
    [
      'tr',
      "Naftogaz Genel Müdürü Serhiy Koretskiy, yeni sözleşme imzalanmazsa Rus petrolünün Drujba boru hattından transitinin 1 Ocak'ta duracağı uyarısında bulundu.",
    ],
    [
      'el',
      'Αν δεν υπογραφεί νέα σύμβαση, η διαμετακόμιση ρωσικού πετρελαίου μέσω του αγωγού Ντρούζμπα θα σταματήσει την 1η Ιανουαρίου, προειδοποίησε ο διευθύνων σύμβουλος της Naftogaz, Σέρχι Κορέτσκι.',
    ],
    [
      'ar',
      'حذر الرئيس التنفيذي لشركة نافتوغاز سيرغي كوريتسكي من أن عبور النفط الروسي عبر خط أنابيب دروجبا سيتوقف في الأول من يناير إذا لم يوقع عقد جديد.',
    ],
  ])('is conditional, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([
      { event: 'supply_halt', modality: 'conditional', speaker: 'Serhii Koretskyi', time: '2027-01-01' },
    ])
  })
})

describe('a price that analysts expect, less than they did', () => {
  it.each([
    [
      'en',
      'Analysts at Goldman Sachs expect Brent to average $63 a barrel next year, $4 less than they had forecast before.',
    ],
    [
      'de',
      'Analysten von Goldman Sachs erwarten, dass Brent im nächsten Jahr im Schnitt 63 Dollar je Barrel kostet, vier Dollar weniger als zuvor prognostiziert.',
    ],
    [
      'fr',
      "Les analystes de Goldman Sachs s'attendent à ce que le Brent se négocie en moyenne à 63 dollars le baril l'an prochain, quatre dollars de moins que prévu auparavant.",
    ],
    [
      'es',
      'Los analistas de Goldman Sachs prevén que el Brent promedie 63 dólares por barril el próximo año, cuatro dólares menos que lo que pronosticaban antes.',
    ],
    [
      'pl',
      'Analitycy Goldman Sachs spodziewają się, że ropa Brent będzie w przyszłym roku kosztować średnio 63 dolary za baryłkę, o cztery dolary mniej, niż prognozowali wcześniej.',
    ],
    [
      'ru',
      'Аналитики Goldman Sachs ожидают, что Brent в следующем году будет стоить в среднем 63 доллара за баррель, на четыре доллара меньше прежнего прогноза.',
    ],
    [
      'uk',
      'Аналітики Goldman Sachs очікують, що Brent наступного року коштуватиме в середньому 63 долари за барель, на чотири долари менше за попередній прогноз.',
    ],
    [
      'kk',
      'Goldman Sachs талдаушылары келесі жылы Brent мұнайының бағасы орта есеппен барреліне 63 доллар болады деп күтеді, бұл бұрынғы болжамнан төрт долларға төмен.',
    ],
    [
      'el',
      'Αναλυτές της Goldman Sachs αναμένουν ότι το Brent θα διαμορφωθεί κατά μέσο όρο στα 63 δολάρια το βαρέλι το επόμενο έτος, τέσσερα δολάρια χαμηλότερα από την προηγούμενη πρόβλεψη.',
    ],
    [
      'ar',
      'يتوقع محللو غولدمان ساكس أن يبلغ متوسط سعر خام برنت 63 دولارا للبرميل العام المقبل، أي أقل بأربعة دولارات من توقعاتهم السابقة.',
    ],
  ])('is one claim about next year, in %s', (lang, text) => {
    const [claim, ...rest] = read(lang, text)
    expect(rest).toEqual([])
    expect(claim).toMatchObject({ event: 'price_move', time: '2027' })
    expect(['announced_or_planned', 'possible']).toContain(claim?.modality)
    expect(claim?.speaker).toContain('Goldman Sachs')
  })
})

describe('how full stores are, by data of a body', () => {
  it.each([
    [
      'en',
      'Gas storage sites in the European Union were 62 percent full on 15 March, 7 percentage points less than a year earlier, Gas Infrastructure Europe data showed.',
    ],
    [
      'de',
      'Die Gasspeicher in der Europäischen Union waren am 15. März zu 62 Prozent gefüllt, sieben Prozentpunkte weniger als ein Jahr zuvor, wie Daten von Gas Infrastructure Europe zeigten.',
    ],
    [
      'fr',
      "Les stocks de gaz de l'Union européenne étaient remplis à 62 % le 15 mars, soit 7 points de moins qu'un an plus tôt, selon les données de Gas Infrastructure Europe.",
    ],
    [
      'es',
      'Los almacenamientos de gas de la Unión Europea estaban llenos al 62 % el 15 de marzo, siete puntos menos que un año antes, según datos de Gas Infrastructure Europe.',
    ],
    [
      'it',
      "Gli stoccaggi di gas nell'Unione europea erano pieni al 62% il 15 marzo, sette punti in meno rispetto a un anno prima, secondo i dati di Gas Infrastructure Europe.",
    ],
    [
      'pl',
      'Magazyny gazu w Unii Europejskiej były 15 marca zapełnione w 62 proc., o 7 punktów procentowych mniej niż rok wcześniej, wynika z danych Gas Infrastructure Europe.',
    ],
    [
      'bg',
      'Газохранилищата в Европейския съюз бяха пълни на 62 процента на 15 март, със 7 процентни пункта по-малко от година по-рано, показват данни на Gas Infrastructure Europe.',
    ],
    [
      'ru',
      'Газохранилища Евросоюза на 15 марта были заполнены на 62 %, на 7 процентных пунктов меньше, чем годом ранее, следует из данных Gas Infrastructure Europe.',
    ],
    [
      'uk',
      'Газосховища Європейського Союзу на 15 березня були заповнені на 62 %, на 7 процентних пунктів менше, ніж рік тому, свідчать дані Gas Infrastructure Europe.',
    ],
    [
      'kk',
      'Gas Infrastructure Europe деректері бойынша, Еуропалық одақтағы газ қоймалары 15 наурызда 62 пайызға толған, бұл бір жыл бұрынғыдан 7 пайыздық тармаққа аз.',
    ],
    [
      'tr',
      "Gas Infrastructure Europe verilerine göre Avrupa Birliği'ndeki gaz depoları 15 Mart'ta yüzde 62 doluydu; bu, bir yıl öncesine göre 7 puan daha az.",
    ],
    [
      'el',
      'Οι αποθήκες αερίου στην Ευρωπαϊκή Ένωση ήταν γεμάτες κατά 62% στις 15 Μαρτίου, επτά μονάδες λιγότερο από ό,τι έναν χρόνο νωρίτερα, σύμφωνα με στοιχεία του Gas Infrastructure Europe.',
    ],
    ['zh', '欧洲天然气基础设施协会的数据显示，3月15日欧盟储气库填充率为62%，比一年前低7个百分点。'],
  ])('is told by that body, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([{ speaker: 'Gas Infrastructure Europe' }])
  })
})

describe('what a minister added', () => {
  it.each([
    [
      'en',
      'Hungarian Foreign Minister Peter Szijjarto said on Tuesday that talks on gas deliveries through TurkStream would continue in December. He added that deliveries would not be reduced this winter.',
    ],
    [
      'de',
      'Der ungarische Außenminister Peter Szijjarto sagte am Dienstag, die Gespräche über Gaslieferungen durch TurkStream würden im Dezember fortgesetzt. Er fügte hinzu, die Lieferungen würden in diesem Winter nicht gekürzt.',
    ],
    [
      'fr',
      'Le ministre hongrois des Affaires étrangères Peter Szijjarto a déclaré mardi que les pourparlers sur les livraisons de gaz par TurkStream se poursuivraient en décembre. Il a ajouté que les livraisons ne seraient pas réduites cet hiver.',
    ],
    [
      'es',
      'El ministro de Exteriores húngaro, Peter Szijjarto, dijo el martes que las conversaciones sobre los suministros de gas por TurkStream continuarán en diciembre. Añadió que los suministros no se reducirán este invierno.',
    ],
    [
      'it',
      "Il ministro degli Esteri ungherese Peter Szijjarto ha detto martedì che i colloqui sulle forniture di gas attraverso TurkStream proseguiranno a dicembre. Ha aggiunto che le forniture non saranno ridotte quest'inverno.",
    ],
    [
      'pl',
      'Węgierski minister spraw zagranicznych Peter Szijjarto powiedział we wtorek, że rozmowy o dostawach gazu przez TurkStream będą kontynuowane w grudniu. Dodał, że dostawy nie zostaną tej zimy ograniczone.',
    ],
    [
      'bg',
      'Унгарският външен министър Петер Сиярто заяви във вторник, че преговорите за доставките на газ по „Турски поток“ ще продължат през декември. Той добави, че доставките няма да бъдат намалени тази зима.',
    ],
    [
      'ru',
      'Министр иностранных дел Венгрии Петер Сийярто заявил во вторник, что переговоры о поставках газа по «Турецкому потоку» продолжатся в декабре. Он добавил, что поставки этой зимой сокращены не будут.',
    ],
    [
      'uk',
      'Міністр закордонних справ Угорщини Петер Сійярто заявив у вівторок, що переговори про постачання газу «Турецьким потоком» триватимуть у грудні. Він додав, що постачання цієї зими не скоротять.',
    ],
    [
      'kk',
      'Венгрия сыртқы істер министрі Петер Сийярто сейсенбі күні «Түрік ағыны» арқылы газ жеткізу туралы келіссөздер желтоқсанда жалғасатынын мәлімдеді. Ол жеткізілім биыл қыста қысқармайтынын қосты.',
    ],
    [
      'tr',
      'Macaristan Dışişleri Bakanı Peter Szijjarto salı günü, TürkAkım üzerinden gaz sevkiyatına ilişkin görüşmelerin aralıkta süreceğini söyledi. Szijjarto, sevkiyatın bu kış azaltılmayacağını sözlerine ekledi.',
    ],
    [
      'el',
      'Ο Ούγγρος υπουργός Εξωτερικών Πέτερ Σιγιάρτο δήλωσε την Τρίτη ότι οι συνομιλίες για τις παραδόσεις αερίου μέσω του TurkStream θα συνεχιστούν τον Δεκέμβριο. Πρόσθεσε ότι οι παραδόσεις δεν θα μειωθούν αυτόν τον χειμώνα.',
    ],
    [
      'ar',
      'قال وزير الخارجية المجري بيتر سيارتو يوم الثلاثاء إن المحادثات بشأن إمدادات الغاز عبر خط السيل التركي ستتواصل في ديسمبر. وأضاف أن الإمدادات لن تُخفض هذا الشتاء.',
    ],
    [
      'zh',
      '匈牙利外长西雅尔多周二表示，有关经“土耳其溪”管道供气的谈判将在12月继续进行。他还说，今年冬天供气量不会减少。',
    ],
  ])('is his, and denied for the winter to come, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([
      { event: 'negotiation', time: '2026-12', speaker: 'Peter Szijjarto' },
      { event: 'supply_change', modality: 'denied', speaker: 'Peter Szijjarto', time: '2026-12/2027-02' },
    ])
  })
})

describe('a ban from one day to the end of a month of next year', () => {
  it.each([
    [
      'en',
      'Russia will ban petrol exports from 1 December until the end of February, Deputy Prime Minister Alexander Novak said.',
    ],
    [
      'de',
      'Russland wird die Ausfuhr von Benzin vom 1. Dezember bis Ende Februar verbieten, sagte Vizeministerpräsident Alexander Nowak.',
    ],
    [
      'fr',
      "La Russie interdira les exportations d'essence du 1er décembre à la fin février, a déclaré le vice-premier ministre Alexandre Novak.",
    ],
    [
      'es',
      'Rusia prohibirá las exportaciones de gasolina desde el 1 de diciembre hasta finales de febrero, dijo el viceprimer ministro Alexánder Novak.',
    ],
    [
      'it',
      'La Russia vieterà le esportazioni di benzina dal 1° dicembre alla fine di febbraio, ha detto il vice primo ministro Alexander Novak.',
    ],
    [
      'pl',
      'Rosja zakaże eksportu benzyny od 1 grudnia do końca lutego, powiedział wicepremier Aleksandr Nowak.',
    ],
    [
      'bg',
      'Русия ще забрани износа на бензин от 1 декември до края на февруари, каза вицепремиерът Александър Новак.',
    ],
    [
      'ru',
      'Россия запретит экспорт бензина с 1 декабря до конца февраля, сказал вице-премьер Александр Новак.',
    ],
    [
      'uk',
      'Росія заборонить експорт бензину з 1 грудня до кінця лютого, сказав віцепрем’єр Олександр Новак.',
    ],
    [
      'el',
      'Η Ρωσία θα απαγορεύσει τις εξαγωγές βενζίνης από την 1η Δεκεμβρίου έως τα τέλη Φεβρουαρίου, δήλωσε ο αντιπρόεδρος της κυβέρνησης Αλεξάντερ Νόβακ.',
    ],
    [
      'ar',
      'قال نائب رئيس الوزراء ألكسندر نوفاك إن روسيا ستحظر صادرات البنزين من الأول من ديسمبر حتى نهاية فبراير.',
    ],
    ['zh', '俄罗斯副总理诺瓦克表示，俄罗斯将从12月1日至2月底禁止汽油出口。'],
  ])('is to come and lasts until then, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([
      {
        event: 'sanction',
        modality: 'announced_or_planned',
        speaker: 'Alexander Novak',
        via: [],
        time: expect.stringMatching(/^2026-12-01\/2027-02/u),
      },
    ])
  })
})

describe('what envoys failed to agree on', () => {
  it.each([
    [
      'en',
      'EU ambassadors failed on Wednesday to agree on a new package of sanctions against Russian oil, two diplomats told Politico.',
    ],
    [
      'de',
      'Die EU-Botschafter haben sich am Mittwoch nicht auf ein neues Sanktionspaket gegen russisches Öl geeinigt, sagten zwei Diplomaten zu Politico.',
    ],
    [
      'fr',
      "Les ambassadeurs de l'UE n'ont pas réussi mercredi à s'entendre sur un nouveau paquet de sanctions contre le pétrole russe, ont dit deux diplomates à Politico.",
    ],
    [
      'es',
      'Los embajadores de la UE no lograron el miércoles acordar un nuevo paquete de sanciones contra el petróleo ruso, dijeron dos diplomáticos a Politico.',
    ],
    [
      'it',
      "Gli ambasciatori dell'UE mercoledì non sono riusciti a trovare un accordo su un nuovo pacchetto di sanzioni contro il petrolio russo, hanno detto due diplomatici a Politico.",
    ],
    [
      'pl',
      'Ambasadorom UE nie udało się w środę uzgodnić nowego pakietu sankcji na rosyjską ropę, powiedziało portalowi Politico dwóch dyplomatów.',
    ],
    [
      'bg',
      'Посланиците на ЕС не успяха в сряда да се споразумеят за нов пакет санкции срещу руския петрол, казаха двама дипломати пред „Политико“.',
    ],
    [
      'ru',
      'Послы стран ЕС в среду не смогли согласовать новый пакет санкций против российской нефти, сказали Politico два дипломата.',
    ],
    [
      'uk',
      'Посли країн ЄС у середу не змогли погодити новий пакет санкцій проти російської нафти, сказали Politico двоє дипломатів.',
    ],
    [
      'tr',
      "İki diplomat Politico'ya, AB büyükelçilerinin çarşamba günü Rus petrolüne karşı yeni yaptırım paketi üzerinde anlaşamadığını söyledi.",
    ],
    [
      'el',
      'Οι πρέσβεις της ΕΕ δεν κατάφεραν την Τετάρτη να συμφωνήσουν σε νέο πακέτο κυρώσεων κατά του ρωσικού πετρελαίου, είπαν δύο διπλωμάτες στο Politico.',
    ],
    [
      'ar',
      'قال دبلوماسيان لموقع بوليتيكو إن سفراء الاتحاد الأوروبي فشلوا يوم الأربعاء في الاتفاق على حزمة عقوبات جديدة على النفط الروسي.',
    ],
  ])('is an agreement that there is not, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([
      { event: 'agreement', modality: 'denied', polarity: 'negative', via: ['Politico'], time: '2026-11-18' },
    ])
  })
})

describe('a line through which nothing has flowed since a day', () => {
  it.each([
    [
      'en',
      'The Kirkuk-Ceyhan pipeline has not carried any oil since 12 August, the Iraqi oil ministry said.',
    ],
    [
      'de',
      'Durch die Pipeline Kirkuk-Ceyhan fließt seit dem 12. August kein Öl mehr, teilte das irakische Ölministerium mit.',
    ],
    [
      'fr',
      "L'oléoduc Kirkouk-Ceyhan ne transporte plus de pétrole depuis le 12 août, a indiqué le ministère irakien du Pétrole.",
    ],
    [
      'es',
      'El oleoducto Kirkuk-Ceyhan no transporta petróleo desde el 12 de agosto, informó el Ministerio de Petróleo iraquí.',
    ],
    [
      'it',
      "L'oleodotto Kirkuk-Ceyhan non trasporta petrolio dal 12 agosto, ha comunicato il ministero del Petrolio iracheno.",
    ],
    ['pl', 'Rurociągiem Kirkuk-Ceyhan od 12 sierpnia nie płynie ropa, podało irackie ministerstwo ropy.'],
    [
      'bg',
      'По тръбопровода Киркук-Джейхан от 12 август не тече петрол, съобщи иракското министерство на петрола.',
    ],
    [
      'ru',
      'По трубопроводу Киркук — Джейхан с 12 августа нефть не прокачивается, сообщило министерство нефти Ирака.',
    ],
    [
      'uk',
      'Трубопроводом Кіркук — Джейхан із 12 серпня нафта не прокачується, повідомило міністерство нафти Іраку.',
    ],
    [
      'kk',
      'Киркук — Джейхан құбыры арқылы 12 тамыздан бері мұнай айдалмайды деп хабарлады Ирак мұнай министрлігі.',
    ],
    [
      'tr',
      "Irak Petrol Bakanlığı, Kerkük-Ceyhan boru hattından 12 Ağustos'tan bu yana petrol akmadığını bildirdi.",
    ],
    [
      'el',
      'Από τον αγωγό Κιρκούκ-Τσεϊχάν δεν διέρχεται πετρέλαιο από τις 12 Αυγούστου, ανακοίνωσε το υπουργείο Πετρελαίου του Ιράκ.',
    ],
    ['ar', 'قالت وزارة النفط العراقية إن خط أنابيب كركوك - جيهان لم ينقل أي نفط منذ 12 أغسطس.'],
    ['zh', '伊拉克石油部称，基尔库克－杰伊汉管道自8月12日以来没有输送石油。'],
  ])('stands still, in %s', (lang, text) => {
    expect(read(lang, text)).toMatchObject([
      { event: 'supply_halt', polarity: 'positive', time: expect.stringMatching(/^2026-08-12/u) },
    ])
  })
})
