import { apiUrl, authorization } from '@/platform/request'
import { SECOND_MS } from '@huiying/shared/kernel'

export interface ServerEvent {
  /** `beat`: nothing but a sign of life. */
  readonly name: string
  readonly data: string
}

/** The server says something every twenty seconds; a line that is silent for longer is dead without knowing it. */
const SILENCE_MS = 50 * SECOND_MS

/**
 * Reads server-sent events until the line ends. A browser's own EventSource sends no header, and a token in the address
 * would end up in logs.
 * @throws whatever ended the line; an error also where the browser cannot read a body piece by piece
 */
export async function readEvents(
  path: string, hear: (event: ServerEvent) => void, leaving: AbortSignal,
): Promise<void> {
  const line = new AbortController()
  const hangUp = () => line.abort()
  leaving.addEventListener('abort', hangUp)
  let alarm = setTimeout(hangUp, SILENCE_MS)
  try {
    const answer = await fetch(apiUrl(path), {
      headers: { Accept: 'text/event-stream', ...authorization() }, cache: 'no-store', signal: line.signal,
    })
    if (!answer.ok || answer.body === null || answer.body === undefined) throw new Error(`no line: ${answer.status}`)
    const reader = answer.body.getReader()
    const decoder = new TextDecoder()
    const split = splitEvents()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      clearTimeout(alarm)
      alarm = setTimeout(hangUp, SILENCE_MS)
      split(decoder.decode(value, { stream: true })).forEach(hear)
    }
  } finally {
    clearTimeout(alarm)
    leaving.removeEventListener('abort', hangUp)
    line.abort()
  }
}

/** Whole events as they become whole; a piece may end in the middle of one. */
export function splitEvents(): (piece: string) => readonly ServerEvent[] {
  let rest = ''
  return (piece) => {
    const parts = (rest + piece).split('\n\n')
    rest = parts.pop() ?? ''
    return parts.map((part) => {
      const lines = part.split('\n')
      const field = (name: string) =>
        lines.filter((one) => one.startsWith(`${name}: `)).map((one) => one.slice(name.length + 2)).join('\n')
      return { name: field('event') || 'beat', data: field('data') }
    })
  }
}
