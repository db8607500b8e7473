import { configure, fireEvent, render, screen } from '@testing-library/react'
import type { CanonicalEntry } from '@huiying/shared/ledger'
import {
  completeSubtrees, consistencyProof, hexOf, inclusionProof, rootOf, shortFingerprint,
} from '@huiying/shared/proof'
import { node } from '@/features/ledger/testing/shared-vectors'
import { bookOf, entriesOf, leafHashOf, signedHead, viewOf } from '@/features/ledger/testing/small-log'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import CheckPage from './index'

// Signatures are checked for real, several times a test.
configure({ asyncUtilTimeout: 8_000 })
jest.setTimeout(30_000)

/** How many entries the server's book has; what it answers for is `book`, which a test may tamper with. */
let size: number
let book: ReturnType<typeof bookOf>
let server: SmallServer

beforeEach(async () => {
  freshPhone()
  phone.params = { book: 'book-1' }
  setBook(5)
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = ({ path }) => answerTo(new URL(path, 'http://phone'))
  keepToken('token-1')
  await refreshSession()
})
afterEach(() => server.stop())

function setBook(count: number, change: (entries: ReturnType<typeof entriesOf>) => void = () => undefined): void {
  size = count
  book = bookOf(count)
  change(book.entries)
}

function entryAt(position: number): CanonicalEntry {
  const entry = entriesOf(position + 1)[position]
  if (entry === undefined) throw new Error(`no entry ${position}`)
  return entry
}

/** Signs and proves whatever the leaves of `book` say, as a server would whose owner rewrote it. */
function answerTo({ pathname, searchParams }: URL) {
  const asked = (name: string) => Number(searchParams.get(name))
  const { leaves, entries } = book
  if (pathname === '/api/me') return { body: aVillager() }
  if (pathname.endsWith('/head')) return { body: { head: null, ...head } }
  if (pathname.startsWith('/api/entries/')) return { body: viewOf(entries[2] ?? entryAt(2)) }
  if (pathname.endsWith('/inclusion')) {
    return { body: { hashes: inclusionProof(node.sha256, leaves, asked('position')).map(hexOf) } }
  }
  if (pathname.endsWith('/consistency')) {
    return { body: { hashes: consistencyProof(node.sha256, leaves.slice(0, asked('to')), asked('from')).map(hexOf) } }
  }
  if (pathname.includes('/years/')) return { body: { from: 0, to: size } }
  if (pathname.endsWith('/subtrees')) {
    const left = completeSubtrees({ from: 0, to: asked('from') }).map(({ level, index }) =>
      hexOf(rootOf(node.sha256, leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))))
    return { body: { left, right: [] } }
  }
  if (pathname.endsWith('/leaves')) {
    const [from, to] = [asked('from'), asked('to')]
    return { body: { from, to, entries: entries.slice(from, to), leaves: leaves.slice(from, to).map(hexOf) } }
  }
  return { status: 404 }
}

let head = signedHead(entriesOf(5))
beforeEach(() => {
  head = signedHead(entriesOf(5))
})

test('the first look believes the signatures and remembers the head', async () => {
  render(<CheckPage />)
  expect((await screen.findAllByText('账本的签名是真的')).length).toBeGreaterThan(0)
  expect(screen.getByText('这台手机头一回看这本账，记下了')).toBeTruthy()
  expect(JSON.parse(String(phone.storage.get('book-head:book-1')))).toMatchObject({ size: 5 })
})

test('one entry is said to be untouched, and named when it is not', async () => {
  phone.params = { book: 'book-1', entry: 'entry-2' }
  const { unmount } = render(<CheckPage />)
  expect((await screen.findAllByText('这一笔没人改过')).length).toBeGreaterThan(0)
  unmount()
  setBook(5, (entries) => entries.splice(2, 1, { ...entryAt(2), purpose: '修路' }))
  render(<CheckPage />)
  expect((await screen.findAllByText('9月第3号和当初记下的不一样')).length).toBeGreaterThan(0)
})

