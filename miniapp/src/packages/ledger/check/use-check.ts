import { useState } from 'react'
import { checkSource } from '@/features/ledger/check-source'
import { headMemory } from '@/features/ledger/head-memory'
import { runCheck, type CheckOutcome } from '@/features/ledger/proof/run-check'
import type { WallSheet } from '@/features/ledger/proof/wall-fingerprint'
import { serverNow } from '@/platform/clock'
import { useLoad, type Loaded } from '@/platform/use-load'

export interface CheckInHand {
  readonly outcome: Loaded<CheckOutcome>
  readonly wall: WallSheet | null
  readonly compareWith: (sheet: WallSheet) => void
}

/** Runs when the page opens, and again with the sheet on the wall once that was scanned. */
export function useCheck(bookId: string, entryId: string | null, asked: WallSheet | null): CheckInHand {
  const [wall, setWall] = useState(asked)
  const key = `check/${bookId}/${entryId ?? ''}/${wall === null ? '' : `${wall.size}/${wall.fingerprint}`}`
  const outcome = useLoad(key, () =>
    runCheck({ entryId, wall }, checkSource(bookId), headMemory(bookId), serverNow()))
  return { outcome, wall, compareWith: setWall }
}
