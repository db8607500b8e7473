import type { RefusalDetails } from '../kernel'

export const WHISTLE_STATUSES = {
  'ticket.in-confidence': 409,
  'ticket.department-missing': 422,
  'ticket.department-not-found': 422,
  'ticket.department-called': 409,
  'ticket.task-missing': 422,
  'ticket.parts-open': 409,
  'ticket.part-not-found': 404,
  'ticket.only-department': 403,
  'ticket.only-leader': 403,
  'ticket.part-ended': 409,
  'ticket.part-reported': 409,
  'ticket.part-refused': 409,
  'ticket.part-not-refused': 409,
  'ticket.part-reason-missing': 422,
} as const

export const WHISTLE_WORDS: {
  readonly [Code in keyof typeof WHISTLE_STATUSES]: string | ((details: RefusalDetails) => string)
} = {
  'ticket.in-confidence': '说的人不想让别人知道，这件事不能叫部门来，请街道自己办',
  'ticket.department-missing': '请选要叫哪个部门',
  'ticket.department-not-found': '这个部门叫不到：名册上没有，或者还没有人。请换一个，或请管理员补名册',
  'ticket.department-called': '这个部门已经叫过了，还没办完，不用再叫',
  'ticket.task-missing': '请写清楚要这个部门做什么',
  'ticket.parts-open': ({ count }) => `还有 ${count} 个部门没办完，等他们办完，或请领导让他们不用来`,
  'ticket.part-not-found': '没有找到这个部门的事，请刷新看看',
  'ticket.only-department': '这是别的部门的事，请那个部门的人来办',
  'ticket.only-leader': '部门来不来，由街道领导定',
  'ticket.part-ended': '这个部门的事已经了结，请刷新看看',
  'ticket.part-reported': '已经报到了，请接着办，办完写清楚做了什么',
  'ticket.part-refused': '已经说过来不了，请等领导答复',
  'ticket.part-not-refused': '这个部门没有说来不了，请刷新看看',
  'ticket.part-reason-missing': '请写几个字，说清楚为什么',
}
