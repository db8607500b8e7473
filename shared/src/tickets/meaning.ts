/**
 * Whether a reply says something (handbook §2, "Response": who does what by when — no receipt, no blank, no ".").
 * It can't judge sense; it refuses what is plainly none: too little text, a bare receipt, an unfilled template.
 */
export type Emptiness = 'blank' | 'receipt' | 'unfilled'

/** The mark that a template leaves where the cadre must write. */
export const TEMPLATE_GAP = '＿＿'

const RECEIPTS = [
  '收到', '已收到', '收到了', '已收到您的诉求', '好的', '好', '嗯', '知道了', '已知道', '已阅', '已读', '了解', '已了解', '明白', '在', '在的',
  '稍等', '请稍等', '请稍候', '稍后回复', '稍后回复您', '稍后答复', '已转', '已转办', '已登记', '已受理', '受理了', '正在处理', '处理中', '马上', '马上处理',
  '尽快处理', '会尽快处理', '我们会尽快处理', '感谢您的反映', '谢谢您的反映', '自动回复', 'ok', 'okay', 'roger',
]

/** Words that add courtesy but no substance; taken off before a receipt is recognised. */
const COURTESIES = /(您好|你好|谢谢您|谢谢你|谢谢|感谢|请放心|放心|辛苦了|亲|哈|啦|呢|哦|啊|吧|了)/g

export function emptinessOf(text: string): Emptiness | null {
  if (text.includes(TEMPLATE_GAP) || /_{2,}/.test(text)) return 'unfilled'
  const letters = lettersOf(text)
  if (letters.length < 2) return 'blank'
  if (/^(.)\1*$/u.test(letters)) return 'blank'
  const bare = letters.replace(COURTESIES, '')
  if (bare.length === 0) return 'receipt'
  return isReceipt(letters) || isReceipt(bare) || isAutomatic(letters) ? 'receipt' : null
}

/** What phones and people send without having read: "I am busy and will get back to you". */
function isAutomatic(letters: string): boolean {
  return /^(您好|你好)?(自动回复|我现在有事不在|我现在不在|我正在忙|我在开会|我正在开会|现在不方便)/.test(letters) && !/[0-9一二两三四五六七八九十]点|去|到您|到你/.test(letters)
}

function isReceipt(letters: string): boolean {
  return RECEIPTS.some((receipt) => letters === receipt || letters === receipt + receipt)
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
  return (
    (code >= 0x3400 && code <= 0x9fff) || (code >= 0x20000 && code <= 0x3ffff) || (code >= 0xf900 && code <= 0xfaff)
  )
}
