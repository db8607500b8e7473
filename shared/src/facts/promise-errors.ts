import { formatLength, type RefusalDetails } from '../kernel'

/** What the editor of the promise refuses. */
export const PROMISE_STATUSES = {
  'sla.policy-invalid': 422,
  'sla.policy-too-soon': 422,
  'sla.policy-too-far': 422,
  'sla.policy-changed': 409,
} as const

const FIELD_NAMES: Readonly<Record<string, string>> = {
  reminderMs: '多久没人回就提醒全村干部',
  responseMs: '多久之内要回',
  closureWarningMs: '办结前多久提醒',
  closureMs: '多久之内要办完',
  orderRepeatMs: '督办单隔多久再发',
  countyMs: '超时多久告诉县里',
  silenceMs: '多久不评算没有评',
  rejectionMs: '多久之内可以说没办好',
  reportInMs: '部门叫到以后多久要到',
  forgetMs: '办完多久抹去是谁说的',
}

/** What else has to hold. */
const ORDER_WORDS: Readonly<Record<string, string>> = {
  reminderMs: '提醒要早于回应的时间，请改短一些',
  closureWarningMs: '快到时间的提醒要早于办结的时间，请改短一些',
  closureMs: '办结的时间不能比回应的时间短，请改长一些',
  rejectionMs: '村民说“没办好”的时间，不能比“没有评”的时间短，请改长一些',
  serviceKinds: '按上班时间算的，只能是咨询、投诉、建议，至少选一样；求助一直是全天',
  serviceHours: '上班时间没写对：一天至少 4 小时，关门要晚于开门',
}

export const PROMISE_WORDS = {
  'sla.policy-invalid': policyInvalid,
  'sla.policy-too-soon': '最早从明天起算，请选明天或以后的日子',
  'sla.policy-too-far': '最远只能定到一年以内，请选近一些的日子',
  'sla.policy-changed': '刚刚有人改过规矩，请刷新看看现在的，再改',
} as const

function policyInvalid({ field, why, fromMs, toMs }: RefusalDetails): string {
  const name = FIELD_NAMES[String(field)] ?? '规矩'
  if (why === 'order') return ORDER_WORDS[String(field)] ?? `“${name}”没写对，请改一改`
  const from = Number(fromMs) === 0 ? '0' : formatLength(Number(fromMs))
  return `“${name}”要在 ${from} 到 ${formatLength(Number(toMs))}之间，请改一改`
}
