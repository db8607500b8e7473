import { parseArgs } from 'node:util'
import { startWeChatStandIn } from './start-wechat-stand-in'

const USAGE = `A stand-in for WeChat's server interface, for tests and the demo.

  node main.js --port N [--app-id ID] [--app-secret SECRET] [--starting-subscriptions N]

--starting-subscriptions  messages everybody has accepted beforehand, for each template (0)`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'app-id': { type: 'string' },
      'app-secret': { type: 'string' },
      'starting-subscriptions': { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  const startingSubscriptions = Number(values['starting-subscriptions'])
  if (values.help || !isCount(port) || values.port === undefined || !isCount(startingSubscriptions)) {
    process.stdout.write(`${USAGE}\n`)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const standIn = await startWeChatStandIn({
    port,
    startingSubscriptions,
    ...(values['app-id'] === undefined ? {} : { appId: values['app-id'] }),
    ...(values['app-secret'] === undefined ? {} : { appSecret: values['app-secret'] }),
  })
  process.stdout.write(`WeChat stand-in: ${standIn.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void standIn.stop())
  // Started by another program: ends when that one does, however that one ends.
  process.once('disconnect', () => void standIn.stop())
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The stand-in could not start.'}\n`)
  process.exitCode = 1
})