test('a grown book continues what the phone knows; a rewritten one is cried out with both heads, each time', async () => {
  const first = render(<CheckPage />)
  await screen.findByText('这台手机头一回看这本账，记下了')
  first.unmount()
  setBook(9)
  head = signedHead(entriesOf(9))
  const second = render(<CheckPage />)
  expect(await screen.findByText('上回记下的 5 笔都没变，又多了 4 笔')).toBeTruthy()
  second.unmount()
  const rewritten = entriesOf(12).map((entry) => (entry.position === 1 ? { ...entry, counterparty: '别的店' } : entry))
  size = 12
  book = { ...bookOf(12), entries: rewritten, leaves: rewritten.map(leafHashOf) }
  head = signedHead(rewritten)
  for (let look = 0; look < 2; look += 1) {
    const page = render(<CheckPage />)
    expect(await screen.findByText('这本账和手机上回看到的接不上，有人改过')).toBeTruthy()
    const both = screen.getByText(/手机记得：9 笔，指纹/).textContent ?? ''
    expect(both).toContain(shortFingerprint(rootOf(node.sha256, entriesOf(9).map(leafHashOf))))
    expect(both).toContain(`12 笔，指纹 ${shortFingerprint(rootOf(node.sha256, rewritten.map(leafHashOf)))}`)
    page.unmount()
  }
  expect(JSON.parse(String(phone.storage.get('book-head:book-1')))).toMatchObject({ size: 9 })
})

test('the sheet on the wall, by its code and by its twelve figures', async () => {
  const then = rootOf(node.sha256, entriesOf(3).map(leafHashOf))
  const address = `https://h/#/packages/ledger/check/index?book=book-1&size=3&fp=${hexOf(then)}`
  phone.params = { q: encodeURIComponent(address) }
  const { unmount } = render(<CheckPage />)
  expect(await screen.findByText('和公示栏上的指纹对得上')).toBeTruthy()
  unmount()
  phone.params = { book: 'book-1' }
  render(<CheckPage />)
  fireEvent.change(await screen.findByLabelText('公示栏上写的笔数'), { target: { value: '3' } })
  const figures = shortFingerprint(then).replace(/-/g, '')
  fireEvent.change(screen.getByLabelText('公示栏上的指纹'), { target: { value: figures } })
  fireEvent.click(screen.getByText('对一对'))
  expect(await screen.findByText('账和公示栏上的指纹对得上')).toBeTruthy()
})

test('a wall that says something else is an alarm', async () => {
  phone.params = { book: 'book-1', size: '3', fp: 'ab'.repeat(32) }
  render(<CheckPage />)
  expect(await screen.findByText('账和公示栏上的指纹对不上')).toBeTruthy()
})

test('a whole year, with the entry that is not what it was', async () => {
  const { unmount } = render(<CheckPage />)
  fireEvent.click(await screen.findByText(/^核对\d{4}年$/))
  expect(await screen.findByText(/^\d{4}年的 5 笔都没人改过$/)).toBeTruthy()
  unmount()
  setBook(5, (entries) => entries.splice(3, 1, { ...entryAt(3), purpose: '修路' }))
  render(<CheckPage />)
  fireEvent.click(await screen.findByText(/^核对\d{4}年$/))
  expect(await screen.findByText('9月第4号和当初记下的不一样')).toBeTruthy()
  expect(screen.getByText('9月第4号：修路')).toBeTruthy()
})

test('a signature that does not hold is said, and nothing is remembered', async () => {
  head = { ...head, note: head.note.replace(/^5$/m, '6') }
  render(<CheckPage />)
  expect((await screen.findAllByText('账本的签名是假的')).length).toBeGreaterThan(0)
  expect(phone.storage.has('book-head:book-1')).toBe(false)
})
