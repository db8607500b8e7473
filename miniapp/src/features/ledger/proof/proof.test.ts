import type { CanonicalEntry } from '@huiying/shared/ledger'
import {
  consistencyProof, formatNoteKey, hexOf, inclusionProof, leafHash, noteKey, rootOf, shortFingerprint, type Head,
} from '@huiying/shared/proof'
import { ENTRIES, LEAVES, node, ROOTS } from '../testing/shared-vectors'
import {
  bookOf, entriesOf, leafHashOf, ORIGIN, signedHead, viewOf, WITNESSED_AT_SECONDS,
} from '../testing/small-log'
import { checkEntry } from './check-entry'
import { checkYear, PAGE_SIZE } from './check-year'
import { checkHead } from './checked-head'
import { ed25519Verify, sha256 } from './phone-primitives'
import { mayReplace, rememberedOf, standingOf } from './remembered-head'
import { checkWall, isOnWall, parseWallSheet } from './wall-fingerprint'

const { bytes } = node

describe('what the phone brings itself', () => {
  it('hashes as Node does, and as the known trees say', () => {
    for (let length = 0; length < 300; length += 1) {
      const some = Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 0xff)
      expect(hexOf(sha256(some))).toBe(hexOf(node.sha256(some)))
    }
    expect(ENTRIES.map((entry) => hexOf(leafHash(sha256, bytes(entry))))).toEqual(LEAVES.map(hexOf))
    expect(ROOTS.map((_, size) => hexOf(rootOf(sha256, LEAVES.slice(0, size))))).toEqual(ROOTS)
  })

  // RFC 8032 §7.1: test 3.
  it('takes the signature of the standard, and none with one bit the other way round', () => {
    const key = bytes('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025')
    const message = bytes('af82')
    const signature = bytes(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    )
    expect(ed25519Verify(key, message, signature)).toBe(true)
    for (let bit = 0; bit < signature.length * 8; bit += 37) {
      const wrong = signature.map((byte, at) => (at === Math.floor(bit / 8) ? byte ^ (1 << (bit % 8)) : byte))
      expect(ed25519Verify(key, message, wrong)).toBe(false)
      expect(node.ed25519Verify(key, message, wrong)).toBe(false)
    }
    expect(ed25519Verify(key, message, signature.slice(1))).toBe(false)
    expect(ed25519Verify(key.slice(1), message, signature)).toBe(false)
  })
})

describe('checkHead', () => {
  it('opens what the book and the witness signed', () => {
    const entries = entriesOf(5)
    const head = checkHead(signedHead(entries))
    expect(head).toMatchObject({ origin: ORIGIN, size: 5, witnessedAtSeconds: WITNESSED_AT_SECONDS })
    expect(typeof head === 'string' ? head : hexOf(head.root)).toBe(hexOf(rootOf(node.sha256, entries.map(leafHashOf))))
  })

  it('says what is wrong', () => {
    const answer = signedHead(entriesOf(5))
    expect(checkHead({ ...answer, note: null })).toBe('no-head')
    expect(checkHead({ ...answer, note: 'nonsense' })).toBe('not-signed')
    expect(checkHead({ ...answer, note: String(answer.note).replace(/^5$/m, '6') })).toBe('not-signed')
    expect(checkHead({ ...answer, keys: { ...answer.keys, signer: 'nonsense' } })).toBe('unreadable')
    expect(checkHead({ ...answer, keys: { ...answer.keys, witness: answer.keys.signer } })).toBe('unreadable')
    const stranger = formatNoteKey(noteKey(node.sha256, ORIGIN, 'log', node.keyPair(3).publicKey))
    expect(checkHead({ ...answer, keys: { ...answer.keys, signer: stranger } })).toBe('not-signed')
  })

  it('is content without the witness, and says so', () => {
    expect(checkHead(signedHead(entriesOf(5), false))).toMatchObject({ size: 5, witnessedAtSeconds: null })
  })
})

