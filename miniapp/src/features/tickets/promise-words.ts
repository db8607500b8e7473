import { answeredWithinWords, type OpenHours, type PromiseView } from '@huiying/shared/sla'
import { clockText } from '@/ui/clock-text'
import { unbroken } from '@/ui/unbroken'

/** Under the big button. Not known yet: without a number, rather than with a wrong one. */
export function speakUpWords(promise: PromiseView | null): string {
  return promise === null ? '有事就说，有人回' : unbroken(`有事就说，${answeredWithinWords(promise)}`)
}

/** "工作日 9:00 到 18:00" */
export function hoursWords({ opensAtMinute, closesAtMinute }: Pick<OpenHours, 'opensAtMinute' | 'closesAtMinute'>): string {
  return `工作日 ${clockText(opensAtMinute)} 到 ${clockText(closesAtMinute)}`
}
