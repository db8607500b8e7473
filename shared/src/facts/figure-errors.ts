import type { RefusalDetails } from '../kernel'

export const FIGURE_STATUSES = {
  'figures.period-invalid': 422,
  'figures.callback-not-found': 404,
  'figures.callback-over': 409,
  'figures.own-work': 403,
  'figures.answer-missing': 422,
  'figures.words-too-long': 422,
  'figures.share-invalid': 422,
} as const

type Words = string | ((details: RefusalDetails) => string)

export const FIGURE_WORDS: Readonly<Record<keyof typeof FIGURE_STATUSES, Words>> = {
  'figures.period-invalid': ({ days }) => `日期没选对：开始不能晚于结束，最长 ${days} 天，请重新选`,
  'figures.callback-not-found': '没有找到这个回访，请刷新看看',
  'figures.callback-over': '这个回访已经有人打过了，请刷新看看',
  'figures.own-work': '这件事是您回的或办的，请别的同事来打这个电话',
  'figures.answer-missing': '请选好：有没有按时回，办好了没有',
  'figures.words-too-long': ({ limit }) => `写得太长了，请写 ${limit} 个字以内`,
  'figures.share-invalid': '抽几成没填对，请填 0 到 100 之间的数',
}