describe('standingOf', () => {
  const opened = (entries: readonly CanonicalEntry[]) => {
    const head = checkHead(signedHead(entries))
    if (typeof head === 'string') throw new Error(head)
    return head
  }
  const proof = (entries: readonly CanonicalEntry[], from: number) =>
    consistencyProof(node.sha256, entries.map(leafHashOf), from)

  it('grows with the book, and finds out who changed what was known', () => {
    const entries = entriesOf(9)
    const known = rememberedOf(opened(entries.slice(0, 5)), 1)
    expect(standingOf(null, opened(entries), [])).toBe('first')
    expect(standingOf(known, opened(entries.slice(0, 5)), [])).toBe('same')
    expect(standingOf(known, opened(entries), proof(entries, 5))).toBe('grown')
    expect(standingOf(known, opened(entries.slice(0, 4)), [])).toBe('shrunk')
    const forged = entries.map((entry) => (entry.position === 2 ? { ...entry, purpose: '修路' } : entry))
    expect(standingOf(known, opened(forged), proof(forged, 5))).toBe('forked')
    expect(standingOf(known, opened(forged.slice(0, 5)), [])).toBe('forked')
    expect(standingOf(known, opened(entries), [])).toBe('forked')
    expect(standingOf({ ...known, root: 'nonsense' }, opened(entries), proof(entries, 5))).toBe('forked')
  })

  it('does not take another signer for the same, nor a witness that went', () => {
    const head = opened(entriesOf(5))
    const known = rememberedOf(head, 1)
    expect(standingOf({ ...known, signer: 'x' }, head, [])).toBe('other-keys')
    expect(standingOf({ ...known, origin: 'x' }, head, [])).toBe('other-keys')
    expect(standingOf(known, { ...head, witness: null }, [])).toBe('other-keys')
    expect(standingOf({ ...known, witness: null }, head, [])).toBe('same')
    const all = ['first', 'same', 'grown', 'shrunk', 'forked', 'other-keys'] as const
    expect(all.filter(mayReplace)).toEqual(['first', 'same', 'grown'])
  })
})

describe('checkEntry', () => {
  const entries = entriesOf(11)
  const leaves = entries.map(leafHashOf)
  const head: Head = { size: 11, root: rootOf(node.sha256, leaves) }
  const hashesOf = (index: number) => inclusionProof(node.sha256, leaves, index).map(hexOf)

  it('finds each entry where it stands', () => {
    entries.forEach((entry, index) => expect(checkEntry(head, viewOf(entry), hashesOf(index))).toBe('true'))
  })

  it('finds a changed amount, a changed place, and a page that shows something else', () => {
    const [entry] = entries
    if (entry === undefined) throw new Error('no entry')
    const [first, ...rest] = entry.lines
    if (first === undefined) throw new Error('no line')
    const dearer = { ...entry, lines: [{ ...first, amountFen: first.amountFen * 10 }, ...rest] }
    expect(checkEntry(head, viewOf(dearer), hashesOf(0))).toBe('changed')
    expect(checkEntry(head, viewOf(entry), hashesOf(1))).toBe('changed')
    expect(checkEntry(head, viewOf(entry), ['zz'])).toBe('changed')
    expect(checkEntry(head, { ...viewOf(entry), purpose: '修路' }, hashesOf(0))).toBe('other-words')
    expect(checkEntry(head, { ...viewOf(entry), lines: viewOf(dearer).lines }, hashesOf(0))).toBe('other-words')
    const halved = { ...entry, lines: [{ ...first, amountFen: 0.5 }, ...rest] }
    expect(checkEntry(head, viewOf(halved), hashesOf(0))).toBe('changed')
  })
})

