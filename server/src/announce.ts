import { demoPeople } from './features/identity/public'
import type { HuiyingApp } from './create-app'
import { localAddresses } from './platform/config'

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
    ...localAddresses(config.host, new URL(url).port).map((address) => `  ${address}`),
    `  接口说明 API docs: http://localhost:${new URL(url).port}/api/docs`,
    '',
    ...(people.length === 0 ? [] : ['  演示里可以登录的人 People to sign in as:']),
    ...people.map(({ name, postName, unitName, hint }) => `    ${name}　${postName}　${unitName}　${hint}`),
    '',
    '  按 Ctrl-C 停下，数据会留着。Ctrl-C stops it; the data is kept.',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
