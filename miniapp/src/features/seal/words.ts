import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import {
  SEAL_SLOT_NAMES, type SealSlot, type SealStatus, type SealUseRow, type SealView,
} from '@huiying/shared/seal'
import type { Tone } from '@/ui/tag'

/** As it fits under a face. */
export const SEAL_SLOT_SHORT_NAMES: Readonly<Record<SealSlot, string>> = {
  supervisor: '监委会', director: '村主任', secretary: '书记',
}

export const SEAL_TONES: Readonly<Partial<Record<SealStatus, Tone>>> = {
  signing: 'soon', approved: 'ok', used: 'ok', refused: 'late',
}

/** "还差监委会主任、书记签字" */
export function waitsWords(slots: readonly SealSlot[]): string {
  return slots.length === 0 ? '' : `还差${slots.map((slot) => SEAL_SLOT_NAMES[slot]).join('、')}签字`
}

/** "3 份 · 孙明盖的 · 9月14日 周一 上午10:05" */
export function sealUseWords({ copies, by, at }: Pick<SealUseRow, 'copies' | 'by' | 'at'>, now: EpochMs): string {
  return [`${copies} 份`, by === null ? '' : `${by.name}盖的`, formatNear(at, now)].filter((part) => part !== '').join(' · ')
}

/** Where it stands, and what comes next, in a sentence. */
export function standingWords({ status, copies, copiesLeft, slots, refusedWhy }: Standing): string {
  switch (status) {
    case 'draft': return '还没交出去，三个人看不到要签'
    case 'signing': return waitsWords(slots.filter(({ signed }) => signed === null).map(({ slot }) => slot))
    case 'approved': return copiesLeft === copies ? `三个人都签了，可以盖 ${copies} 份` : `已盖 ${copies - copiesLeft} 份，还能盖 ${copiesLeft} 份`
    case 'used': return `${copies} 份都盖完了`
    case 'refused': return refusedWhy === null ? '有人没有签' : `${refusedWhy.by?.name ?? ''}没有签：${refusedWhy.reason}`
    case 'withdrawn': return '撤掉了'
  }
}

type Standing = Pick<SealView, 'status' | 'copies' | 'copiesLeft' | 'slots' | 'refusedWhy'>
