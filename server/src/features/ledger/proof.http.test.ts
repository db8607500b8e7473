import type {
  CanonicalEntry, ConsistencyAnswer, HeadAnswer, InclusionAnswer, LeavesAnswer, SubtreesAnswer, YearRangeAnswer,
} from '@huiying/shared/ledger'
import {
  canonicalBytes, consistencyProof, hexOf, inclusionProof, leafHash, parseHex, parseNoteKey, openCheckpoint, rootOf,
  rootOfParts, verifyConsistency, verifyInclusion,
} from '@huiying/shared/proof'
import { appendEntries, openBareBook } from '../../../test/support/ledger-book'
import { entriesUpTo } from '../../../test/support/ledger-entries'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { verifyEd25519 } from '../../platform/crypto/ed25519'
import { sha256 } from '../../platform/crypto/sha-256'
import { leafOf } from './log-in-hand'

const SIZE = 37
const leaves = entriesUpTo('book', SIZE).map(leafOf)
const digests = (hexes: readonly string[]) => hexes.map((hex) => parseHex(hex) ?? new Uint8Array(0))

let server: TestApp
let token: string

beforeAll(async () => {
  server = await startTestApp()
  const { unitOfWork } = server.db
  await openBareBook(unitOfWork, 'book')
  await appendEntries(unitOfWork, 'book', 20)
  await server.app.workers.heads.drain()
  await appendEntries(unitOfWork, 'book', SIZE - 20)
  await server.app.workers.heads.drain()
  token = await server.signIn('open-wang')
})

afterAll(() => server.stop())

async function get<Answer>(path: string): Promise<Answer> {
  const answer = await server.send('GET', `/api/books/book/${path}`, { token })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`)
  return answer.as<Answer>()
}

test('the head comes with its note and the key that signed it', async () => {
  const { head, note, keys } = await get<HeadAnswer>('head')
  expect(head).toMatchObject({ size: SIZE, root: hexOf(rootOf(sha256, leaves)), witnessedAt: null })
  const key = parseNoteKey(sha256, keys.signer)
  const opened = key && openCheckpoint(verifyEd25519, [key], note ?? '')
  expect(opened?.checkpoint).toMatchObject({ origin: 'huiying/book/book', size: SIZE })
  expect(keys.witness).toBeNull()
})

test('the proofs of every entry at several sizes are those of the plain tree', async () => {
  for (const size of [1, 2, 7, 8, 20, 33, SIZE]) {
    for (let position = 0; position < size; position += 3) {
      const { hashes } = await get<InclusionAnswer>(`proofs/inclusion?position=${position}&size=${size}`)
      expect(hashes).toEqual(inclusionProof(sha256, leaves.slice(0, size), position).map(hexOf))
      const root = rootOf(sha256, leaves.slice(0, size))
      const claim = { leafHash: leaves[position] as Uint8Array, index: position, size, root }
      expect(verifyInclusion(sha256, claim, digests(hashes))).toBe(true)
    }
  }
})

test('the proofs between every two sizes are those of the plain tree', async () => {
  for (const to of [1, 16, 31, SIZE]) {
    for (let from = 0; from <= to; from += 5) {
      const { hashes } = await get<ConsistencyAnswer>(`proofs/consistency?from=${from}&to=${to}`)
      expect(hashes).toEqual(consistencyProof(sha256, leaves.slice(0, to), from).map(hexOf))
      const known = { size: from, root: rootOf(sha256, leaves.slice(0, from)) }
      const next = { size: to, root: rootOf(sha256, leaves.slice(0, to)) }
      expect(verifyConsistency(sha256, known, next, digests(hashes))).toBe(true)
    }
  }
})

test('a range with what lies left and right of it gives the root', async () => {
  const { from, to } = await get<YearRangeAnswer>('years/2026')
  expect([from, to]).toEqual([0, SIZE])
  expect(await get<YearRangeAnswer>('years/2025')).toEqual({ from: 0, to: 0 })
  const part = await get<LeavesAnswer>('leaves?from=5&to=23')
  const hashed = part.entries.map((entry: CanonicalEntry) => leafHash(sha256, canonicalBytes(entry)))
  expect(hashed.map(hexOf)).toEqual(part.leaves)
  const { left, right } = await get<SubtreesAnswer>(`subtrees?from=5&to=23&size=${SIZE}`)
  const parts = { from: 5, to: 23, size: SIZE, left: digests(left), leaves: hashed, right: digests(right) }
  expect(hexOf(rootOfParts(sha256, parts) ?? new Uint8Array(0))).toBe(hexOf(rootOf(sha256, leaves)))
})

test.each([
  'proofs/inclusion?position=37&size=37', 'proofs/inclusion?position=0&size=38', 'proofs/inclusion?position=-1&size=1',
  'proofs/inclusion', 'proofs/consistency?from=3&to=2', 'proofs/consistency?from=0&to=1e9', 'leaves?from=a&to=2',
  'subtrees?from=0&to=38&size=37', 'years/soon',
])('%s is refused, not guessed', async (path) => {
  expect((await server.send('GET', `/api/books/book/${path}`, { token })).status).toBe(422)
})

test('for whoever belongs elsewhere there is no such book', async () => {
  const stranger = await server.signIn('nobody-of-liushu')
  for (const path of ['head', 'proofs/inclusion?position=0&size=1', 'leaves?from=0&to=1', 'years/2026', 'export']) {
    expect([403, 404]).toContain((await server.send('GET', `/api/books/book/${path}`, { token: stranger })).status)
    expect((await server.send('GET', `/api/books/none/${path}`, { token })).code).toBe('ledger.book-not-found')
  }
})

test('the export is a line about the book, a line for each entry, and an end', async () => {
  const { text, headers } = await server.send('GET', '/api/books/book/export', { token })
  const lines = text.split('\n')
  expect(headers['content-type']).toContain('application/x-ndjson')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'huiying-book', version: 1, size: SIZE })
  expect(lines).toHaveLength(SIZE + 4)
  expect(JSON.parse(lines[SIZE + 1] ?? '')).toEqual({ leaves: leaves.map(hexOf) })
  expect(lines[SIZE + 2]).toBe(`{"end":${SIZE}}`)
  expect(hexOf(leafHash(sha256, Buffer.from(lines[12] ?? '')))).toBe(hexOf(leaves[11] as Uint8Array))
})
