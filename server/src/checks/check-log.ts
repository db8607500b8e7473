import { debitsOf, type Entry } from '@huiying/shared/ledger'
import {
  EMPTY_FRONTIER, growFrontier, headOfFrontier, hexOf, parseHex, type Frontier, type TreeNode,
} from '@huiying/shared/proof'
import { entryFrom } from '../features/ledger/entry-rows'
import { storedInRange, type EntryRows } from '../features/ledger/entry-range'
import { leafOf } from '../features/ledger/log-in-hand'
import { sha256 } from '../platform/crypto/sha-256'
import type { Reads } from '../platform/database/reads'
import { voucherName, type Finding } from './finding'

/** Rows of one look: a book of a million entries is never in memory. */
const PAGE = 500
/** More of them say no more: whoever looks begins with the first. */
const FINDINGS_LIMIT = 50

/**
 * Every entry against the leaf that was made of it, every stored subtree against its leaves, every signed head against
 * the root at its size. An entry that was changed is named, and its stored leaf goes on being used: so one change is
 * one finding, and a change of the leaf itself is seen by the subtree over it or, at the latest, by the next head.
 * @param eachPage what else is to be made of the entries
 */
export async function checkLog(
  reads: Reads, bookId: string, size: number, eachPage: (entries: readonly Entry[]) => void,
): Promise<readonly Finding[]> {
  const walk: Walk = { frontier: EMPTY_FRONTIER, findings: [], rightUpTo: 0, hasWrongNode: false, hasWrongHead: false }
  for (let from = 0; from < size; from += PAGE) {
    const to = Math.min(from + PAGE, size)
    const rows = new Map((await storedInRange(reads, bookId, from, to)).map((one) => [one.row.position, one]))
    const nodes = await nodesIn(reads, bookId, from, to)
    const heads = await headsIn(reads, bookId, from, to)
    const entries: Entry[] = []
    for (let position = from; position < to; position += 1) {
      const stored = rows.get(position)
      if (stored !== undefined) entries.push(entryFrom(stored.row, stored.lines))
      step(walk, position, stored, nodes)
      checkHead(walk, heads.get(position + 1))
    }
    eachPage(entries)
    // The embedded database answers at once; whoever waits for the server gets a turn here.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return [...walk.findings, ...(await checkEnd(reads, bookId, size, walk))].slice(0, FINDINGS_LIMIT)
}

interface Walk {
  frontier: Frontier
  readonly findings: Finding[]
  /** The size of the last signed head that was right. */
  rightUpTo: number
  hasWrongNode: boolean
  hasWrongHead: boolean
}

function step(walk: Walk, position: number, stored: EntryRows | undefined, nodes: ReadonlyMap<string, string>): void {
  const kept = parseHex(nodes.get(`0/${position}`) ?? '-')
  const made = stored === undefined ? null : leafIn(stored)
  if (stored === undefined) {
    walk.findings.push({ kind: 'entry-missing', about: null, position, words: `第 ${position + 1} 笔账不见了。` })
  } else if (made === null || (kept !== null && hexOf(kept) !== hexOf(made)) || !fitsBeside(stored)) {
    const words = `${voucherName(stored.row)}（全本第 ${position + 1} 笔）入账以后被改过，和入账时留下的指纹不一样。`
    walk.findings.push({ kind: 'entry-changed', about: stored.row.id, position, words })
  }
  const growth = growFrontier(sha256, walk.frontier, kept ?? made ?? new Uint8Array(32))
  walk.frontier = growth.frontier
  const wrong = growth.completed.find((node) => nodes.get(`${node.level}/${node.index}`) !== hexOf(node.hash))
  if (wrong !== undefined && !walk.hasWrongNode) {
    walk.hasWrongNode = true
    walk.findings.push({ kind: 'log-changed', about: null, position, words: `${spanOf(wrong)}的指纹被改过。` })
  }
}

/** Null for what no entry can say: half a fen, half a character. */
function leafIn({ row, lines }: EntryRows): Uint8Array | null {
  try {
    return leafOf(entryFrom(row, lines))
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** What is kept beside the entry's own fields must say the same. */
function fitsBeside({ row, lines }: EntryRows): boolean {
  const reverses = row.sourceType === 'reversal' ? row.sourceRef : null
  return row.totalFen === debitsOf(lines) && row.lineCount === lines.length && row.reversesId === reverses
}

function checkHead(walk: Walk, head: string | undefined): void {
  if (head === undefined || walk.hasWrongHead) return
  const { size, root } = headOfFrontier(sha256, walk.frontier)
  if (head === hexOf(root)) {
    walk.rightUpTo = size
    return
  }
  walk.hasWrongHead = true
  const words = `前 ${size} 笔和签过名的账本头不一样：第 ${walk.rightUpTo + 1} 到第 ${size} 笔当中有账被改过，指纹也一起改了。`
  walk.findings.push({ kind: 'head-differs', about: null, position: walk.rightUpTo, words })
}

async function checkEnd(reads: Reads, bookId: string, size: number, walk: Walk): Promise<readonly Finding[]> {
  const [log] = await reads.query<{ size: number; root: string }>(
    'SELECT size, root FROM ledger_logs WHERE book_id = ?', [bookId],
  )
  const [last] = await reads.query<{ n: number; top: number | null }>(
    'SELECT COUNT(*) AS n, MAX(position) AS top FROM ledger_entries WHERE book_id = ?', [bookId],
  )
  const findings: Finding[] = []
  // A log that has grown since is looked at the next night.
  const isSameSize = Number(log?.size ?? 0) === size
  if (isSameSize && size > 0 && log?.root !== hexOf(headOfFrontier(sha256, walk.frontier).root)) {
    findings.push({ kind: 'log-changed', about: 'root', position: null, words: '整本账的指纹被改过。' })
  }
  if (isSameSize && Number(last?.top ?? -1) >= size) {
    const words = `账里有 ${Number(last?.n)} 笔，入账记录只有 ${size} 笔：有账不是从正门进来的。`
    findings.push({ kind: 'log-changed', about: 'size', position: size, words })
  }
  return findings
}

function spanOf({ level, index }: TreeNode): string {
  const span = 2 ** level
  return level === 0 ? `第 ${index + 1} 笔` : `第 ${index * span + 1} 到第 ${(index + 1) * span} 笔`
}

/** The subtrees that are completed by the leaves [from, to), by level and index. */
async function nodesIn(reads: Reads, bookId: string, from: number, to: number): Promise<ReadonlyMap<string, string>> {
  const levels: number[] = []
  for (let level = 0, span = 1; span <= to; level += 1, span *= 2) levels.push(level)
  const rows = await reads.query<{ level: number; index: number; hash: string }>(
    `SELECT level, node_index AS \`index\`, hash FROM ledger_nodes
     WHERE book_id = ? AND (${levels.map(() => '(level = ? AND node_index >= ? AND node_index < ?)').join(' OR ')})`,
    [bookId, ...levels.flatMap((level) => [level, Math.floor(from / 2 ** level), Math.floor(to / 2 ** level)])],
  )
  return new Map(rows.map(({ level, index, hash }) => [`${Number(level)}/${Number(index)}`, hash]))
}

/** Roots of the heads signed at the sizes (from, to]. */
async function headsIn(reads: Reads, bookId: string, from: number, to: number): Promise<ReadonlyMap<number, string>> {
  const rows = await reads.query<{ size: number; root: string }>(
    'SELECT size, root FROM ledger_heads WHERE book_id = ? AND size > ? AND size <= ?', [bookId, from, to],
  )
  return new Map(rows.map(({ size, root }) => [Number(size), root]))
}
