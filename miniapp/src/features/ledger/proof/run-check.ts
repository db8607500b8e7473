import type { EntryView, InclusionAnswer } from '@huiying/shared/ledger'
import { joinSubtrees, parseHex, type Head } from '@huiying/shared/proof'
import { checkEntry, type EntryVerdict } from './check-entry'
import type { YearSource } from './check-year'
import { parseDigests } from './digests'
import { lookAtHead, type HeadLook, type HeadMemory, type HeadSource } from './look-at-head'
import { sha256 } from './phone-primitives'
import { checkWall, type WallSheet, type WallVerdict } from './wall-fingerprint'

export interface CheckSource extends HeadSource, Pick<YearSource, 'subtrees'> {
  entry(entryId: string): Promise<EntryView>
  inclusion(position: number, size: number): Promise<InclusionAnswer>
}

export interface CheckWish {
  readonly entryId: string | null
  readonly wall: WallSheet | null
}

export interface CheckOutcome {
  readonly look: HeadLook
  /** `null`: not asked, or there is no head to check against. */
  readonly wall: WallVerdict | null
  /** `not-yet`: posted after the newest head was signed. */
  readonly entry: { readonly view: EntryView; readonly verdict: EntryVerdict | 'not-yet' } | null
}

/** All that a tap on 核对 asks for. @throws ApiError when nothing could be asked just now */
export async function runCheck(
  { entryId, wall }: CheckWish, source: CheckSource, memory: HeadMemory, seenAt: number,
): Promise<CheckOutcome> {
  const look = await lookAtHead(source, memory, seenAt)
  if (look.kind === 'fault') return { look, wall: null, entry: null }
  return {
    look,
    wall: wall === null ? null : await wallVerdict(look.head, wall, source),
    entry: entryId === null ? null : await entryVerdict(look.head, entryId, source),
  }
}

async function entryVerdict(head: Head, entryId: string, source: CheckSource): Promise<CheckOutcome['entry']> {
  const view = await source.entry(entryId)
  const { position } = view.canonical
  if (position >= head.size) return { view, verdict: 'not-yet' }
  const { hashes } = await source.inclusion(position, head.size)
  return { view, verdict: checkEntry(head, view, hashes) }
}

async function wallVerdict(head: Head, sheet: WallSheet, source: CheckSource): Promise<WallVerdict> {
  if (sheet.size > head.size) return 'ahead'
  const then = await headThen(head, sheet, source)
  if (then === null) return 'different'
  const answer = sheet.size === head.size ? null : await source.consistency(sheet.size, head.size)
  const proof = answer === null ? [] : parseDigests(answer.hashes)
  return proof === null ? 'different' : checkWall(head, sheet, then, proof)
}

/** The whole code says it; of twelve figures the server names the parts, which the proof then holds it to. */
async function headThen(head: Head, { size, fingerprint }: WallSheet, source: CheckSource): Promise<Head | null> {
  if (size === head.size) return head
  const root = parseHex(fingerprint)
  if (root !== null) return { size, root }
  const parts = parseDigests((await source.subtrees(size, size, size)).left)
  return parts === null ? null : { size, root: joinSubtrees(sha256, parts) }
}
