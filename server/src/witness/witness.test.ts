import {
  consistencyProof, formatCosignatureRequest, formatNoteKey, leafHash, noteKey, parseSignedNote, rootOf, utf8Of,
  verifyNote,
} from '@huiying/shared/proof'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newPair, startLedgerWitness, type LedgerWitness } from '../../test/support/ledger-witness'
import { headSigner } from '../features/ledger/head-signer'
import { verifyEd25519 } from '../platform/crypto/ed25519'
import { sha256 } from '../platform/crypto/sha-256'
import { addCheckpoint } from './add-checkpoint'
import { headFiles } from './head-files'
import { trustedLogs } from './trusted-logs'

const leaves = (count: number, word = 'entry') =>
  Array.from({ length: count }, (_, at) => leafHash(sha256, utf8Of(`${word} ${at < 3 ? 'common' : word} ${at}`)))

let witness: LedgerWitness

beforeEach(async () => {
  witness = await startLedgerWitness()
})

afterEach(async () => {
  await witness.close()
  witness.remove()
})

function note(all: readonly Uint8Array[], bookId = 'book'): string {
  return witness.signer.sign(bookId, { size: all.length, root: rootOf(sha256, all) })
}

function request(all: readonly Uint8Array[], oldSize: number, signedCheckpoint = note(all)): string {
  return formatCosignatureRequest({ oldSize, proof: consistencyProof(sha256, all, oldSize), signedCheckpoint })
}

async function post(body: string): Promise<{ status: number; type: string; text: string }> {
  const response = await fetch(`${witness.config.witness?.url}/add-checkpoint`, { method: 'POST', body })
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
}

describe('the witness', () => {
  it('co-signs what grows, with its own key over exactly that head', async () => {
    expect((await post(request(leaves(3), 0))).status).toBe(200)
    const { status, text } = await post(request(leaves(8), 3))
    expect(status).toBe(200)
    const signed = parseSignedNote(note(leaves(8)))
    const answered = parseSignedNote(`${signed?.text}\n${text}`)
    const signers = answered && verifyNote(verifyEd25519, [witness.key], answered)
    expect(signers).toMatchObject([{ signedAtSeconds: 1_790_000_000 }])
  })

  it('says how much it knows where the proof leads from elsewhere, and takes the same head again', async () => {
    await post(request(leaves(5), 0))
    expect(await post(request(leaves(8), 3))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '5\n' })
    expect(await post(request(leaves(3), 0))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '5\n' })
    expect((await post(request(leaves(5), 5))).status).toBe(200)
  })

  it('refuses a fork, longer or of the same length, keeps it as evidence, and goes on with the true log', async () => {
    await post(request(leaves(5), 0))
    expect(await post(request(leaves(5, 'other'), 5))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '5\n' })
    expect((await post(request(leaves(9, 'other'), 5))).status).toBe(422)
    expect(readdirSync(join(witness.folder, 'witness', 'evidence'))).toHaveLength(2)
    expect((await post(request(leaves(9), 5))).status).toBe(200)
  })

  it('knows only the logs it was told of, signed by their keys', async () => {
    const own = { ...witness.config, key: newPair() }
    const head = { size: 3, root: rootOf(sha256, leaves(3)) }
    expect((await post(request(leaves(3), 0, headSigner(own).sign('book', head)))).status).toBe(403)
    const strange = headSigner({ ...witness.config, origin: 'huiying.testing' }).sign('book', head)
    expect((await post(request(leaves(3), 0, strange))).status).toBe(404)
  })

  it('keeps apart the books of one installation', async () => {
    expect((await post(request(leaves(5), 0))).status).toBe(200)
    expect((await post(request(leaves(2, 'second'), 0, note(leaves(2, 'second'), 'book-2')))).status).toBe(200)
    expect((await post(request(leaves(6), 5))).status).toBe(200)
  })

  it('answers in words to what is no request', async () => {
    expect((await post('')).status).toBe(400)
    expect((await post(`old 9\n\n${note(leaves(3))}`)).status).toBe(400)
    expect((await post('x'.repeat(70_000))).status).toBe(413)
    const get = await fetch(`${witness.config.witness?.url}/add-checkpoint`)
    expect(get.status).toBe(405)
  })

  it('remembers over a restart, and does not begin anew where its memory is damaged', async () => {
    await post(request(leaves(5), 0))
    await witness.restart()
    expect((await post(request(leaves(4, 'other'), 0))).status).toBe(409)
    const logs = join(witness.folder, 'witness', 'logs')
    const [file = ''] = readdirSync(logs)
    writeFileSync(join(logs, file), '')
    const errors = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    expect((await post(request(leaves(4, 'other'), 0))).status).toBe(500)
    errors.mockRestore()
  })

  it('killed between writing and answering has promised nothing: the same head is taken again, another is not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiying-witness-'))
    const trust = formatNoteKey(noteKey(sha256, witness.config.origin, 'log', witness.config.key.publicKey))
    const kill = () => {
      throw new Error('killed')
    }
    const pair = newPair()
    const key = noteKey(sha256, 'w', 'witness', pair.publicKey)
    const state = { key, pair, trusted: trustedLogs([trust]), heads: headFiles(folder) }
    const first = utf8Of(request(leaves(5), 0))
    expect(() => addCheckpoint({ ...state, pair: { ...pair, sign: kill } }, first, 0)).toThrow('killed')
    const after = { ...state, heads: headFiles(folder) }
    expect(addCheckpoint(after, utf8Of(request(leaves(5, 'other'), 0)), 0)).toMatchObject({ status: 409, body: '5\n' })
    expect(addCheckpoint(after, utf8Of(request(leaves(5), 5)), 0).status).toBe(200)
    rmSync(folder, { recursive: true, force: true })
  })
})

test('only key lines of logs are trusted', () => {
  const line = formatNoteKey(noteKey(sha256, 'a', 'witness', new Uint8Array(32)))
  expect(() => trustedLogs([line])).toThrow('no key of a log')
  expect(() => trustedLogs(['nonsense'])).toThrow('no key of a log')
  expect(trustedLogs(['', '# a comment']).keysOf('a')).toEqual([])
})
