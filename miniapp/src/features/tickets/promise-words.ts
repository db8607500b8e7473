import { formatLength } from '@huiying/shared/kernel'
import type { OpenHours, PromiseView } from '@huiying/shared/sla'
import { clockText } from '@/ui/clock-text'
import { unbroken } from '@/ui/unbroken'

/**
 * Under the big button. Not known yet: without a number, rather than with a wrong one. Where some kinds wait for the
 * office to open it is not promised of everything; the page one writes on says the hour.
 */
export function speakUpWords(promise: PromiseView | null): string {
  if (promise === null) return '有事就说，有人回'
  return unbroken(`有事就说，${promise.service === null ? '' : '一般 '}${formatLength(promise.responseMs)}内有人回`)
}

/** "工作日 9:00 到 18:00" */
export function hoursWords({ opensAtMinute, closesAtMinute }: Pick<OpenHours, 'opensAtMinute' | 'closesAtMinute'>): string {
  return `工作日 ${clockText(opensAtMinute)} 到 ${clockText(closesAtMinute)}`
}
