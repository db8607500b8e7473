import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { checkTopic, keepsTopics, type TopicBody } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { lockUnit, unitOf } from '../villages/public'
import { topicTable } from './topic.table'
import { topicsOf } from './ways-ground'

/** A topic is never deleted: what has it keeps it; it only leaves the list. */
export class SaveTopic {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /**
   * @param topicId `null`: a new one
   * @throws request.not-found for whoever keeps no list, topic.not-found, topic.department-not-found and what
   *   `checkTopic` does
   */
  execute(viewer: Viewer, topicId: string | null, body: TopicBody): Promise<{ readonly topicId: string }> {
    return this.unitOfWork.run(async (work) => {
      const actor = viewerLater(viewer, work.now)
      const subDistrictId = keptBy(actor)
      if (subDistrictId === null) throw new DomainError('request.not-found')
      await lockUnit(work, subDistrictId)
      const topics = await topicsOf(work, subDistrictId)
      const standing = topics.find(({ id }) => id === topicId)
      if (topicId !== null && standing === undefined) throw new DomainError('topic.not-found')
      await mustBeDepartment(work, body.departmentUnitId, subDistrictId)
      const { name, departmentUnitId, words, isActive } = body
      const id = topicId ?? this.ids.next()
      const topic = checkTopic({ id, subDistrictId, name, departmentUnitId, words, isActive }, topics)
      if (standing === undefined) work.insert(topicTable, topic)
      else work.update(topicTable, topic)
      work.record(viewer.personId, [{ type: 'topic.saved', subjectId: subDistrictId, topicId: id }])
      return { topicId: id }
    })
  }
}

/** Whose list the viewer keeps; `null`: nobody's. */
export function keptBy(viewer: Viewer): string | null {
  const post = viewer.posts.find(({ subDistrictId }) => subDistrictId !== null && keepsTopics(viewer, subDistrictId))
  return post?.subDistrictId ?? null
}

async function mustBeDepartment(work: Work, unitId: string | null, subDistrictId: string): Promise<void> {
  if (unitId === null) return
  const unit = await unitOf(work, unitId)
  if (unit?.kind !== 'department' || unit.parentId !== subDistrictId) throw new DomainError('topic.department-not-found')
}
