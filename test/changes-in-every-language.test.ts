import { expect, it } from 'vitest'
import { calendarDate } from '../src/core/time.ts'
import { raisedBy } from './raised-by.ts'

const day = calendarDate('2025-01-15')

/** The kinds of question that one sentence of news raises, with the subject of each. */
function asked(lang: string, text: string): readonly string[] {
  const { questions } = raisedBy(lang, text, day, day)
  return questions.map(({ kind, subject }) => `${kind} ${subject.slice(subject.indexOf('/') + 1)}`)
}

it.each([
  ['en', 'Gas demand in Italy rose by 12 % because of the cold.'],
  ['de', 'Der Gasverbrauch in Italien ist wegen der Kälte um 12 Prozent gestiegen.'],
  ['fr', 'La demande de gaz en Italie a augmenté de 12 % à cause du froid.'],
  ['es', 'La demanda de gas en Italia aumentó un 12 % por el frío.'],
  ['it', 'La domanda di gas in Italia è aumentata del 12% per il freddo.'],
  ['pl', 'Zużycie gazu we Włoszech wzrosło o 12 proc. z powodu mrozu.'],
  ['bg', 'Потреблението на газ в Италия нарасна с 12 % заради студа.'],
  ['uk', 'Споживання газу в Італії зросло на 12 % через морози.'],
  ['ru', 'Потребление газа в Италии выросло на 12 % из-за морозов.'],
  ['el', 'Η κατανάλωση φυσικού αερίου στην Ιταλία αυξήθηκε κατά 12% λόγω του ψύχους.'],
  ['tr', 'İtalya’da doğal gaz tüketimi soğuk nedeniyle yüzde 12 arttı.'],
  ['kk', 'Италияда газ тұтыну аязға байланысты 12 пайызға өсті.'],
  ['ar', 'ارتفع استهلاك الغاز في إيطاليا بنسبة 12% بسبب البرد.'],
  ['zh', '寒潮使意大利天然气消费量增长12%。'],
])('asks where more demand is met: %s', (lang, text) => {
  expect(asked(lang, text)).toEqual(['demand it-gas-more'])
})

it.each([
  ['en', 'Kuwait will raise its oil output by 150,000 barrels a day.'],
  ['de', 'Kuwait wird seine Ölförderung um 150.000 Barrel pro Tag erhöhen.'],
  ['fr', 'Le Koweït va augmenter sa production de pétrole de 150 000 barils par jour.'],
  ['es', 'Kuwait aumentará su producción de petróleo en 150.000 barriles por día.'],
  ['it', 'Il Kuwait aumenterà la produzione di petrolio di 150.000 barili al giorno.'],
  ['pl', 'Kuwejt zwiększy wydobycie ropy o 150 tys. baryłek dziennie.'],
  ['bg', 'Кувейт ще увеличи добива на петрол със 150 000 барела на ден.'],
  ['uk', 'Кувейт збільшить видобуток нафти на 150 тисяч барелів на добу.'],
  ['ru', 'Кувейт увеличит добычу нефти на 150 тыс. баррелей в сутки.'],
  ['el', 'Το Κουβέιτ θα αυξήσει την παραγωγή πετρελαίου κατά 150.000 βαρέλια ημερησίως.'],
  ['tr', 'Kuveyt petrol üretimini günde 150 bin varil artıracak.'],
  ['kk', 'Кувейт мұнай өндіруді тәулігіне 150 мың баррельге арттырады.'],
  ['ar', 'ستزيد الكويت إنتاجها من النفط بمقدار 150 ألف برميل يوميا.'],
  ['zh', '科威特将把石油产量提高每天15万桶。'],
])('asks what more output adds: %s', (lang, text) => {
  expect(asked(lang, text)).toEqual(['rise KW-crude'])
})

