import type { CellChange, GeoPoint, MyDutyAnswer, PartnersAnswer } from '@huiying/shared/roster'
import { AnswerSwap } from '../../src/features/roster/answer-swap'
import { AskSwap } from '../../src/features/roster/ask-swap'
import { CancelLeave } from '../../src/features/roster/cancel-leave'
import { ChangeCells } from '../../src/features/roster/change-cells'
import { EnterLeave, type EnteredLeave } from '../../src/features/roster/enter-leave'
import { LeaveHandOverNote } from '../../src/features/roster/leave-hand-over-note'
import { myDutyOf } from '../../src/features/roster/my-duty.board'
import { partnersOf } from '../../src/features/roster/partners.board'
import { TakeOverShift } from '../../src/features/roster/take-over-shift'
import { WithdrawSwap } from '../../src/features/roster/withdraw-swap'
import type { Database } from '../../src/platform/database/open-database'
import { viewerOf } from './small-village'

/** What moves duty, by people's ids, on one server. */
export function rosterInHand(database: Database) {
  const { unitOfWork, reads, clock, ids } = database
  const as = (personId: string) => viewerOf(database, personId)
  const mine = async (personId: string): Promise<MyDutyAnswer> => myDutyOf(reads, await as(personId), await clock.now())
  return {
    mine,
    partners: async (personId: string, slotId: string): Promise<PartnersAnswer> =>
      partnersOf(reads, await as(personId), slotId, await clock.now()),
    takeOver: async (personId: string, slotId: string, place: GeoPoint | null = null): Promise<void> =>
      new TakeOverShift(unitOfWork, ids).execute(await as(personId), slotId, place),
    leaveNote: async (personId: string, slotId: string, text: string): Promise<void> =>
      new LeaveHandOverNote(unitOfWork, ids).execute(await as(personId), slotId, text),
    /** `of`: left out, one's own. */
    leave: async (personId: string, fromOn: string, toOn: string, of: string | null = null): Promise<EnteredLeave> =>
      new EnterLeave(unitOfWork, ids).execute(await as(personId), { personId: of, fromOn, toOn }),
    cancelLeave: async (personId: string, leaveId: string): Promise<void> =>
      new CancelLeave(unitOfWork).execute(await as(personId), leaveId),
    /** Answers the swap's id. */
    askSwap: async (personId: string, slotId: string, toPersonId: string, inReturn?: string | null) => {
      const asked = { slotId, toPersonId, returnSlotId: inReturn ?? null }
      await new AskSwap(unitOfWork, ids).execute(await as(personId), asked)
      return (await mine(personId)).asking.find((row) => row.slot.slotId === slotId)?.id ?? ''
    },
    answerSwap: async (personId: string, swapId: string, accept: boolean): Promise<void> =>
      new AnswerSwap(unitOfWork, ids).execute(await as(personId), swapId, accept),
    withdrawSwap: async (personId: string, swapId: string): Promise<void> =>
      new WithdrawSwap(unitOfWork).execute(await as(personId), swapId),
    edit: async (personId: string, month: string, ...changes: readonly CellChange[]): Promise<void> => {
      await new ChangeCells(unitOfWork, ids).execute(await as(personId), month, changes)
    },
  }
}
