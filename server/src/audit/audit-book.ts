import {
  appendLeaf, EMPTY_FRONTIER, formatNoteKey, headOfFrontier, hexOf, leafHash, openCheckpoint, shortFingerprint, utf8Of,
  type Digest, type Frontier, type NoteKey, type OpenedCheckpoint,
} from '@huiying/shared/proof'
import { verifyEd25519 } from '../platform/crypto/ed25519'
import { sha256 } from '../platform/crypto/sha-256'
import { seenEntries } from './check-entries'
import { readHeader, readLine, type ExportedBook } from './read-export'

export interface AuditOptions {
  /** Keys known from elsewhere; a forger would put his own into the file. */
  readonly signer?: NoteKey
  readonly witness?: NoteKey
  /** A signed head that somebody kept: the book must have grown out of it. */
  readonly olderHead?: string
}

export interface AuditReport {
  readonly isSound: boolean
  /** Plain Chinese, a sentence a line. */
  readonly lines: readonly string[]
}

/** Checks a whole export with nothing but the export. Stops at the first thing that is wrong. */
export async function auditBook(text: AsyncIterable<string>, options: AuditOptions = {}): Promise<AuditReport> {
  const said: string[] = []
  try {
    await audit(text, options, said)
    return { isSound: true, lines: [...said, '核对完了：没有发现问题。'] }
  } catch (error) {
    if (!(error instanceof Wrong)) throw error
    return { isSound: false, lines: [...said, `✗ ${error.message}`] }
  }
}

class Wrong extends Error {}

async function audit(text: AsyncIterable<string>, options: AuditOptions, said: string[]): Promise<void> {
  const lines = linesOf(text)
  const first = await lines.next()
  const book = first.done === true ? null : readHeader(first.value)
  if (book === null) throw new Wrong('这不是回应导出的账本文件，或者第一行坏了。')
  said.push(`账本：${book.name}（${book.bookId}），共 ${book.size} 笔。`)
  const head = headOf(book, options, said)
  const older = olderHeadOf(book, options)
  let frontier = EMPTY_FRONTIER
  const page: { words: string; leaf: string }[] = []
  const seen = seenEntries(book.bookId)
  const checkRoots = (): void => {
    if (older !== null && older.checkpoint.size === frontier.size) requireOlder(older, frontier)
  }
  checkRoots()
  let isEnded = false
  for await (const line of lines) {
    if (isEnded) throw new Wrong('文件在结尾之后还有内容。')
    const read = readLine(line)
    if (read === null) throw new Wrong(`第 ${frontier.size + 1} 笔那一行坏了，或不是账本的写法。`)
    if (read.kind === 'entry') {
      const { entry } = read
      const words = `第 ${frontier.size + 1} 笔（${entry.month} 第 ${entry.voucher} 号，${entry.purpose}，编号 ${entry.id}）`
      const wrong = seen.check(entry, frontier.size)
      if (wrong !== null) throw new Wrong(`${words}不对：${wrong}。`)
      const leaf = leafHash(sha256, utf8Of(line))
      frontier = appendLeaf(sha256, frontier, leaf)
      page.push({ words, leaf: hexOf(leaf) })
      checkRoots()
    } else if (read.kind === 'leaves') {
      page.forEach(({ words, leaf }, at) => {
        if (read.leaves[at] !== leaf) throw new Wrong(`${words}不对：入账以后被改过，和入账时留下的指纹不一样。`)
      })
      if (read.leaves.length !== page.length) throw new Wrong(`到第 ${frontier.size} 笔为止，账和指纹的笔数不一样。`)
      page.length = 0
    } else {
      if (read.size !== frontier.size || read.size !== book.size) throw new Wrong('文件不全：笔数和开头写的不一样。')
      isEnded = true
    }
  }
  if (!isEnded) throw new Wrong(`文件不全：到第 ${frontier.size} 笔就断了，应有 ${book.size} 笔。`)
  said.push('每一笔都在自己的位置上，凭证不缺号，借贷相等，冲红各一次。')
  requireHead(head, frontier)
  said.push(`账本指纹 ${shortFingerprint(headOfFrontier(sha256, frontier).root)}，和签名的一样。`)
  if (older === null) return
  if (older.checkpoint.size > frontier.size) throw new Wrong('保存的旧账本头比这份账还长：这份账少了后面的。')
  said.push(`前 ${older.checkpoint.size} 笔和保存的旧账本头一样，没有被改过。`)
}

/** The signatures first: what nobody signed need not be read. */
function headOf(book: ExportedBook, { signer, witness }: AuditOptions, said: string[]): OpenedCheckpoint {
  if (signer !== undefined && !isKeyOf(signer, book.signer)) {
    throw new Wrong('文件里的签名钥匙和您给的不一样。')
  }
  const witnessKey = witness ?? book.witness
  if (book.note === null) throw new Wrong('这本账还没有签过名，没法核对。请过几分钟再导出一次。')
  const head = openCheckpoint(verifyEd25519, witnessKey === null ? [book.signer] : [book.signer, witnessKey], book.note)
  if (head === null) throw new Wrong('账本头的签名不对。')
  if (head.checkpoint.size !== book.size) throw new Wrong('账本头签的笔数和文件开头写的不一样。')
  said.push(`签名有效：${formatNoteKey(book.signer)}`)
  const witnesses = head.witnesses.map(({ key }) => formatNoteKey(key))
  if (witnesses.length > 0) said.push(`见证也签了：${witnesses.join('、')}`)
  else if (witness !== undefined) throw new Wrong('您给的见证没有在这个账本头上签名。')
  else said.push('注意：还没有见证的签名。')
  if (signer === undefined) said.push('请把签名钥匙和墙上公示的核对：文件里写的钥匙，造假的人也能换。')
  return head
}

/** Known is the book's own line, or that of the whole installation, whose name each of its books' begins with. */
function isKeyOf(known: NoteKey, { name, publicKey }: NoteKey): boolean {
  const isNamed = known.name === name || name.startsWith(`${known.name}/`)
  return isNamed && hexOf(known.publicKey) === hexOf(publicKey)
}

function olderHeadOf(
  { signer, witness }: ExportedBook, { olderHead, ...given }: AuditOptions,
): OpenedCheckpoint | null {
  if (olderHead === undefined) return null
  const witnessKey = given.witness ?? witness
  const opened = openCheckpoint(verifyEd25519, witnessKey === null ? [signer] : [signer, witnessKey], olderHead)
  if (opened === null) throw new Wrong('保存的旧账本头不是这本账的，或签名不对。')
  return opened
}

function requireOlder({ checkpoint }: OpenedCheckpoint, frontier: Frontier): void {
  if (isRoot(checkpoint.root, frontier)) return
  throw new Wrong(`前 ${checkpoint.size} 笔和保存的旧账本头不一样：其中有一笔被改过。`)
}

function requireHead({ checkpoint }: OpenedCheckpoint, frontier: Frontier): void {
  if (isRoot(checkpoint.root, frontier)) return
  throw new Wrong('整本账和签过名的账本头不一样：有账被改过，入账时的指纹也一起改了。请用以前存的账本头（--head）再查，缩小范围。')
}

function isRoot(root: Digest, frontier: Frontier): boolean {
  return hexOf(root) === hexOf(headOfFrontier(sha256, frontier).root)
}

/** Only a line feed ends a line: what people write may hold other signs that some readers take for one. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of text) {
    const parts = `${rest}${chunk}`.split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest !== '') yield rest
}
