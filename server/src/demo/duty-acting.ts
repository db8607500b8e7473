import type { Viewer } from '@huiying/shared/identity'
import { addDays, chinaDateOf, DomainError } from '@huiying/shared/kernel'
import type { BookLine, DutySlot, Seat } from '@huiying/shared/roster'
import { AnswerSwap } from '../features/roster/answer-swap'
import { AskSwap } from '../features/roster/ask-swap'
import { EnterLeave } from '../features/roster/enter-leave'
import { LeaveHandOverNote } from '../features/roster/leave-hand-over-note'
import { swapTable } from '../features/roster/leave.table'
import { slotTable } from '../features/roster/slot.table'
import { TakeOverShift } from '../features/roster/take-over-shift'
import { WriteBookEntry } from '../features/roster/write-book-entry'
import type { VillageCast } from './cast'
import type { Stage } from './stage'

/** Those who sit, at work. Who sits in a slot is asked when he acts: leave and swaps may have changed it. */
export class DutyActing {
  constructor(private readonly stage: Stage) {}

  async takeOver(slotId: string): Promise<void> {
    const { unitOfWork, ids } = this.stage.database
    const slot = await this.slot(slotId)
    if (slot === null) return
    await new TakeOverShift(unitOfWork, ids).execute(await this.sitter(slot), slotId, null)
  }

  async write(slotId: string, line: BookLine): Promise<void> {
    const { unitOfWork, ids } = this.stage.database
    const slot = await this.slot(slotId)
    if (slot === null) return
    await new WriteBookEntry(unitOfWork, ids).execute(await this.sitter(slot), slot.villageId, line)
  }

  async leaveNote(slotId: string, words: string): Promise<void> {
    const { unitOfWork, ids } = this.stage.database
    const slot = await this.slot(slotId)
    if (slot === null) return
    await new LeaveHandOverNote(unitOfWork, ids).execute(await this.sitter(slot), slotId, words)
  }

  /** The last of the members is away for two days from tomorrow on. */
  async takeLeave({ members }: VillageCast): Promise<void> {
    const { database: { unitOfWork, ids, clock }, register } = this.stage
    const now = await clock.now()
    const viewer = register.viewer(register.personId(members.at(-1)?.code ?? ''), now)
    const days = { fromOn: addDays(chinaDateOf(this.stage.now), 1), toOn: addDays(chinaDateOf(this.stage.now), 2) }
    await new EnterLeave(unitOfWork, ids).execute(viewer, { personId: null, ...days })
  }

  /** Somebody asks a colleague to sit for him on the first coming day on which the other can. */
  async swap({ village, secretary, director, members }: VillageCast, seat: Seat, isAccepted: boolean): Promise<void> {
    const { database: { unitOfWork, ids, clock }, register } = this.stage
    const now = await clock.now()
    const villageId = register.unitId(village.code)
    const slots = await unitOfWork.run((work) => work.find(slotTable, { villageId, seat }, { orderBy: { fromAt: 'asc' } }))
    const committee = [secretary, director, ...members].map(({ code }) => register.personId(code))
    for (const slot of slots.filter(({ on }) => on > addDays(chinaDateOf(this.stage.now), 2))) {
      for (const toPersonId of committee) {
        if (slot.personId === null || !(await this.asks(slot, slot.personId, toPersonId))) continue
        if (!isAccepted) return
        const swap = await unitOfWork.run((work) => work.findOne(swapTable, { slotId: slot.id }))
        await new AnswerSwap(unitOfWork, ids).execute(register.viewer(toPersonId, now), swap?.id ?? '', true)
        return
      }
    }
  }

  /** False where the rules say that the other cannot. */
  private async asks(slot: DutySlot, fromPersonId: string, toPersonId: string): Promise<boolean> {
    const { database: { unitOfWork, ids, clock }, register } = this.stage
    try {
      const viewer = register.viewer(fromPersonId, await clock.now())
      await new AskSwap(unitOfWork, ids).execute(viewer, { slotId: slot.id, toPersonId, returnSlotId: null })
      return true
    } catch (error) {
      if (error instanceof DomainError) return false
      throw error
    }
  }

  /** The slot, if somebody sits in it now. */
  private async slot(slotId: string): Promise<DutySlot | null> {
    const { unitOfWork, clock } = this.stage.database
    const slot = await unitOfWork.run((work) => work.findOne(slotTable, { id: slotId }))
    const now = await clock.now()
    return slot === null || slot.personId === null || slot.toAt <= now ? null : slot
  }

  private async sitter({ personId }: DutySlot): Promise<Viewer> {
    return this.stage.register.viewer(personId ?? '', await this.stage.database.clock.now())
  }
}
