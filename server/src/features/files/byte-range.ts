import type { ByteRange } from '../../platform/storage'

/**
 * The part of a file that a Range header asks for. "whole" for no header, one that is not understood, and
 * several parts at once, which the protocol allows to be answered in full; "outside" is status 416.
 */
export function byteRange(header: string | undefined, bytes: number): ByteRange | 'whole' | 'outside' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  const [, from = '', to = ''] = match ?? []
  if (match === null || (from === '' && to === '')) return 'whole'
  if (from === '') return Number(to) === 0 ? 'outside' : { from: Math.max(0, bytes - Number(to)), to: bytes - 1 }
  if (to !== '' && Number(to) < Number(from)) return 'whole'
  if (Number(from) >= bytes) return 'outside'
  return { from: Number(from), to: to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1) }
}