it.each([
  ['en', 'Gas storage in Germany is 30 % full.'],
  ['de', 'Die Gasspeicher in Deutschland sind zu 30 Prozent gefüllt.'],
  ['fr', 'Les stockages de gaz en Allemagne sont remplis à 30 %.'],
  ['es', 'Los almacenamientos de gas de Alemania están llenos al 30 %.'],
  ['it', 'Gli stoccaggi di gas della Germania sono pieni al 30%.'],
  ['pl', 'Magazyny gazu w Niemczech są wypełnione w 30 proc.'],
  ['bg', 'Газохранилищата в Германия са запълнени на 30 %.'],
  ['uk', 'Газосховища Німеччини заповнені на 30 %.'],
  ['ru', 'Газовые хранилища Германии заполнены на 30 %.'],
  ['el', 'Οι αποθήκες φυσικού αερίου της Γερμανίας είναι γεμάτες κατά 30%.'],
  ['tr', 'Almanya’da gaz depolarının doluluk oranı yüzde 30.'],
  ['kk', 'Германияның газ қоймалары 30 пайызға толған.'],
  ['ar', 'مخزونات الغاز في ألمانيا ممتلئة بنسبة 30%.'],
  ['zh', '德国储气库填充率为30%。'],
])('asks how far stores reach: %s', (lang, text) => {
  expect(asked(lang, text)).toEqual(['stocks germany-gas-level'])
})

it.each([
  ['en', 'Japan will release 9 million barrels of oil from its strategic reserves.'],
  ['de', 'Japan gibt 9 Millionen Barrel Öl aus seinen strategischen Reserven frei.'],
  ['fr', 'Le Japon va libérer 9 millions de barils de pétrole de ses réserves stratégiques.'],
  ['es', 'Japón liberará 9 millones de barriles de petróleo de sus reservas estratégicas.'],
  ['it', 'Il Giappone rilascerà 9 milioni di barili di petrolio dalle riserve strategiche.'],
  ['pl', 'Japonia uwolni 9 milionów baryłek ropy z rezerw strategicznych.'],
  ['bg', 'Япония ще освободи 9 милиона барела петрол от стратегическите резерви.'],
  ['uk', 'Японія вивільнить 9 мільйонів барелів нафти зі стратегічних резервів.'],
  ['ru', 'Япония высвободит 9 млн баррелей нефти из стратегических резервов.'],
  ['el', 'Η Ιαπωνία θα αποδεσμεύσει 9 εκατομμύρια βαρέλια πετρελαίου από τα στρατηγικά αποθέματα.'],
  ['tr', 'Japonya stratejik rezervlerinden 9 milyon varil petrolü piyasaya sürecek.'],
  ['kk', 'Жапония стратегиялық резервтерінен 9 миллион баррель мұнай босатады.'],
  ['ar', 'ستفرج اليابان عن 9 ملايين برميل من النفط من احتياطياتها الاستراتيجية.'],
  ['zh', '日本将从战略石油储备中释放900万桶原油。'],
])('asks what a release of emergency stocks adds: %s', (lang, text) => {
  expect(asked(lang, text)).toEqual(['rise jp-crude-reserve'])
})

it.each([
  ['en', 'Putin, Tokayev agree on gas transit to Uzbekistan and China'],
  ['de', 'Putin und Tokajew einigen sich auf Gastransit nach Usbekistan und China'],
  ['fr', "Poutine et Tokaïev s'accordent sur le transit de gaz vers l'Ouzbékistan et la Chine"],
  ['es', 'Putin y Tokáyev acuerdan el tránsito de gas hacia Uzbekistán y China'],
  ['it', "Putin e Tokaev si accordano sul transito di gas verso l'Uzbekistan e la Cina"],
  ['pl', 'Putin i Tokajew uzgodnili tranzyt gazu do Uzbekistanu i Chin'],
  ['bg', 'Путин и Токаев се договориха за транзит на газ към Узбекистан и Китай'],
  ['uk', 'Путін і Токаєв домовилися про транзит газу до Узбекистану та Китаю'],
  ['ru', 'Путин и Токаев договорились о транзите газа в Узбекистан и Китай'],
  ['el', 'Πούτιν και Τοκάγιεφ συμφώνησαν για τη διαμετακόμιση φυσικού αερίου προς Ουζμπεκιστάν και Κίνα'],
  ['tr', "Putin ve Tokayev, Özbekistan ve Çin'e gaz transiti konusunda anlaştı"],
  ['kk', 'Путин мен Тоқаев Өзбекстан мен Қытайға газ транзиті туралы келісті'],
  ['ar', 'بوتين وتوكاييف يتفقان على عبور الغاز إلى أوزبكستان والصين'],
  ['zh', '普京与托卡耶夫就向乌兹别克斯坦和中国的天然气过境达成一致'],
])('asks how far a way leads on which presidents agree: %s', (lang, text) => {
  expect(asked(lang, text)).toContainEqual(expect.stringMatching(/^increase .*kz/u))
})

