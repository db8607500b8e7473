import type { BoardAnswer, BoardColumn } from '@huiying/shared/tickets'

/** What a desk's browser hears. */
export interface WatchedBoard {
  readonly boards: BoardAnswer[]
  readonly beats: () => number
  /** Code of the `end` event; `null` as long as there was none. */
  readonly endedBy: () => string | null
  readonly isClosed: () => boolean
  /** The words in one column of the newest board. */
  readonly wordsIn: (key: BoardColumn) => readonly string[]
  readonly leave: () => void
}

export async function watchBoard(url: string, token: string): Promise<WatchedBoard> {
  const leaving = new AbortController()
  const response = await fetch(`${url}/api/board/live`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' }, signal: leaving.signal,
  })
  if (response.status !== 200 || response.body === null) throw new Error(`no board: ${response.status}`)
  const boards: BoardAnswer[] = []
  const state = { beats: 0, endedBy: null as string | null, isClosed: false }
  const hear = (event: string): void => {
    const data = /^data: (.*)$/m.exec(event)?.[1]
    if (event.startsWith('event: board')) boards.push(JSON.parse(data ?? '') as BoardAnswer)
    else if (event.startsWith('event: end')) state.endedBy = (JSON.parse(data ?? '') as { code: string }).code
    else state.beats += 1
  }
  void read(response.body, hear).catch(() => undefined).then(() => { state.isClosed = true })
  return {
    boards,
    beats: () => state.beats,
    endedBy: () => state.endedBy,
    isClosed: () => state.isClosed,
    wordsIn: (key) => {
      const column = boards[boards.length - 1]?.columns.find((one) => one.key === key)
      return column?.rows.map(({ words }) => words) ?? []
    },
    leave: () => leaving.abort(),
  }
}

async function read(body: ReadableStream<Uint8Array>, hear: (event: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const parts = (rest + decoder.decode(value, { stream: true })).split('\n\n')
    rest = parts.pop() ?? ''
    parts.forEach(hear)
  }
}
