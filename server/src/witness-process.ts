import { formatNoteKey, noteKey } from '@huiying/shared/proof'
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Config } from './platform/config'
import { ledgerConfig, type WitnessConfig } from './platform/config/ledger-settings'
import { sha256 } from './platform/crypto/sha-256'

export interface WitnessProcess {
  readonly config: WitnessConfig
  stop(): void
}

const PATIENCE_MS = 10_000

/**
 * The demo's witness: a process of its own with a folder of its own, which ends when we do. On the same machine it
 * proves nothing against whoever owns that; it shows how the real one works.
 */
export async function startWitness({ ledger, dataDir }: Pick<Config, 'ledger' | 'dataDir'>): Promise<WitnessProcess> {
  const trust = formatNoteKey(noteKey(sha256, ledger.origin, 'log', ledger.key.publicKey))
  const settings = ['--folder', join(dataDir, 'witness'), '--port', '0', '--trust', trust]
  const child = spawn(process.execPath, [join(__dirname, 'witness/main.js'), ...settings], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const said = await whatItSays(child)
  const { witness } = ledgerConfig(said, dataDir)
  child.unref()
  child.channel?.unref()
  if (witness === null) throw new Error('the witness does not say its key')
  return { config: witness, stop: () => void child.kill() }
}

/** `NAME=value` lines, as an operator would copy them into the server's settings. */
function whatItSays(child: ChildProcess): Promise<Readonly<Record<string, string>>> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`the witness ${reason}`))
    const alarm = setTimeout(() => fail('does not say its address'), PATIENCE_MS)
    child.once('error', () => fail('cannot be started'))
    child.once('exit', (code) => fail(`ended with ${code}`))
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const pairs = [...text.matchAll(/^(WITNESS_[A-Z]+)=(.+)\n/gm)].map(([, name = '', value = '']) => [name, value])
      if (pairs.length < 2) return
      clearTimeout(alarm)
      resolve(Object.fromEntries(pairs) as Record<string, string>)
    })
  })
}
