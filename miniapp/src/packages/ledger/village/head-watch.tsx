import { useEffect, useState } from 'react'
import type { HeadView } from '@huiying/shared/ledger'
import { checkSource } from '@/features/ledger/check-source'
import { alarmOf, type Verdict } from '@/features/ledger/check-words'
import { headMemory } from '@/features/ledger/head-memory'
import { lookAtHead } from '@/features/ledger/proof/look-at-head'
import { VerdictCard } from '@/features/ledger/verdict-card'
import { serverNow } from '@/platform/clock'

/**
 * Whoever opens the page makes his phone remember the book, and hears at once if it isn't the one it remembers. Nothing
 * is asked while nothing has changed.
 */
export function HeadWatch({ bookId, head }: { readonly bookId: string; readonly head: HeadView | null }) {
  const [alarm, setAlarm] = useState<Verdict | null>(null)
  const root = head?.root ?? null
  useEffect(() => {
    const memory = headMemory(bookId)
    const known = memory.read()
    if (root === (known?.root ?? null)) return setAlarm(null)
    let isHere = true
    lookAtHead(checkSource(bookId), memory, serverNow()).then(
      (look) => isHere && setAlarm(alarmOf(look)),
      // Without a network nothing is said; the next opening looks again.
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [bookId, root])
  return alarm === null ? null : <VerdictCard verdict={alarm} />
}
