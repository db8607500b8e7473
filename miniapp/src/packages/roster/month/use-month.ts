import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { cellKey, type CellChange, type Month, type RosterChangeRow, type RosterMonthAnswer } from '@huiying/shared/roster'
import { fetchChanges, fetchMonth } from '@/features/roster/api'
import { usePolling } from '@/features/tickets/use-ticket'
import { useLoad, type Loaded } from '@/platform/use-load'
import { readMonth, withChanges, type MonthModel } from './month-model'
import { newsIn } from './month-news'

export interface LiveMonth {
  readonly loaded: Loaded<RosterMonthAnswer>
  /** The month as the server has it, as far as we know. */
  readonly stored: MonthModel | null
  /** What others changed while one looked, by cell key. */
  readonly news: ReadonlyMap<string, RosterChangeRow>
  readonly forgetNews: () => void
  /** Marks what others changed, of these changes. */
  readonly noteNews: (changes: readonly RosterChangeRow[]) => void
  /** The server has stored these changes of one's own; what others did in those cells one has seen then. */
  readonly confirm: (changes: readonly CellChange[], revision: number) => void
  /** The revision up to which all changes are known. */
  readonly readRevision: () => number
}

/** What one stored oneself since the answer came. */
interface OwnChanges {
  readonly of: RosterMonthAnswer
  readonly changes: readonly CellChange[]
}

const NO_NEWS: ReadonlyMap<string, RosterChangeRow> = new Map()

/**
 * A month that stays fresh while its page is seen: every 20 seconds it asks what others have changed. `readShown`: the
 * month on the screen, with what is only just being saved.
 */
export function useMonth(month: Month, villageId: string | undefined, readShown: () => MonthModel | null): LiveMonth {
  const loaded = useLoad(`month/${month}/${villageId ?? ''}`, () => fetchMonth(month, villageId))
  const { data, reload } = loaded
  const [own, setOwn] = useState<OwnChanges | null>(null)
  const [news, setNews] = useState(NO_NEWS)
  const known = useRef(0)

  const stored = useMemo(() => {
    if (data === null) return null
    const read = readMonth(data)
    return own?.of === data ? withChanges(read, own.changes) : read
  }, [data, own])

  useEffect(() => {
    if (data === null) return
    // An answer that set out before one's own change was stored: it would take the change off the screen again.
    if (data.revision < known.current && data.status !== null) void reload()
    else known.current = data.revision
  }, [data, reload])

  const confirm = useCallback((changes: readonly CellChange[], revision: number) => {
    // A gap means that somebody else came in between; the next poll, which asks from before it, tells who.
    if (revision === known.current + 1) known.current = revision
    const done = new Set(changes.map(cellKey))
    setNews((before) => ([...before.keys()].some((key) => done.has(key)) ? without(before, done) : before))
    if (data === null) return
    setOwn((before) => ({ of: data, changes: [...(before?.of === data ? before.changes : []), ...changes] }))
  }, [data])

  usePolling(async () => {
    if (data === null || data.status === null) return reload()
    const since = known.current
    const answer = await fetchChanges(month, since, villageId).catch(() => null)
    const shown = readShown()
    if (answer === null || shown === null || answer.revision === since) return undefined
    const found = newsIn(answer.changes, shown)
    known.current = Math.max(known.current, answer.revision)
    if (found.size > 0) setNews((before) => new Map([...before, ...found]))
    // Made anew or published: that is told by the revision alone.
    if (found.size > 0 || answer.changes.length === 0) await reload()
    return undefined
  })

  const noteNews = useCallback((changes: readonly RosterChangeRow[]) => {
    const shown = readShown()
    const found = shown === null ? NO_NEWS : newsIn(changes, shown)
    if (found.size > 0) setNews((before) => new Map([...before, ...found]))
  }, [readShown])
  const forgetNews = useCallback(() => setNews(NO_NEWS), [])
  const readRevision = useCallback(() => known.current, [])
  return { loaded, stored, news, forgetNews, noteNews, confirm, readRevision }
}

function without<Row>(rows: ReadonlyMap<string, Row>, keys: ReadonlySet<string>): ReadonlyMap<string, Row> {
  return new Map([...rows].filter(([key]) => !keys.has(key)))
}
