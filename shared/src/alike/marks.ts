/** What a short sentence says, each thing with its weight. */
export interface Marks {
  /** What it is about: lamp, drain … By the words people use for it, so that two words for one thing meet. */
  readonly subjects: ReadonlySet<string>
  /** What is wrong with it. */
  readonly troubles: ReadonlySet<string>
  /** Where: "3组", "12号", "桥头". */
  readonly places: ReadonlySet<string>
  /** Any two characters that stand side by side. */
  readonly pairs: ReadonlySet<string>
}

/** Things a whole village has in common, and the words for them. */
const SHARED_SUBJECTS: Readonly<Record<string, RegExp>> = {
  lamp: /灯/,
  drain: /下水|排水|阴沟|水沟|暗沟|明沟|污水|脏水|窨井|井盖|化粪池/,
  water: /自来水|停水|断水|没水|没有水|缺水|来水|水管|水压|水龙头|水质|水表/,
  power: /停电|断电|没电|没有电|跳闸|电压|电线|电杆|变压器/,
  garbage: /垃圾|保洁|清运/,
  road: /路面|马路|村道|村路|修路|道路|水泥路|坑|路(?!灯)(?=.{0,4}(烂|坏|塌|陷|裂|断|难走))/,
  bridge: /桥(?!头)/,
  noise: /噪音|噪声|吵|音响|喇叭|广场舞|唱歌/,
  dog: /狗|犬/,
  parking: /停车|车位|停.{0,3}车|挡道|堵路|堵着路|消防通道/,
  irrigation: /水渠|灌溉|浇地|放水|抽水/,
  river: /河道|河里|河边|水库|鱼塘|池塘|水塘/,
  toilet: /厕所|公厕/,
  bus: /公交|班车|校车/,
  network: /网络|宽带|信号|上网|没网/,
  smoke: /秸秆|油烟|浓烟|烟味/,
  tree: /树/,
  fitness: /健身/,
  gas: /燃气|煤气|天然气|液化气/,
  lift: /电梯/,
  roof: /漏雨|房顶|屋顶/,
  mice: /老鼠|蚊子|苍蝇|蟑螂/,
}

/** What each has for himself: that two ask about it does not make it one matter. */
const OWN_SUBJECTS: Readonly<Record<string, RegExp>> = {
  allowance: /低保|补贴|补助|救助/,
  pension: /养老|社保/,
  medical: /医保|合作医疗|报销|新农合/,
  papers: /证明|身份证|户口|落户|开证/,
  wages: /工钱|工资|欠薪/,
}

const TROUBLES: Readonly<Record<string, RegExp>> = {
  broken: /坏|不亮|不转|不能用|用不了|黑/,
  blocked: /堵|漫|溢|返水|不通/,
  leaking: /漏/,
  gone: /停|没有|没了|没水|没电|断/,
  stinking: /臭|味/,
  dirty: /脏|乱|没人清|没清|没收|堆/,
  unsafe: /摔|危险|怕|松动|歪/,
}

const LANDMARKS = anyOf(
  '村口|桥头|学校|小学|幼儿园|卫生室|卫生院|广场|晒谷坪|戏台|祠堂|村部|服务中心|菜场|市场|超市|小卖部|路口|车站|停车场',
  '[东西南北](头|边|门|坡|巷|街)|村[东西南北]|坡[上下]|后山|老街|大门口',
)
/** Two names of one place. */
const ONE_PLACE: Readonly<Record<string, string>> = { 学校: '小学', 卫生院: '卫生室', 菜场: '市场' }
const NUMBERED = /([0-9]{1,4}|[一二两三四五六七八九十]{1,3})(组|队|社|号|栋|幢|单元|楼|排|巷|弄|路|街)/g

/** Courtesies and small words: they stand in every sentence and say nothing of the matter. */
const FILLERS = anyOf(
  '书记|主任|领导|您好|你好|麻烦|请问|请|谢谢|帮忙|帮我|看看|看一下|来个人|派人|我们|我家|你们|咱们|咱|门口|我|你|您|他',
  '这里|那里|这边|那边|这个|那个|这|那|已经|现在|一直|好几天|几天|今天|昨天|昨晚|能不能|可不可以|是不是|怎么|什么|为什么',
  '一下|有点|非常|了|的|吗|呢|啊|呀|吧|嘛|就|都|也|还|又|很|太|把|被|给|在|是|和|跟|到|去|来|上|里|有|得|着|个',
)

export function marksOf(text: string): Marks {
  const words = plain(text)
  const landmarks = matches(LANDMARKS, words).map((place) => ONE_PLACE[place] ?? place)
  const places = [...matches(NUMBERED, words).map(numberedPlace), ...landmarks]
  const rest = words.replace(NUMBERED, '，').replace(LANDMARKS, '，').replace(FILLERS, '，')
  return {
    subjects: new Set([...found(SHARED_SUBJECTS, words), ...found(OWN_SUBJECTS, words)]),
    troubles: new Set(found(TROUBLES, words)),
    places: new Set(places),
    pairs: new Set(pairsOf(rest)),
  }
}

export function isOwnSubject(subject: string): boolean {
  return OWN_SUBJECTS[subject] !== undefined
}

/** Enough is said to look for others who said it: a subject, or a sentence. */
export function saysEnough(text: string): boolean {
  const { subjects, pairs } = marksOf(text)
  return pairs.size >= (subjects.size > 0 ? 1 : 4)
}

/** Half-width, no capitals, no blanks. Long numbers lead to a person and are left out. */
function plain(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[0-9]{5,}/g, '，')
}

function found(words: Readonly<Record<string, RegExp>>, text: string): readonly string[] {
  return Object.keys(words).filter((name) => words[name]?.test(text))
}

function matches(pattern: RegExp, text: string): readonly string[] {
  return text.match(pattern) ?? []
}

const DIGITS = '零一二三四五六七八九'

/** "三组" and "3组" are one place. */
function numberedPlace(place: string): string {
  const unit = place.replace(/^[0-9一二两三四五六七八九十]+/, '')
  const number = place.slice(0, place.length - unit.length)
  return `${/^[0-9]+$/.test(number) ? Number(number) : numberOf(number)}${unit}`
}

/** Up to 99. */
function numberOf(han: string): number {
  const digit = (one: string): number => (one === '两' ? 2 : Math.max(0, DIGITS.indexOf(one)))
  const ten = han.indexOf('十')
  if (ten < 0) return Array.from(han).reduce((sum, one) => sum * 10 + digit(one), 0)
  return (ten === 0 ? 1 : digit(han.slice(0, ten))) * 10 + (ten === han.length - 1 ? 0 : digit(han.slice(ten + 1)))
}

function pairsOf(text: string): readonly string[] {
  return (text.match(/[\u3400-\u9fff]+|[a-z0-9]+/g) ?? []).flatMap((run) =>
    run.length === 1 ? [] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)))
}

// A declaration, so that it is there before the constants above need it.
function anyOf(...words: readonly string[]): RegExp {
  return new RegExp(words.join('|'), 'g')
}
