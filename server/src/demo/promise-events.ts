import { addDays, chinaDateOf, HOUR_MS, MINUTE_MS, startOfChinaDay } from '@huiying/shared/kernel'
import { DEFAULT_SLA_TERMS, type PolicyChange, type ServiceKind } from '@huiying/shared/sla'
import { SetPromise } from '../features/sla/set-promise'
import type { DemoLists } from './demo-lists'
import type { DemoEvent } from './play'
import type { Stage } from './stage'

/**
 * Yesterday afternoon staff ruled that suggestions go by the hours of the office from today on, and that questions are
 * to follow next month: one change in force, one that can still be taken back.
 */
export function promiseEvents(stage: Stage, { cast }: DemoLists): readonly DemoEvent[] {
  const today = chinaDateOf(stage.now)
  const nextMonth = addDays(`${today.slice(0, 7)}-01`, 32).slice(0, 7)
  const at = startOfChinaDay(addDays(today, -1)) + 16 * HOUR_MS
  const set = (change: PolicyChange, after: number): DemoEvent => ({
    at: at + after,
    run: async () => {
      const staff = stage.register.personId(cast.street.staff[0]?.person.code ?? '')
      await new SetPromise(stage.database.unitOfWork).execute(stage.register.viewer(staff, at + after), change)
    },
  })
  return [
    set({ firstOn: today, terms: served('suggestion'), basedOnVersion: 0 }, 0),
    set({ firstOn: `${nextMonth}-01`, terms: served('question', 'suggestion'), basedOnVersion: 1 }, 12 * MINUTE_MS),
  ]
}

function served(...kinds: readonly ServiceKind[]): PolicyChange['terms'] {
  return { ...DEFAULT_SLA_TERMS, serviceHours: { kinds, opensAtMinute: 9 * 60, closesAtMinute: 18 * 60 } }
}
