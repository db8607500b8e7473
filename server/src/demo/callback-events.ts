import { addDays, chinaDateOf, DAY_MS, HOUR_MS, MINUTE_MS, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import type { Call } from '@huiying/shared/figures'
import { callbackPolicyTable } from '../features/figures/callback.table'
import { callbacksOf } from '../features/figures/callbacks.board'
import { RecordCall } from '../features/figures/record-call'
import type { DemoLists } from './demo-lists'
import type { DemoEvent } from './play'
import { firstInstant } from './plan-tickets'
import { SUB_DISTRICT } from './places'
import type { Stage } from './stage'

/** Twice the handbook's share, so that the nine days have calls enough to look at. */
const SHARE_PERMILLE = 200
const AFTERNOON_MS = 15 * HOUR_MS

/** What they say, one after the other: whom the draw takes is another one in each demo. */
const SAID: readonly Call[] = [
  { how: 'spoke', isAnswered: true, isSettled: true, words: '来得快，弄好了' },
  { how: 'spoke', isAnswered: true, isSettled: true, words: '' },
  { how: 'spoke', isAnswered: true, isSettled: false, words: '弄了一回，过两天又是老样子，没再来看' },
  { how: 'no-answer' },
  { how: 'spoke', isAnswered: true, isSettled: true, words: '办了，就是路上多跑了一趟' },
  { how: 'declined' },
]

/** Each afternoon staff calls those who were drawn and closed by then; the last day's calls are still to be made. */
export function callbackEvents(stage: Stage, { cast }: DemoLists): readonly DemoEvent[] {
  const { database, register, now } = stage
  const caller = cast.street.staff[1]?.person.code
  if (caller === undefined) return []
  const callerId = register.personId(caller)
  const recording = new RecordCall(database.unitOfWork)
  let said = 0
  const callAll = async (at: EpochMs): Promise<void> => {
    const viewer = register.viewer(callerId, at)
    const { rows } = await callbacksOf(database.reads, viewer, at)
    for (const { ticketId, isOwnWork } of rows) {
      const call = SAID[said % SAID.length]
      if (isOwnWork || call === undefined) continue
      said += 1
      await recording.execute(viewer, ticketId, call)
    }
  }
  return [
    { at: firstInstant(now) - MINUTE_MS, run: () => setShare(stage) },
    ...afternoons(now).map((at) => ({ at, run: () => callAll(at) })),
  ]
}

async function setShare({ database, register, now }: Stage): Promise<void> {
  const firstOn = chinaDateOf(firstInstant(now))
  await database.unitOfWork.run(async (work) => work.insert(callbackPolicyTable, {
    subDistrictId: register.unitId(SUB_DISTRICT.code), version: 1, firstOn, sharePermille: SHARE_PERMILLE,
  }))
}

function afternoons(now: EpochMs): readonly EpochMs[] {
  const times: EpochMs[] = []
  for (let on = chinaDateOf(firstInstant(now)); ; on = addDays(on, 1)) {
    const at = startOfChinaDay(on) + AFTERNOON_MS
    if (at > now - DAY_MS / 2) return times
    times.push(at)
  }
}
