import type { Readable } from 'node:stream'

/** First and last byte of a part, both included, as in an HTTP Range. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/** Either read it, which closes it at the end, or close it. */
export interface OpenFile {
  readonly bytes: number
  /** The part, or all of it. */
  read(range: ByteRange | null): Readable
  close(): Promise<void>
}

/** Where uploaded bytes lie. Disk today; object storage fits the same three verbs. */
export interface FileStore {
  /** The bytes are safe on the medium when this resolves; before that nothing can be opened under the key. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Null if there is nothing under the key. */
  open(key: string): Promise<OpenFile | null>
  /** Nothing under the key is fine. */
  remove(key: string): Promise<void>
  /** Keys put before the instant, and traces of puts that broke off before it, in no order. */
  keysPutBefore(at: number): AsyncIterable<string>
}
