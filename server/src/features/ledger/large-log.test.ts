import {
  completeSubtrees, growFrontier, hexOf, joinSubtrees, nodeHash, type Digest, type Frontier,
} from '@huiying/shared/proof'
import { entryAt } from '../../../test/support/ledger-entries'
import { freshDatabase } from '../../../test/support/fresh-database'
import { sha256 } from '../../platform/crypto/sha-256'
import { leafOf, logInHand } from './log-in-hand'
import { consistencyOf, inclusionOf, rootAt } from './log-nodes'
import { logTable, nodeTable } from './log.table'

const SIZE = 1_000_000

/** A log of a million equal leaves: each level has one hash, so it need not be grown leaf by leaf. */
function equalLog(size: number): { readonly frontier: Frontier; hashAt(level: number): Digest } {
  const hashes: Digest[] = [leafOf(entryAt('book', 0))]
  for (let level = 1; 2 ** level <= size; level += 1) {
    const below = hashes[level - 1] as Digest
    hashes.push(nodeHash(sha256, below, below))
  }
  const hashAt = (level: number): Digest => hashes[level] as Digest
  const peaks = completeSubtrees({ from: 0, to: size }).map(({ level }) => hashAt(level))
  return { hashAt, frontier: { size, peaks } }
}

test('a log of a million leaves takes the next one, and proves any, with a handful of rows', async () => {
  const fresh = await freshDatabase()
  const { frontier, hashAt } = equalLog(SIZE)
  const root = joinSubtrees(sha256, frontier.peaks)
  await fresh.unitOfWork.run(async (work) => {
    work.insert(logTable, { bookId: 'book', size: SIZE, frontier: frontier.peaks.map(hexOf), root: hexOf(root) })
    // Of the million only the nodes that the proofs below ask for, and no others: they must do.
    const asked = new Map<string, { level: number; index: number }>()
    const ask = (from: number, to: number): void => {
      for (const place of completeSubtrees({ from, to })) asked.set(`${place.level}/${place.index}`, place)
    }
    ask(0, SIZE)
    for (const position of [123_456, 999_999]) {
      for (let span = 1; span <= SIZE; span *= 2) {
        const at = Math.floor(position / span)
        for (const index of [at, at % 2 === 0 ? at + 1 : at - 1]) ask(index * span, Math.min((index + 1) * span, SIZE))
      }
    }
    work.insert(nodeTable, ...[...asked.values()].map(({ level, index }) => ({
      bookId: 'book', level, index, hash: hexOf(hashAt(level)),
    })))
  })
  expect(hexOf(await rootAt(fresh.reads, 'book', SIZE))).toBe(hexOf(root))
  expect((await inclusionOf(fresh.reads, 'book', 123_456, SIZE)).length).toBeLessThanOrEqual(20)
  expect((await consistencyOf(fresh.reads, 'book', 999_999, SIZE)).length).toBeLessThanOrEqual(21)

  const beganAt = performance.now()
  let expected = frontier
  for (let position = SIZE; position < SIZE + 200; position += 1) {
    const entry = entryAt('book', position)
    expected = growFrontier(sha256, expected, leafOf(entry)).frontier
    await fresh.unitOfWork.run(async (work) => {
      const log = await logInHand(work, 'book')
      log.append([entry])
    })
  }
  // Some 0.3 ms each; a walk over the log would take seconds.
  expect(performance.now() - beganAt).toBeLessThan(200 * 25)
  const [log] = await fresh.unitOfWork.run((work) => work.find(logTable, { bookId: 'book' }))
  expect(log).toMatchObject({ size: SIZE + 200, root: hexOf(joinSubtrees(sha256, expected.peaks)) })
  expect(log?.frontier.length).toBeLessThanOrEqual(20)
  await fresh.close()
})
