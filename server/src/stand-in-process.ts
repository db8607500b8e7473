import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { PushConfig, WeChatConfig } from './platform/wechat'

export interface StandInProcess {
  readonly url: string
  /** Where its own messages go: what an operator enters in WeChat's console. */
  pushTo(serverUrl: string, push: PushConfig | null): Promise<void>
  stop(): void
}

/** Messages everybody of the demo has accepted beforehand. */
const STARTING_SUBSCRIPTIONS = 20
const PATIENCE_MS = 10_000

/** Starts the demo's WeChat: a process of its own on a free port of this machine, which ends when we do. */
export async function startStandIn({ appId, appSecret }: Pick<WeChatConfig, 'appId' | 'appSecret'>): Promise<StandInProcess> {
  const program = join(__dirname, '../standin/wechat/main.js')
  const settings = [
    ['--port', '0'],
    ['--app-id', appId],
    ['--app-secret', appSecret],
    ['--starting-subscriptions', String(STARTING_SUBSCRIPTIONS)],
  ].flat()
  // The channel closes when we die, however we die.
  const child = spawn(process.execPath, [program, ...settings], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const url = await addressOf(child)
  child.unref()
  child.channel?.unref()
  return {
    url,
    pushTo: (serverUrl, push) => tellWhere(url, serverUrl, push),
    // It listens for this; a signal would end its server, and leave it alive at our channel, and us at its words.
    stop: () => {
      if (child.connected) child.disconnect()
    },
  }
}

async function tellWhere(url: string, serverUrl: string, push: PushConfig | null): Promise<void> {
  if (push === null) return
  const body = JSON.stringify({ url: `${serverUrl}/api/wechat/push`, token: push.token, aesKey: push.aesKey })
  await fetch(`${url}/standin/push`, { method: 'POST', body })
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`the WeChat stand-in ${reason}`))
    const alarm = setTimeout(() => fail('does not say its address'), PATIENCE_MS)
    child.once('error', () => fail('cannot be started'))
    child.once('exit', (code) => fail(`ended with ${code}`))
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const found = /http:\/\/\S+/.exec(said)
      if (found === null) return
      clearTimeout(alarm)
      resolve(found[0])
    })
  })
}
