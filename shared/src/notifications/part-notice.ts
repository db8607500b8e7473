import { formatNear, type EpochMs } from '../kernel'
import type { NoticeData, NoticeKind, NoticeWords } from './notice-data'

export type PartNoticeKind = Extract<NoticeKind, `part-${string}`>

/** What departments and those who called them are told. `data.unitName`: the department. */
export function partNoticeWords(kind: PartNoticeKind, data: NoticeData, now: EpochMs): NoticeWords {
  const { unitName = '部门', villageName = '', excerpt = '', matter = '' } = data
  const about = `${villageName} ${excerpt === '' ? '（一段话）' : `“${excerpt}”`}`.trim()
  const due = data.dueAt === undefined ? '' : formatNear(data.dueAt, now)
  switch (kind) {
    case 'part-called':
      return { title: `街道叫${unitName}去一趟`, body: `${about} ${due}前请到场` }
    case 'part-overdue':
      return { title: `${unitName}还没到`, body: `${about} 说好${due}前到` }
    case 'part-refused':
      return { title: `${unitName}说来不了`, body: `${about} 请看看理由，定一下来不来` }
    case 'part-reviewed':
      return data.dueAt === undefined
        ? { title: '领导同意，不用去了', body: `${about} ${matter}`.trim() }
        : { title: '领导说还是要去', body: `${about} ${due}前请到场` }
    case 'part-closed':
      return { title: `${unitName}办完了`, body: `${about} ${matter}`.trim() }
  }
}
