import { formatLength } from '@huiying/shared/kernel'
import type { OpenHours, PromiseView } from '@huiying/shared/sla'
import { unbroken } from '@/ui/unbroken'

/** Under the big button. Not known yet: without a number, rather than with a wrong one. */
export function speakUpWords(promise: PromiseView | null): string {
  return promise === null ? '有事就说，有人回' : unbroken(`有事就说，${formatLength(promise.responseMs)}内有人回`)
}

/** "工作日 9:00 到 18:00" */
export function hoursWords({ opensAtMinute, closesAtMinute }: Pick<OpenHours, 'opensAtMinute' | 'closesAtMinute'>): string {
  return `工作日 ${clockWords(opensAtMinute)} 到 ${clockWords(closesAtMinute)}`
}

function clockWords(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}
