import { POST_NAMES } from '@huiying/shared/identity'
import { networkInterfaces } from 'node:os'
import { demoPeople } from './features/identity/public'
import type { HuiyingApp } from './create-app'

/** Says where to look, and in a demo whom one may be. For the person at the terminal; a real server logs one line. */
export async function announce({ platform }: HuiyingApp, url: string): Promise<void> {
  const { config, log, database, clock } = platform
  if (!config.isDemo) {
    log.info({ url, version: config.version, database: database.dialect }, 'listening')
    return
  }
  const people = await demoPeople(database.reads, await clock.now())
  const lines = [
    '',
    '回应已经开好了。Huiying is running (demo).',
    '',
    ...addresses(config.host, new URL(url).port).map((address) => `  ${address}`),
    `  接口说明 API docs: ${address('localhost', new URL(url).port)}api/docs`,
    '',
    ...(people.length === 0 ? [] : ['  演示里可以登录的人 People to sign in as:']),
    ...people.map(({ name, kind, unitName, hint }) => `    ${name}　${POST_NAMES[kind]}　${unitName}　${hint}`),
    '',
    '  按 Ctrl-C 停下，数据会留着。Ctrl-C stops it; the data is kept.',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function addresses(host: string, port: string): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return [address(host === '127.0.0.1' ? 'localhost' : host, port)]
  const here = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  const outside = here.filter(({ family, internal }) => family === 'IPv4' && !internal).map((one) => address(one.address, port))
  return [address('localhost', port), ...outside]
}

function address(host: string, port: string): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`
}
