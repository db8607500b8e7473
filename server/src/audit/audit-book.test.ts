import { formatNoteKey, noteKey } from '@huiying/shared/proof'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database'
import { exportText, signedBook, tamper } from '../../test/support/ledger-export'
import { newPair, type LedgerWitness } from '../../test/support/ledger-witness'
import { headTable } from '../features/ledger/log.table'
import { sha256 } from '../platform/crypto/sha-256'
import { auditBook, type AuditOptions, type AuditReport } from './audit-book'
import { keyIn } from './read-export'

let fresh: FreshDatabase
let witness: LedgerWitness
let text: string

beforeAll(async () => {
  fresh = await freshDatabase()
  witness = await signedBook(fresh.database)
  text = await exportText(fresh.database, witness)
})

afterAll(async () => {
  await witness.close()
  witness.remove()
  await fresh.close()
})

async function audit(exported: string, options: AuditOptions = {}): Promise<AuditReport> {
  return auditBook((async function* () {
    // In pieces that end anywhere, as a stream brings them.
    for (let at = 0; at < exported.length; at += 97) yield exported.slice(at, at + 97)
  })(), options)
}

const lastWords = async (exported: string, options?: AuditOptions) => (await audit(exported, options)).lines.at(-1)
const lineOf = (position: number) => text.split('\n')[position + 1] ?? ''
const notesOf = () => fresh.unitOfWork.run((work) => work.find(headTable, { bookId: 'book' }, { orderBy: { size: 'asc' } }))

test('an export as it came is sound, and says by whose keys', async () => {
  const { isSound, lines } = await audit(text)
  expect(lines.at(-1)).toBe('核对完了：没有发现问题。')
  expect(isSound).toBe(true)
  expect(lines.join()).toContain(formatNoteKey(witness.key))
  expect(lines[0]).toContain('共 12 笔')
})

test.each([
  ['a word', (all: string) => all.replace('修下水道第 4 段', '修水渠第 4 段'), /第 5 笔（2026-08 第 5 号，修水渠第 4 段，编号 book-e4）不对：入账以后被改过/],
  ['an amount on both sides', (all: string) => all.replaceAll('"amountFen":1003', '"amountFen":9003'), /第 4 笔.*入账以后被改过/],
  ['an amount on one side', (all: string) => all.replace('"amountFen":1003', '"amountFen":9003'), /第 4 笔.*不相等/],
  ['an entry left out', (all: string) => all.replace(`${lineOf(3)}\n`, ''), /应排第 4 笔，却写着第 5 笔/],
  ['two entries changed round', (all: string) => all.replace(`${lineOf(3)}\n${lineOf(4)}`, `${lineOf(4)}\n${lineOf(3)}`), /应排第 4 笔/],
  ['another spelling of the same', (all: string) => all.replace(lineOf(3), lineOf(3).replace('{', '{ ')), /第 4 笔那一行坏了/],
  ['a field more', (all: string) => all.replace(lineOf(3), lineOf(3).replace('{', '{"a":1,')), /第 4 笔那一行坏了/],
  ['the end cut off', (all: string) => all.slice(0, -60), /坏了|不全/],
  ['something after the end', (all: string) => `${all}${lineOf(3)}\n`, /结尾之后/],
  ['a reversal of something else', (all: string) => all.replace('"ref":"book-e6"', '"ref":"book-e5"'), /第 12 笔.*对不上/],
  ['a voucher number twice', (all: string) => all.replace('"voucher":5,', '"voucher":4,').replace('"voucher":5}', '"voucher":4}'), /缺号或重号/],
  ['a signed size', (all: string) => all.replace('"size":12', '"size":11'), /签的笔数/],
  ['no export at all', () => 'hello', /不是回应导出的账本文件/],
  ['nothing', () => '', /不是回应导出的账本文件/],
])('%s is found', async (_what, change, words) => {
  const changed = change(text)
  expect(changed).not.toBe(text)
  const { isSound, lines } = await audit(changed)
  expect(isSound).toBe(false)
  expect(lines.at(-1)).toMatch(words)
})

test('a forger who writes his own key into the file is found by whoever knows the right one', async () => {
  const own = { signer: noteKey(sha256, 'huiying.test/book/book', 'log', newPair().publicKey) }
  expect(await lastWords(text, own)).toBe('✗ 文件里的签名钥匙和您给的不一样。')
  expect(await lastWords(text, { witness: noteKey(sha256, 'w', 'witness', newPair().publicKey) })).toContain('没有在这个账本头上签名')
})

test('the line that an installation prints of itself is the key of all its books, under its own name alone', async () => {
  const { signer } = (JSON.parse(lineOf(-1)) as { readonly keys: { readonly signer: string } }).keys
  const { name = '', publicKey = Uint8Array.of() } = keyIn(signer, 'log') ?? {}
  const known = (called: string) => ({ signer: noteKey(sha256, called, 'log', publicKey) })
  const [origin = ''] = name.split('/')
  expect((await audit(text, known(origin))).isSound).toBe(true)
  expect(await lastWords(text, known(origin.slice(0, -1)))).toBe('✗ 文件里的签名钥匙和您给的不一样。')
})

test('it has grown out of a head that somebody kept; a head of another history is not in it', async () => {
  const [older] = await notesOf()
  expect((await audit(text, { olderHead: older?.note ?? '' })).lines.join()).toContain('前 5 笔和保存的旧账本头一样')
  const forged = witness.signer.sign('book', { size: 5, root: sha256(Uint8Array.of(1)) })
  expect(await lastWords(text, { olderHead: forged })).toContain('前 5 笔和保存的旧账本头不一样')
  const longer = witness.signer.sign('book', { size: 99, root: sha256(Uint8Array.of(1)) })
  expect(await lastWords(text, { olderHead: longer })).toContain('少了后面的')
  expect(await lastWords(text, { olderHead: 'nonsense' })).toContain('不是这本账的')
})

test('a row changed behind the product is named; with its leaf hash changed too, the signed head says it', async () => {
  await tamper(fresh, 'ledger_entries', 'UPDATE ledger_entries SET purpose = ? WHERE book_id = ? AND position = ?', ['请客', 'book', 7])
  const exported = await exportText(fresh.database, witness)
  expect(await lastWords(exported)).toMatch(/第 8 笔（2026-08 第 8 号，请客，编号 book-e7）不对：入账以后被改过/)
  const leaf = sha256(Buffer.concat([Uint8Array.of(0), Buffer.from(exported.split('\n')[8] ?? '')]))
  await fresh.unitOfWork.run(async (work) => {
    work.write('UPDATE ledger_nodes SET hash = ? WHERE book_id = ? AND level = 0 AND node_index = 7', [Buffer.from(leaf).toString('hex'), 'book'])
  })
  const both = await exportText(fresh.database, witness)
  expect(await lastWords(both)).toContain('整本账和签过名的账本头不一样')
})

test('the command answers with an exit code', () => {
  const program = join(__dirname, '../../dist/src/audit-book.cli.js')
  const file = join(witness.folder, 'book.jsonl')
  const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
  writeFileSync(file, text)
  expect(run(file)).toMatchObject({ status: 0, stdout: expect.stringContaining('没有发现问题') as string })
  writeFileSync(file, text.replace('修下水道第 4 段', '请客'))
  expect(run(file)).toMatchObject({ status: 1, stdout: expect.stringContaining('第 5 笔') as string })
  expect(run().status).toBe(2)
})
