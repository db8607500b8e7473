import { spawn } from 'node:child_process'
import path from 'node:path'

const ENTRY = path.join(__dirname, '..', '..', '..', 'server', 'dist', 'standin', 'wechat', 'main.js')
/** As the server starts its own in a demo. */
const SETTINGS = ['--port', '0', '--app-id', 'standin-app', '--app-secret', 'standin-secret', '--starting-subscriptions', '20']
const START_MS = 30_000

export interface WeChat {
  readonly url: string
  stop(): void
}

/** A stand-in for WeChat that the story can reach too. @param env added to its environment, as the server's clock */
export function startWeChat(env: Readonly<Record<string, string>> = {}): Promise<WeChat> {
  const child = spawn(process.execPath, [ENTRY, ...SETTINGS], {
    env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill()
      reject(new Error('the WeChat stand-in does not say its address'))
    }, START_MS)
    child.once('exit', (code) => reject(new Error(`the WeChat stand-in ended with ${code}`)))
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /http:\/\/\S+/.exec(said)?.[0]
      if (url === undefined) return
      clearTimeout(timer)
      resolve({ url, stop: () => void child.kill() })
    })
  })
}
