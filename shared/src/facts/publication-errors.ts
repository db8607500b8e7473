import type { RefusalDetails } from '../kernel'

export const PUBLICATION_STATUSES = {
  'publication.not-found': 404,
  'publication.decided': 409,
  'publication.reason-missing': 422,
  'publication.change-reason-missing': 422,
  'publication.reason-too-long': 422,
  'push.refused': 403,
} as const

type Words = string | ((details: RefusalDetails) => string)

export const PUBLICATION_WORDS: Readonly<Record<keyof typeof PUBLICATION_STATUSES, Words>> = {
  'publication.not-found': '没有找到这一条，请刷新看看',
  'publication.decided': '这一条已经有人定了，请刷新看看',
  'publication.reason-missing': '请写清楚为什么不公开，说事的人也看得到',
  'publication.change-reason-missing': '请写清楚为什么又可以公开，说事的人也看得到',
  'publication.reason-too-long': ({ limit }) => `原因太长了，请写在 ${limit} 个字以内`,
  'push.refused': '这个地址只收微信发来的消息',
}
