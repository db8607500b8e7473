import type { RefusalDetails } from '../kernel'

export const DESK_STATUSES = {
  'desk.no-post': 403,
  'desk.code-wrong': 422,
  'desk.codes-over': 429,
  'desk.over': 409,
  'desk.device-not-found': 404,
} as const

type Words = string | ((details: RefusalDetails) => string)

export const DESK_WORDS: Readonly<Record<keyof typeof DESK_STATUSES, Words>> = {
  'desk.no-post': '电脑上登录是给有职务的人用的。您在手机上什么都能办',
  'desk.code-wrong': ({ left }) => left === 0
    ? '这几个数字不对，试得太多了，请过一刻钟再来'
    : `这几个数字不对，或者已经过了 3 分钟。请看着电脑再输一次，还能试 ${left} 次`,
  'desk.codes-over': ({ minutes }) => `输错太多次了，请过 ${minutes} 分钟再试`,
  'desk.over': '这次登录已经不算数了，请在电脑上点“换一个码”，再输一次',
  'desk.device-not-found': '这台已经退出了，请刷新看看',
}