it.each([
  ['en', 'European gas futures fall 4.5% on Putin statement about Nord Stream'],
  ['de', 'Europäische Gas-Futures fallen nach Putins Äußerung zu Nord Stream um 4,5 Prozent'],
  [
    'fr',
    'Les contrats à terme sur le gaz européen chutent de 4,5 % après les propos de Poutine sur Nord Stream',
  ],
  ['es', 'Los futuros del gas europeo caen un 4,5 % tras la declaración de Putin sobre Nord Stream'],
  ['it', 'I futures sul gas europeo calano del 4,5% dopo la dichiarazione di Putin su Nord Stream'],
  ['pl', 'Europejskie kontrakty na gaz spadają o 4,5 proc. po wypowiedzi Putina o Nord Stream'],
  ['bg', 'Европейските газови фючърси падат с 4,5% след изявлението на Путин за „Северен поток“'],
  ['uk', 'Ціни на газ у Європі впали на 4,5% після заяви Путіна про «Північний потік»'],
  ['ru', 'Цены на газ в Европе упали на 4,5% после заявления Путина о «Северном потоке»'],
  ['el', 'Πτώση 4,5% στα ευρωπαϊκά συμβόλαια φυσικού αερίου μετά τη δήλωση Πούτιν για τον Nord Stream'],
  ['tr', "Avrupa gaz vadeli işlemleri Putin'in Kuzey Akım açıklaması sonrası yüzde 4,5 düştü"],
  ['kk', 'Путиннің «Солтүстік ағын» туралы мәлімдемесінен кейін Еуропада газ фьючерстері 4,5%-ға арзандады'],
  ['ar', 'تراجع العقود الآجلة للغاز الأوروبي 4.5% بعد تصريحات بوتين بشأن نورد ستريم'],
  ['zh', '普京就北溪发表讲话后欧洲天然气期货下跌4.5%'],
])('asks what a return would do where a market moves on words about a closed line: %s', (lang, text) => {
  expect(asked(lang, text)).toEqual(['return nord-stream'])
})

it.each([
  ['en', 'Wierzchowice is 55 % full, its operator said.'],
  ['de', 'Wierzchowice ist zu 55 Prozent gefüllt, teilte der Betreiber mit.'],
  ['fr', 'Le stockage de Wierzchowice est rempli à 55 %, a indiqué son opérateur.'],
  ['it', 'Lo stoccaggio di Wierzchowice è pieno al 55 per cento, ha detto il gestore.'],
  ['pl', 'Magazyn Wierzchowice jest wypełniony w 55 procentach, podał operator.'],
  ['bg', 'Вежховице е запълнено на 55%, съобщи операторът.'],
  ['uk', 'Сховище Вежховіце заповнене на 55%, повідомив оператор.'],
  ['ru', 'Хранилище Вежховице заполнено на 55%, сообщил оператор.'],
])('asks of a store that is named by itself how far the stores of its country reach: %s', (lang, text) => {
  expect(asked(lang, text)).toEqual(['stocks poland-gas-level'])
})
