import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { keepsTopics, type Topic, type TopicBrief, type TopicsAnswer } from '@huiying/shared/tickets'
import type { UnitBrief } from '@huiying/shared/villages'
import type { Reads } from '../../platform/database/reads'
import { departmentsOf, unitOf } from '../villages/public'
import { topicsOf } from './ways-ground'

/** The list of the sub-district the viewer works in. @throws request.not-found for whoever works in none */
export async function topicsAnswerOf(reads: Reads, viewer: Viewer): Promise<TopicsAnswer> {
  const post = viewer.posts.find(({ kind, subDistrictId }) => kind !== 'resident' && subDistrictId !== null)
  const subDistrictId = post?.subDistrictId ?? null
  const unit = subDistrictId === null ? null : await unitOf(reads, subDistrictId)
  if (subDistrictId === null || unit === null) throw new DomainError('request.not-found')
  const keeps = keepsTopics(viewer, subDistrictId)
  const [topics, departments] = await Promise.all([topicsOf(reads, subDistrictId), departmentsOf(reads, subDistrictId)])
  return {
    subDistrict: { id: unit.id, kind: unit.kind, name: unit.name },
    topics: topics.filter(({ isActive }) => isActive || keeps).map((topic) => ({
      ...briefOf(topic, departments),
      departmentUnitId: topic.departmentUnitId,
      words: topic.words,
      isActive: topic.isActive,
    })),
    departments,
  }
}

export function briefOf({ id, name, departmentUnitId }: Topic, departments: readonly UnitBrief[]): TopicBrief {
  return { id, name, departmentName: departments.find((unit) => unit.id === departmentUnitId)?.name ?? null }
}
