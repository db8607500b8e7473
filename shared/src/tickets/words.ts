import { subDistrictWord } from '../villages'
import type { AboutWhom, ClosureOutcome, NotAcceptedReason, Rating, TicketKind, TicketStatus, Visibility } from './ticket'

/** The words of the field as the screens show them (handbook §2). */
export const KIND_NAMES: Readonly<Record<TicketKind, string>> = {
  help: '求助', question: '咨询', complaint: '投诉', suggestion: '建议',
}
export const VISIBILITY_NAMES: Readonly<Record<Visibility, string>> = {
  village: '全村能看（不露名字）', handlers: '只给干部看', confidential: '不让村里知道',
}
/**
 * Stands for the words of what was said in confidence wherever somebody may look over a shoulder: in lists, and in
 * notices, which light up on a phone that lies on somebody's table.
 */
export const KEPT_WORDS = '不让村里知道的事'
/** Whom a complaint is about, as they are called in a sub-district of that name. */
export function aboutName(about: AboutWhom, subDistrictName: string): string {
  const word = subDistrictWord(subDistrictName)
  switch (about) {
    case 'village-cadre': return '村干部'
    case 'officer': return '部门办事员'
    case 'staff': return `${word}工作人员`
    case 'leader': return `${word}领导`
    case 'app': return '这个小程序'
  }
}
export const STATUS_NAMES: Readonly<Record<TicketStatus, string>> = {
  submitted: '等回应', 'in-progress': '在办', closed: '已办结，等您评', rated: '已评', unrated: '已办结，没有评', withdrawn: '已撤回',
}
export const OUTCOME_NAMES: Readonly<Record<ClosureOutcome, string>> = {
  settled: '已解决', explained: '已解释', 'not-accepted': '不予受理',
}
export const NOT_ACCEPTED_REASON_NAMES: Readonly<Record<NotAcceptedReason, string>> = {
  'not-public-affairs': '不是村里、街道管的事',
  'in-court': '已经在打官司或仲裁',
  'already-decided': '上级已有最后答复',
  'no-facts': '说的事查不到、对不上',
  duplicate: '同一件事已经在办',
}
export const RATING_NAMES: Readonly<Record<Rating, string>> = {
  satisfied: '满意', 'fairly-satisfied': '基本满意', dissatisfied: '不满意',
}
