/**
 * Whether a reply says something (handbook §2, "Response": who does what by when — no receipt, no blank, no ".").
 * It can't judge sense; it refuses what is plainly none: too little text, a bare receipt, an unfilled template.
 */
export type Emptiness = 'blank' | 'receipt' | 'unfilled'

/** The mark that a template leaves where the cadre must write. */
export const TEMPLATE_GAP = '＿＿'

/** Words that only say "it reached me" or "something will be done": however many of them, they are no answer. */
const RECEIPTS = [
  '收到', '已收', '好的', '好滴', '知道', '已阅', '已读', '了解', '明白', '稍等', '请稍候', '稍后回复', '稍后答复', '稍后联系',
  '已转办', '已转交', '已转', '转办', '相关部门', '有关部门', '登记', '受理', '正在处理', '处理中', '正在核实', '核实中', '正在办理',
  '办理中', '马上处理', '马上办理', '马上', '立即处理', '尽快处理', '尽快办理', '尽快', '抓紧处理', '抓紧', '处理', '您的诉求', '诉求',
  '反映', '我们', '村里', '正在', '自动回复', 'okay', 'ok', 'roger',
].sort((one, other) => other.length - one.length)

/** What phones and people send without having read. */
const AUTOMATIC = /^(您好|你好)?(自动回复|我?现在有事不在|我?现在不在|我?正在忙|我?正在开会|我?在开会|我?现在不方便)/
const NAMES_A_TIME = /[0-9一二两三四五六七八九十]+[点号日]/

const GREETING =
  /[\u4e00-\u9fff]?(阿姨|叔叔|大爷|大妈|大娘|大姐|大哥|大叔|婆婆|爷爷|奶奶|师傅|老师|先生|女士|同志|乡亲们)您?好|您好|你好|大家好/g
const COURTESIES = /(谢谢|感谢|请|放心|辛苦|[已会将就您你的了啦呢哦啊吧嗯哈亲])/g

/** A name, or a word of two characters, is no answer yet. */
const LEAST_LETTERS = 3

export function emptinessOf(text: string): Emptiness | null {
  if (text.includes(TEMPLATE_GAP) || /_{2,}/.test(text)) return 'unfilled'
  const letters = lettersOf(withoutStickers(text))
  if (!saysSomething(text)) return 'blank'
  if (AUTOMATIC.test(letters) && !NAMES_A_TIME.test(letters)) return 'receipt'
  const bare = RECEIPTS.reduce((rest, receipt) => rest.split(receipt).join(''), letters.replace(GREETING, ''))
  // Nothing came off: all that can be said is whether it is long enough.
  if (bare === letters) return letters.length < LEAST_LETTERS ? 'blank' : null
  return bare.replace(COURTESIES, '').length < LEAST_LETTERS ? 'receipt' : null
}

/** Two characters that carry meaning, and not the same one again: enough for a reason. */
export function saysSomething(text: string): boolean {
  const letters = lettersOf(withoutStickers(text))
  return letters.length >= 2 && !/^(.)\1*$/u.test(letters)
}

/** WeChat writes a sticker as a word in brackets: "[呲牙]". */
function withoutStickers(text: string): string {
  return text.replace(/[[【][^\]】]{1,4}[\]】]/g, '')
}

/** Only what can carry meaning: Han characters, Latin letters, digits. */
function lettersOf(text: string): string {
  return Array.from(text.toLowerCase())
    .filter((character) => /[0-9a-z]/.test(character) || isHan(character))
    .join('')
}

// Code point ranges, because \p{Script=Han} is unknown to the older browsers this must run in.
function isHan(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  const isCommon = code >= 0x3400 && code <= 0x9fff
  return isCommon || (code >= 0x20000 && code <= 0x3ffff) || (code >= 0xf900 && code <= 0xfaff)
}
