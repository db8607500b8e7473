/** 110 police, 119 fire and rescue, 120 ambulance. */
export type EmergencyNumber = '110' | '119' | '120'

export const EMERGENCY_NAMES: Readonly<Record<EmergencyNumber, string>> = { '110': '报警', '119': '火警救援', '120': '急救' }

/**
 * The numbers that words hinting at danger to life call for, the most fitting first; empty when nothing hints at it.
 * It only decides what is shown first and never stops a sending, so it would rather show a number too many than one
 * too few.
 */
export function emergencyNumbersFor(text: string): readonly EmergencyNumber[] {
  const words = HARMLESS.reduce((rest, harmless) => rest.replace(harmless, '，'), text.replace(/\s+/g, ''))
  return SIGNS.filter(({ sign }) => sign.test(words))
    .map(({ number }) => number)
    .filter((number, index, all) => all.indexOf(number) === index)
}

// No lookbehind anywhere: phones with an older WebView cannot even read such an expression.

/** Everyday words that contain a dangerous one; taken out before anything is looked for. */
const HARMLESS: readonly RegExp[] = [
  /火车|火锅|火腿|火柴|打火机|火龙果|火箭|火热|火速|火急|火爆|火气|火炉|火盆|火炕|火把|火灶|火电|火化|火葬|火星|火红/g,
  /红火|恼火|发火|上火|开火|生火|烧火|烤火|香火|烟火|焰火|灭火器|防火|消防|萤火|火了一把/g,
  /打我(的|家)?(手机|电话)|打人家?(的)?(手机|电话)|被打(扰|断|扫|湿|包|印|乱|回)|(水|喷|焊|油)枪/g,
  /一氧化碳报警器|煤气(费|罐|瓶|灶|本|公司|站)|淹没在|被困难/g,
  /车祸现场会|中毒预防|防溺水|预防(溺水|中毒|中暑|火灾)/g,
]

/** What is said when it burns, bleeds, drowns or strikes; the order is the order in which the numbers are shown. */
const SIGNS: readonly { readonly number: EmergencyNumber; readonly sign: RegExp }[] = [
  { number: '119', sign: /火|冒(浓|黑|大)?烟|烧(起来|着了)|爆炸|炸了/ },
  { number: '119', sign: /(煤气|燃气|天然气|液化气|沼气|瓦斯).{0,8}(漏|泄|味|炸)|漏(煤气|燃气|天然气|液化气|沼气|气)|煤气/ },
  { number: '119', sign: /溺水|落水|(掉|滑|摔|跌|冲|栽)(进|到|下|入|在)?(了)?.{0,4}(河|水|井|塘|沟|坑|池|渠|窖|库)(里|中)|(跳|掉|落)(河|井|水)|淹(死|着|到|了)|快淹|沉下去/ },
  { number: '119', sign: /被困|困在|(墙|房|屋|楼|桥|棚|山).{0,4}(塌|倒)了|坍塌|塌方|倒塌|埋(住|了|在)|压(住|着|在).{0,4}人|泥石流|山洪|滑坡|决堤|溃坝/ },
  { number: '119', sign: /(电线|线杆|电杆|高压线).{0,6}(掉|断|落|垂|倒)/ },
  { number: '120', sign: /(晕|昏)(倒|过去|迷|死)|昏迷|不省人事|(没|无|没有|停止)了?呼吸|没气了|喘不(上|过)|呼吸困难|(叫|喊)不醒|救命|快不行了|人不行了/ },
  { number: '120', sign: /心梗|心脏病|心口疼|胸口.{0,3}(疼|痛|闷)|中风|脑(溢|出)血|吐血|大出血|流血|血流|抽搐|抽风|口吐白沫|中毒|百草枯|喝.{0,3}农药|中暑/ },
  { number: '120', sign: /溺水|落水|淹(死|着|到)|触电|(被|让|遭)电|电(着|到)了?人|蛇咬|摔(倒|伤|断|下|得)|骨折|车祸|撞(人|伤|死|倒|了人|到人)|(要|快)生了|羊水|人命/ },
  // "It is killing me" is how one says "very" of what annoys; of 砸, 压, 电, 淹, 毒, 打 one does die.
  { number: '120', sign: /(^|[^急烦热臭吓累气愁冷吵笑堵挤饿渴难恨])死人/ },
  { number: '120', sign: /自杀|跳(楼|河|井)|上吊|割腕|不想活|轻生|寻短见/ },
  { number: '110', sign: /打人|打架|打起来|打我|挨打|被.{0,4}打|家暴|动手打|动刀|(持|拿|带)着?刀|(砍|捅)(人|我|他|她|伤|死|了人|了他|了她|了我)|杀人|放火|纵火|抢劫|绑架|入室|强奸|猥亵|性侵|拐(卖|走|骗)|枪/ },
  { number: '110', sign: /自杀|跳(楼|河|井)|上吊|轻生|寻短见|车祸|撞(人|死|了人)|失踪|(孩子|小孩|娃|老人|爷爷|奶奶|爸|妈)[^的卡证]{0,8}(丢了|不见了|走丢|走失|找不到|没回来)/ },
]
