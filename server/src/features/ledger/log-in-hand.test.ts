import { hexOf, rootOf } from '@huiying/shared/proof'
import { entriesUpTo, entryAt } from '../../../test/support/ledger-entries'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { sha256 } from '../../platform/crypto/sha-256'
import { leafOf, logInHand } from './log-in-hand'
import { logTable, nodeTable } from './log.table'

let fresh: FreshDatabase

beforeEach(async () => {
  fresh = await freshDatabase()
})

afterEach(async () => {
  await fresh.close()
})

const append = (bookId: string, from: number, to: number): Promise<void> =>
  fresh.unitOfWork.run(async (work) => {
    const log = await logInHand(work, bookId)
    log.append(entriesUpTo(bookId, to).slice(from))
  })

async function stored(bookId: string) {
  return fresh.unitOfWork.run(async (work) => ({
    log: await work.findOne(logTable, { bookId }),
    nodes: await work.find(nodeTable, { bookId }),
  }))
}

describe('the log of a book', () => {
  it('has the root of the plain tree however it was appended to, and keeps every complete subtree once', async () => {
    await append('book', 0, 1)
    await append('book', 1, 1)
    await append('book', 1, 6)
    await append('book', 6, 13)
    const { log, nodes } = await stored('book')
    const leaves = entriesUpTo('book', 13).map(leafOf)
    expect(log).toMatchObject({ size: 13, root: hexOf(rootOf(sha256, leaves)) })
    expect(log?.frontier).toHaveLength(3)
    const counts = [0, 1, 2, 3].map((wanted) => nodes.filter(({ level }) => level === wanted).length)
    expect(counts).toEqual([13, 6, 3, 1])
    expect(nodes.find(({ level, index }) => level === 2 && index === 1)?.hash)
      .toBe(hexOf(rootOf(sha256, leaves.slice(4, 8))))
  })

  it('takes an entry only at its own position and in its own book', async () => {
    await append('book', 0, 3)
    await expect(append('book', 2, 4)).rejects.toThrow(RangeError)
    await expect(append('book', 4, 5)).rejects.toThrow(RangeError)
    const other = fresh.unitOfWork.run(async (work) => (await logInHand(work, 'book')).append([entryAt('other', 3)]))
    await expect(other).rejects.toThrow(RangeError)
    expect((await stored('book')).log?.size).toBe(3)
  })

  it('never forks while two servers append at the same time', async () => {
    const another = await fresh.openAnother()
    const one = async (server: FreshDatabase['unitOfWork']): Promise<void> => {
      await server.run(async (work) => {
        const log = await logInHand(work, 'book')
        log.append([entryAt('book', log.size)])
      })
    }
    await append('book', 0, 1)
    const turns = Array.from({ length: 24 }, (_, turn) => one(turn % 2 === 0 ? fresh.unitOfWork : another.unitOfWork))
    await Promise.all(turns)
    const { log, nodes } = await stored('book')
    expect(log).toMatchObject({ size: 25, root: hexOf(rootOf(sha256, entriesUpTo('book', 25).map(leafOf))) })
    expect(nodes.filter(({ level }) => level === 0)).toHaveLength(25)
  })
})
