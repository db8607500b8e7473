import { useCallback, useMemo, useRef, useState } from 'react'
import { SEATS, type CellChange, type Month, type RosterChangeRow, type Seat } from '@huiying/shared/roster'
import { changeCells, fetchChanges } from '@/features/roster/api'
import { ApiError } from '@/platform/api-error'
import { sentenceOf } from '@/platform/say'
import { createTurns } from '@/platform/turns'
import { canBeUndone, renewed, undoOf } from './cell-edits'
import { withChanges, type MonthModel } from './month-model'
import { cellWords, rivalsOf } from './month-news'
import { useMonth, type LiveMonth } from './use-month'

/** What one wanted, and who was quicker. */
export interface Clash {
  readonly wanted: readonly CellChange[]
  readonly rivals: readonly RosterChangeRow[]
}

export interface MonthDesk extends LiveMonth {
  /** As it is to be seen: with the edits that are on their way. */
  readonly model: MonthModel | null
  readonly save: (changes: readonly CellChange[] | null) => void
  readonly undo: () => boolean
  readonly canUndo: boolean
  readonly isSaving: boolean
  /** Why the last edit was not stored. */
  readonly fault: string | null
  readonly forgetFault: () => void
  readonly clash: Clash | null
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

interface Edit {
  readonly id: number
  readonly changes: readonly CellChange[]
}

/**
 * Every edit is stored at once, with undo instead of a button to save: so two people never hold long drafts against
 * each other, a dead network costs one cell and not an afternoon, and what one sees is what is so.
 */
export function useMonthDesk(month: Month, villageId: string | undefined): MonthDesk {
  const [waiting, setWaiting] = useState<readonly Edit[]>([])
  const [done, setDone] = useState<readonly Edit[]>([])
  const [fault, setFault] = useState<string | null>(null)
  const [clash, setClash] = useState<Clash | null>(null)
  const shown = useRef<MonthModel | null>(null)
  const count = useRef(0)
  // One after another: the second of two quick edits builds on the first.
  const inTurn = useRef(createTurns(1))

  const live = useMonth(month, villageId, useCallback(() => shown.current, []))
  const { stored, confirm, noteNews, readRevision, loaded } = live
  const { reload } = loaded
  const model = useMemo(
    () => (stored === null ? null : waiting.reduce((before, { changes }) => withChanges(before, changes), stored)),
    [stored, waiting],
  )
  shown.current = model
  const latestConfirm = useRef(confirm)
  latestConfirm.current = confirm

  const store = useCallback((changes: readonly CellChange[], mayBeUndone: boolean) => {
    const edit = { id: ++count.current, changes }
    const isOther = (one: Edit) => one.id !== edit.id
    setFault(null)
    setWaiting((before) => [...before, edit])
    if (mayBeUndone && canBeUndone(changes)) setDone((before) => [...before, edit])
    void inTurn.current(async () => {
      const since = readRevision()
      try {
        const { revision } = await changeCells(month, changes)
        latestConfirm.current(changes, revision)
      } catch (error) {
        setDone((before) => before.filter(isOther))
        const isClash = error instanceof ApiError && error.code === 'roster.cell-changed'
        const others = isClash ? await changesSince(month, since, villageId) : []
        setWaiting((before) => before.filter(isOther))
        noteNews(others)
        // Also where no answer came: whether it was stored the month itself tells.
        await reload()
        if (isClash) setClash({ wanted: changes, rivals: rivalsOf(changes, others) })
        else setFault(refusalWords(error, shown.current))
        return
      }
      setWaiting((before) => before.filter(isOther))
    })
  }, [month, villageId, readRevision, noteNews, reload])

  const save = useCallback((changes: readonly CellChange[] | null) => {
    if (changes !== null && changes.length > 0) store(changes, true)
  }, [store])
  const last = done[done.length - 1]
  const undo = useCallback(() => {
    if (last === undefined) return false
    setDone((before) => before.filter(({ id }) => id !== last.id))
    store(undoOf(last.changes), false)
    return true
  }, [last, store])

  const keepMine = useCallback(() => {
    if (clash !== null && shown.current !== null) save(renewed(shown.current, clash.wanted))
    setClash(null)
  }, [clash, save])
  const takeTheirs = useCallback(() => setClash(null), [])
  const forgetFault = useCallback(() => setFault(null), [])

  return {
    ...live, model, save, undo, fault, forgetFault, clash, keepMine, takeTheirs,
    canUndo: last !== undefined, isSaving: waiting.length > 0,
  }
}

async function changesSince(
  month: Month, since: number, villageId: string | undefined,
): Promise<readonly RosterChangeRow[]> {
  return fetchChanges(month, since, villageId).then(({ changes }) => changes, () => [])
}

/** "9月14日 青石村 带班：这个人那天请假了，请换人" — the server names the cell it means. */
function refusalWords(error: unknown, model: MonthModel | null): string {
  const { on, villageId, seat } = error instanceof ApiError ? error.details : {}
  const village = model?.answer.villages.find((one) => one.village.id === villageId)?.village.name
  const isNamed = typeof on === 'string' && village !== undefined && SEATS.some((one) => one === seat)
  return isNamed ? `${cellWords({ on, seat: seat as Seat }, village)}：${sentenceOf(error)}` : sentenceOf(error)
}
