import type { Me } from '@huiying/shared/identity'
import type { TopicBody, TopicsAnswer } from '@huiying/shared/tickets'
import { administeredSubDistrict, mySubDistrict, openPage } from '@/features/identity'
import { get, post, put } from '@/platform/request'

export const TOPICS_URL = '/packages/desk/topics/index'

/** The desk's pages are built for the browser alone. */
const HAS_DESK = process.env.TARO_ENV === 'h5'

/** Who keeps the list of topics: the sub-district's staff, leaders and admin. */
export function keepsTopicList(me: Me): boolean {
  return HAS_DESK && (mySubDistrict(me) !== null || administeredSubDistrict(me) !== null)
}

export const openTopics = (): void => openPage(TOPICS_URL)
export const fetchTopics = (): Promise<TopicsAnswer> => get('/api/topics')
/** @param topicId `null`: a new one */
export const saveTopic = (topicId: string | null, body: TopicBody): Promise<TopicsAnswer> =>
  topicId === null ? post('/api/topics', body) : put(`/api/topics/${topicId}`, body)
