import { formatNoteKey, noteKey } from '@huiying/shared/proof'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { headSigner } from '../../src/features/ledger/head-signer'
import { keptHeads } from '../../src/features/ledger/kept-heads'
import { HeadsWorker } from '../../src/features/ledger/heads-worker'
import { TendHeads } from '../../src/features/ledger/tend-heads'
import { ledgerConfig, type LedgerConfig } from '../../src/platform/config/ledger-settings'
import { ed25519Pair, newEd25519Key, type Ed25519Pair } from '../../src/platform/crypto/ed25519'
import { sha256 } from '../../src/platform/crypto/sha-256'
import type { Database } from '../../src/platform/database/open-database'
import { createWitness } from '../../src/platform/witness/witness-client'
import { headFiles } from '../../src/witness/head-files'
import { trustedLogs } from '../../src/witness/trusted-logs'
import { witnessServer } from '../../src/witness/witness-server'

export function newPair(): Ed25519Pair {
  return ed25519Pair(newEd25519Key()) as Ed25519Pair
}

/** An installation's keys and folder, and a witness that trusts it, met over HTTP. */
export async function startLedgerWitness() {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-ledger-'))
  const own = ledgerConfig({ LEDGER_ORIGIN: 'huiying.test' }, folder)
  const witnessPair = newPair()
  const key = noteKey(sha256, 'witness.test', 'witness', witnessPair.publicKey)
  const trust = formatNoteKey(noteKey(sha256, own.origin, 'log', own.key.publicKey))
  const open = async (port: number) => {
    const state = { key, pair: witnessPair, trusted: trustedLogs([trust]), heads: headFiles(join(folder, 'witness')) }
    const server = witnessServer(state, formatNoteKey(key), { now: async () => 1_790_000_000_000 })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }
  let server = await open(0)
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const config: LedgerConfig = { ...own, witness: { url, key } }
  const close = async (): Promise<void> => {
    if (!server.listening) return
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return {
    folder, key, config, signer: headSigner(config), url,
    /** As after a restart. */
    restart: async (): Promise<void> => {
      await close()
      server = await open(port)
    },
    close,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type LedgerWitness = Awaited<ReturnType<typeof startLedgerWitness>>

/** The heads' worker of one server, run when the test says so; errors and warnings by message, errors in full too. */
export function headsInHand(
  { unitOfWork, reads, ids, clock, dialect }: Database, ledger: LedgerConfig,
  dataDir: string,
) {
  const said: string[] = []
  const say = (_details: object, words: string): void => void said.push(words)
  const errors: { readonly details: object; readonly words: string }[] = []
  const cry = (details: object, words: string): void => {
    say(details, words)
    errors.push({ details, words })
  }
  const log = { warn: say, error: cry }
  const witness = ledger.witness === null ? null : createWitness(ledger.witness)
  const tendHeads = new TendHeads({ unitOfWork, reads, ids, clock, log, ledger, kept: keptHeads(dataDir), witness })
  return { said, errors, tendHeads, worker: new HeadsWorker({ tendHeads, unitOfWork, clock, dialect, log }) }
}
