import { formatNoteKey, noteKey } from '@huiying/shared/proof'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SystemClock } from '../platform/clock/clock'
import { ed25519Pair } from '../platform/crypto/ed25519'
import { keptEd25519Key } from '../platform/crypto/kept-key'
import { sha256 } from '../platform/crypto/sha-256'
import { makeFolder } from '../platform/make-folder'
import { headFiles } from './head-files'
import { trustedLogs } from './trusted-logs'
import { witnessServer } from './witness-server'

const USAGE = `用法：node server/dist/src/witness/main.js --folder 文件夹 --trust 钥匙行 [--trust …] [--trust-file 文件]
       [--port 8090] [--host 127.0.0.1] [--name huiying-witness]
  --trust  账本签名钥匙的那一行（名字+编号+base64）：npm run ledger-key 会打印
`

/** The witness: a program of its own, best on somebody else's machine. It knows no books, only how they have grown. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      trust: { type: 'string', multiple: true, default: [] },
      'trust-file': { type: 'string', multiple: true, default: [] },
      port: { type: 'string', default: '8090' },
      host: { type: 'string', default: '127.0.0.1' },
      name: { type: 'string', default: 'huiying-witness' },
    },
  })
  if (values.folder === undefined) throw new Error(USAGE)
  const folder = resolve(values.folder)
  makeFolder(folder)
  const pair = ed25519Pair(keptEd25519Key(join(folder, 'witness.key')))
  if (pair === null) throw new Error(`${join(folder, 'witness.key')} holds no Ed25519 key`)
  const key = noteKey(sha256, values.name, 'witness', pair.publicKey)
  const files = values['trust-file'].flatMap((path) => readFileSync(path, 'utf8').split('\n'))
  const state = { key, pair, trusted: trustedLogs([...values.trust, ...files]), heads: headFiles(folder) }
  const server = witnessServer(state, formatNoteKey(key), new SystemClock())
  server.listen(Number(values.port), values.host, () => {
    const { address, port, family } = server.address() as AddressInfo
    const host = family === 'IPv6' ? `[${address}]` : address
    process.stdout.write(`WITNESS_URL=http://${host}:${port}\nWITNESS_KEY=${formatNoteKey(key)}\n`)
  })
  server.on('error', fail)
  const stop = (): void => void server.close(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  // Started by a server for its demo: it ends with it, however that goes.
  process.once('disconnect', () => process.exit(0))
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

main().catch(fail)
