import { formatTime, HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import type { NoticeKind } from '@huiying/shared/notifications'
import type { DueJob } from '../../platform/database/due-rows-worker'
import type { RawRow } from '../../platform/database/table'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { WorkLog } from '../../platform/database/work-log'
import type { Ids } from '../../platform/ids/ids'
import type { GroupRobot, RobotOutcome } from '../../platform/wecom/group-robot'
import { groupCountTable, groupMessageTable, type GroupCount, type GroupMessage } from './group.table'

const LEASE_MS = MINUTE_MS
const MAX_ATTEMPTS = 5
/** Counted before there was a robot, or while it was dead: nobody is helped by it now. */
const STALE_MS = HOUR_MS
/** A message may have 4,096 bytes: a line has some 60. */
const MOST_LINES = 50

/** In the order of the message. */
const SAID: readonly (readonly [NoticeKind, string])[] = [
  ['undeliverable', '通知没送到值班的人'],
  ['response-overdue', '没按时回'],
  ['closure-overdue', '没按时办完'],
]

/** Robots by the code of their sub-district; the address holds its key and is never logged. */
export type GroupRobots = ReadonlyMap<string, string>

/**
 * Says into the group of a sub-district's staff how many matters of which village need somebody, no more: a group has
 * more members than those who may read a villager's words.
 */
export class SendGroupMessages implements DueJob {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly robot: GroupRobot,
    private readonly robots: GroupRobots,
    private readonly log: WorkLog,
  ) {}

  async runOnce(): Promise<number> {
    if (this.robots.size === 0) return this.unitOfWork.run(async (work) => forget(work))
    await this.unitOfWork.run((work) => this.gather(work))
    const taken = await this.unitOfWork.run((work) => take(work))
    if (taken === null) return 0
    const webhook = this.robots.get(taken.code)
    const { message } = taken
    const outcome: RobotOutcome = webhook === undefined
      ? { outcome: 'refused', errcode: 0 }
      : await this.robot.say(webhook, message.markdown)
    if (outcome.outcome === 'refused') {
      this.log.error({ subDistrictId: message.subDistrictId, errcode: outcome.errcode }, 'a group robot refuses')
    }
    await this.unitOfWork.run(async (work) => {
      if (outcome.outcome === 'try-later' && message.attempts < MAX_ATTEMPTS) {
        work.update(groupMessageTable, { ...message, dueAt: work.now + outcome.waitMs })
      } else work.delete(groupMessageTable, { id: message.id })
    })
    return 1
  }

  /** Makes one message of all that is counted for a sub-district. */
  private async gather(work: Work): Promise<void> {
    const [due] = await work.query<{ readonly subDistrictId: string; readonly name: string; readonly code: string }>(
      `SELECT c.sub_district_id AS subDistrictId, u.name, u.code FROM group_counts c
       JOIN units u ON u.id = c.sub_district_id WHERE c.due_at <= ? ORDER BY c.due_at LIMIT 1`,
      [work.now],
    )
    if (due === undefined) return
    const { subDistrictId, name } = due
    const counts = await work.find(groupCountTable, { subDistrictId }, { lock: true })
    const villages = await work.query<{ readonly id: string; readonly name: string }>(
      'SELECT id, name FROM units WHERE parent_id = ?', [subDistrictId],
    )
    for (const count of counts) work.delete(groupCountTable, count)
    const fresh = counts.filter(({ dueAt }) => work.now - dueAt < STALE_MS)
    if (fresh.length === 0 || !this.robots.has(due.code)) return
    const lines = linesOf(fresh, new Map(villages.map((one) => [one.id, one.name])))
    const rest = lines.length > MOST_LINES ? ['> ……'] : []
    const markdown = [
      `**${name}** ${formatTime(work.now)}`, ...lines.slice(0, MOST_LINES), ...rest, '请打开“回应”的超时看板。',
    ].join('\n')
    work.insert(groupMessageTable, { id: this.ids.next(), dueAt: work.now, subDistrictId, markdown, attempts: 0 })
  }
}

/** Nobody listens: what is counted must not pile up and be said on the day when somebody does. */
function forget(work: Work): 0 {
  for (const table of ['group_counts', 'group_messages']) work.write(`DELETE FROM ${table} WHERE due_at <= ?`, [work.now])
  return 0
}

function linesOf(counts: readonly GroupCount[], names: ReadonlyMap<string, string>): readonly string[] {
  return SAID.flatMap(([kind, words]) =>
    counts
      .filter((one) => one.kind === kind)
      .map(({ villageId, count }) => `> ${names.get(villageId) ?? ''}：${count} 件${words}`))
}

async function take(work: Work): Promise<{ readonly message: GroupMessage; readonly code: string } | null> {
  const [raw] = await work.query<RawRow>(
    `SELECT ${groupMessageTable.columnList} FROM group_messages WHERE due_at <= ? ORDER BY due_at, id LIMIT 1`,
    [work.now],
    { lock: 'skip-locked' },
  )
  if (raw === undefined) return null
  const found = groupMessageTable.fromRaw(raw)
  const [unit] = await work.query<{ readonly code: string }>('SELECT code FROM units WHERE id = ?', [found.subDistrictId])
  const message = { ...found, attempts: found.attempts + 1 }
  work.update(groupMessageTable, { ...message, dueAt: work.now + LEASE_MS })
  return { message, code: unit?.code ?? '' }
}
