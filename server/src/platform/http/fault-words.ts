/** What is wrong with a field, by the name of the class-validator rule it broke. */
const FAULT_WORDS: Readonly<Record<string, string>> = {
  isDefined: '这一项不能空着',
  isNotEmpty: '这一项不能空着',
  isString: '这一项要写文字',
  isBoolean: '这一项要选“是”或“否”',
  isInt: '这一项要写整数',
  isNumber: '这一项要写数字',
  min: '这个数太小了',
  max: '这个数太大了',
  isArray: '这一项要是一个列表',
  arrayMaxSize: '选得太多了，请去掉几个',
  arrayMinSize: '请至少选一个',
  arrayUnique: '同一个选了两次，请去掉一个',
  minLength: '写得太短了',
  maxLength: '写得太长了，请写短一些',
  isLength: '这一项的长短不对，请再看看',
  isIn: '请从给出的里面选一个',
  isEnum: '请从给出的里面选一个',
  matches: '这一项写得不对，请再看看',
  isLatitude: '地图上的位置不对，请重新选',
  isLongitude: '地图上的位置不对，请重新选',
  whitelistValidation: '不认识这一项，请更新小程序再试',
}

/** A sentence in Chinese; a message in Chinese written beside the rule goes before the general one. */
export function faultWords(rule: string, message: string): string {
  if (/\p{Script=Han}/u.test(message)) return message
  return Object.hasOwn(FAULT_WORDS, rule) ? (FAULT_WORDS[rule] as string) : '这一项写得不对，请再看看'
}
