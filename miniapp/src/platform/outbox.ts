import { ApiError } from './api-error'
import { serverNow } from './clock'
import { dropLocalFile, type LocalFile } from './local-file'
import { putOutboxItem, readOutbox, removeOutboxItem, type OutboxItem } from './outbox-store'
import { post } from './request'
import { readSession } from './session'
import { createStore, useStore } from './store'
import { upload } from './upload'

export interface Submission {
  /** From the draft (`useDraft().key`): a second tap carries the same one. */
  readonly key: string
  readonly path: string
  /** Without photoIds and voiceId: those are added when the files have been uploaded. */
  readonly body: object
  readonly photos?: readonly LocalFile[]
  readonly voice?: LocalFile | null
  readonly label: string
}

/** sent: the server has it. kept: it waits on the phone and goes out by itself. */
export type SendOutcome<Answer> = { readonly status: 'sent'; readonly answer: Answer } | { readonly status: 'kept' }

/**
 * Puts it into the outbox first, then sends it: whatever dies on the way, it goes out later under the same key, once.
 * @throws ApiError when the server said no; it is out of the outbox then, and the draft is the caller's to keep.
 */
export async function send<Answer>(submission: Submission): Promise<SendOutcome<Answer>> {
  const session = readSession()
  if (session.status !== 'signed-in') throw new ApiError(401, 'session.missing')
  const files = [...(submission.photos ?? []), ...(submission.voice ? [submission.voice] : [])]
  putOutboxItem(
    readOutbox().find((item) => item.key === submission.key && item.refusal === null) ?? {
      key: submission.key,
      accountId: session.me.accountId,
      path: submission.path,
      body: { ...submission.body },
      files: files.map((file) => ({ file, uploadedId: null })),
      label: submission.label,
      createdAt: serverNow(),
      refusal: null,
    },
  )
  try {
    return { status: 'sent', answer: (await deliver(submission.key)) as Answer }
  } catch (error) {
    if (!(error instanceof ApiError) || error.passing || error.status === 401) {
      tryAgainLater()
      return { status: 'kept' }
    }
    removeOutboxItem(submission.key)
    throw error
  }
}

/** Throws a refused or waiting one away, with its files. */
export async function discardOutboxItem(item: OutboxItem): Promise<void> {
  removeOutboxItem(item.key)
  await Promise.all(item.files.map(({ file }) => dropLocalFile(file)))
}

/** Sends what waits, oldest first: whenever the app is shown or the network comes back. Never throws. */
export async function flushOutbox(): Promise<void> {
  const session = readSession()
  if (session.status !== 'signed-in') return
  const waiting = readOutbox().filter((item) => item.accountId === session.me.accountId && item.refusal === null)
  for (const { key } of waiting) {
    try {
      await deliver(key)
    } catch (error) {
      if (error instanceof ApiError && !error.passing && error.status !== 401) {
        const refused = readOutbox().find((item) => item.key === key)
        if (refused !== undefined) putOutboxItem({ ...refused, refusal: { code: error.code, details: error.details } })
        continue
      }
      tryAgainLater()
      return
    }
  }
  waitMs = FIRST_WAIT_MS
}

// The same item is never on its way twice from this app; a second tab or a lost answer is the server's key to settle.
const underWay = new Map<string, Promise<unknown>>()
const sending = createStore(false)

/** Whether something is on its way to the server at this moment. */
export function useIsSending(): boolean {
  return useStore(sending)
}

function deliver(key: string): Promise<unknown> {
  const running = underWay.get(key)
  if (running !== undefined) return running
  const started = deliverOnce(key).finally(() => {
    underWay.delete(key)
    sending.write(underWay.size > 0)
  })
  underWay.set(key, started)
  sending.write(true)
  return started
}

async function deliverOnce(key: string): Promise<unknown> {
  const photoIds: string[] = []
  let voiceId: string | undefined
  for (let index = 0; ; index += 1) {
    const item = mustFind(key)
    const entry = item.files[index]
    if (entry === undefined) break
    const id = entry.uploadedId ?? (await upload(entry.file)).id
    if (entry.uploadedId === null) {
      const files = item.files.map((other, at) => (at === index ? { ...other, uploadedId: id } : other))
      putOutboxItem({ ...mustFind(key), files })
    }
    if (entry.file.kind === 'voice') voiceId = id
    else photoIds.push(id)
  }
  const item = mustFind(key)
  const answer = await post<unknown>(
    item.path,
    { ...item.body, ...(photoIds.length > 0 ? { photoIds } : {}), ...(voiceId === undefined ? {} : { voiceId }) },
    key,
  )
  await discardOutboxItem(item)
  return answer
}

function mustFind(key: string): OutboxItem {
  const item = readOutbox().find((candidate) => candidate.key === key)
  // Another tab was quicker, or the person threw it away.
  if (item === undefined) throw new ApiError(409, 'request.conflict')
  return item
}

const FIRST_WAIT_MS = 10_000
const LONGEST_WAIT_MS = 300_000
let waitMs = FIRST_WAIT_MS
let timer: ReturnType<typeof setTimeout> | null = null

function tryAgainLater(): void {
  if (timer !== null) return
  timer = setTimeout(() => {
    timer = null
    void flushOutbox()
  }, waitMs)
  waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
}
