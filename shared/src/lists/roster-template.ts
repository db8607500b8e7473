import type { Seat } from '../roster'
import type { ListColumn, ListSheet } from '../tables'

/** A sheet of an exported roster: a row is a village's day. */
export interface RosterSheet extends ListSheet {
  /** The columns that hold who sits, by their headings. */
  readonly seats: readonly { readonly heading: string; readonly seat: Seat }[]
}

/**
 * Hidden: which cell the row was when it was exported, and who stood there. It tells what the editor has changed from
 * what somebody else has changed since, and travels with its row when rows are sorted.
 */
export const BASE_HEADING = '原来（勿改）'

/** Takes a day of the stationed cadre, or a leader's visit, away. */
export const CANCEL_WORD = '取消'

export const COMMITTEE_SHEET: RosterSheet = rosterSheet('村两委', '村两委每天的班；带班的是书记或主任，休息日没有带班', [
  { heading: '带班', seat: 'lead' }, { heading: '值班', seat: 'member' },
])
export const STATIONED_SHEET: RosterSheet = rosterSheet('包村干部', '包村干部到村的日子', [{ heading: '姓名', seat: 'stationed' }])
export const VISITS_SHEET: RosterSheet = rosterSheet('领导坐班', '领导到重点村坐班的日子', [{ heading: '姓名', seat: 'leader' }])

export const ROSTER_SHEETS: readonly RosterSheet[] = [COMMITTEE_SHEET, STATIONED_SHEET, VISITS_SHEET]

/** What the exported file says of itself, line by line. */
export const ROSTER_FILE_NOTES: readonly string[] = [
  '改好后在“值班表”里导入同一个文件。只有您改过的格子会变，别人这期间改的不会被盖掉。',
  '写姓名就行；同一个村里有两个人同名，写成 姓名（编号）。',
  '把名字删掉，这个班就没有人，要另外补。没有写在表里的行不会变。',
  `包村干部、领导不来了写“${CANCEL_WORD}”；换日子就在原来那天写“${CANCEL_WORD}”，再加一行新的。`,
  '有一处不对，就一处都不改，并告诉您每一处怎么改。',
]

function rosterSheet(name: string, note: string, seats: RosterSheet['seats']): RosterSheet {
  const column = (heading: string, required: boolean): ListColumn => ({ heading, aliases: [], required, note: '' })
  return {
    name, note, seats,
    columns: [
      column('日期', true), column('星期', false), column('村', true),
      ...seats.map(({ heading }) => column(heading, false)), column(BASE_HEADING, false),
    ],
  }
}
