import 'reflect-metadata'
import { announce } from './announce'
import { createApp, type HuiyingApp } from './create-app'
import { fillDemo } from './demo/fill-demo'
import { loadConfig, type Config } from './platform/config'
import { causeOf } from './platform/log'
import { startStandIn, type StandInProcess } from './stand-in-process'
import { whyNotStarted } from './why-not-started'

/** Longer than any request should take; a terminal's user waits no longer either. */
const PATIENCE_MS = 15_000

async function main(): Promise<void> {
  const config = loadConfig(process.env)
  if (config.fillsDemo) await fillAloud(config)
  const standIn = config.needsStandIn ? await startStandIn(config.weChat) : null
  const app = await startOr(standIn, withStandIn(config, standIn))
  endWell(app, standIn)
}

async function fillAloud(config: Config): Promise<void> {
  const soon = setTimeout(() => process.stdout.write('第一次运行，正在放入演示数据…… Filling the demo, once…\n'), 500)
  await fillDemo(config)
  clearTimeout(soon)
}

async function startOr(standIn: StandInProcess | null, config: Config): Promise<HuiyingApp> {
  try {
    const app = await createApp(config)
    try {
      await announce(app, await app.start())
      return app
    } catch (error) {
      await app.stop()
      throw error
    }
  } catch (error) {
    standIn?.stop()
    throw error
  }
}

function withStandIn(config: Config, standIn: StandInProcess | null): Config {
  return standIn === null ? config : { ...config, weChat: { ...config.weChat, apiBase: standIn.url } }
}

function endWell(app: HuiyingApp, standIn: StandInProcess | null): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    // Whoever hangs then is cut off: what was promised to anybody is in the database already.
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    app.stop().then(
      () => {
        standIn?.stop()
        process.exit(0)
      },
      (error: unknown) => fail(error),
    )
  }
  // What nobody caught has left things in a state nobody knows: written down without contents, then started anew.
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(kind, (error: unknown) => {
      app.platform.log.fatal({ err: causeOf(error) }, 'stopped by a fault that nobody caught')
      process.exit(1)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  // The command that started us is gone, however it went.
  process.once('disconnect', stop)
}

function fail(error: unknown): void {
  process.stderr.write(whyNotStarted(error, process.env))
  process.exit(1)
}

main().catch(fail)