describe('checkYear', () => {
  const sizes = [[0, 1, 1], [0, 7, 7], [3, 9, 14], [5, 5, 8], [130, 650, 777]] as const

  it.each(sizes)('counts up entries %i to %i of %i', async (from, to, size) => {
    const book = bookOf(size)
    const seen: number[] = []
    const source = { ...book.source, breathe: async (done: number) => void seen.push(done) }
    const verdict = await checkYear(book.head, { from, to }, source)
    expect(verdict).toEqual({ kind: 'true', count: to - from })
    expect(seen).toHaveLength(Math.ceil((to - from) / PAGE_SIZE))
  })

  it('names the entry that is not what the log noted', async () => {
    const book = bookOf(450)
    book.entries[333] = { ...(book.entries[333] as CanonicalEntry), purpose: '修路' }
    const verdict = await checkYear(book.head, { from: 100, to: 440 }, book.source)
    expect(verdict).toMatchObject({ kind: 'changed', entries: [{ position: 333 }] })
  })

  it('is not deceived by notes that were changed with the entry, nor by entries out of place or left out', async () => {
    const book = bookOf(40)
    const forged = { ...(book.entries[7] as CanonicalEntry), purpose: '修路' }
    book.entries[7] = forged
    book.leaves[7] = leafHashOf(forged)
    expect(await checkYear(book.head, { from: 0, to: 40 }, book.source)).toEqual({ kind: 'not-the-signed' })
    const swapped = bookOf(40)
    swapped.entries.splice(3, 2, ...swapped.entries.slice(3, 5).reverse())
    expect(await checkYear(swapped.head, { from: 0, to: 40 }, swapped.source)).toMatchObject({ kind: 'changed' })
    const short = bookOf(40)
    short.entries.pop()
    expect(await checkYear(short.head, { from: 0, to: 40 }, short.source)).toEqual({ kind: 'unreadable' })
    expect(await checkYear(bookOf(40).head, { from: 0, to: 41 }, bookOf(41).source)).toEqual({ kind: 'unreadable' })
    const { source, head } = bookOf(40)
    const odd = { ...source, subtrees: async () => ({ left: [], right: [] }) }
    expect(await checkYear(head, { from: 3, to: 9 }, odd)).toEqual({ kind: 'unreadable' })
  })
})

describe('the sheet on the wall', () => {
  const leaves = entriesOf(20).map(leafHashOf)
  const headAt = (size: number): Head => ({ size, root: rootOf(node.sha256, leaves.slice(0, size)) })

  it('is read from the address, whole or as twelve figures', () => {
    const fingerprint = hexOf(headAt(8).root)
    expect(parseWallSheet('8', fingerprint)).toEqual({ size: 8, fingerprint })
    expect(parseWallSheet('8', '1234-5678-9012')).toEqual({ size: 8, fingerprint: '1234-5678-9012' })
    const wrong = [['0', fingerprint], ['8', 'x'], ['x', fingerprint], [undefined, fingerprint], ['8', undefined]] as const
    for (const [size, text] of wrong) expect(parseWallSheet(size, text)).toBeNull()
    expect(isOnWall(headAt(8).root, { size: 8, fingerprint: shortFingerprint(headAt(8).root) })).toBe(true)
    expect(isOnWall(headAt(9).root, { size: 8, fingerprint: shortFingerprint(headAt(8).root) })).toBe(false)
  })

  it('holds for a book that has grown since, and for no other', () => {
    const sheet = { size: 8, fingerprint: hexOf(headAt(8).root) }
    const proof = consistencyProof(node.sha256, leaves, 8)
    expect(checkWall(headAt(20), sheet, headAt(8), proof)).toBe('true')
    expect(checkWall(headAt(8), sheet, headAt(8), [])).toBe('true')
    expect(checkWall(headAt(7), sheet, headAt(8), [])).toBe('ahead')
    expect(checkWall(headAt(20), sheet, headAt(9), proof)).toBe('different')
    expect(checkWall(headAt(20), { ...sheet, fingerprint: '0'.repeat(64) }, headAt(8), proof)).toBe('different')
    expect(checkWall(headAt(20), sheet, headAt(8), [])).toBe('different')
  })
})
