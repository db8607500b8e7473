import 'reflect-metadata'
import { announce } from './announce'
import { createApp, type HuiyingApp } from './create-app'
import { fillDemo } from './demo/fill-demo'
import { loadConfig, type Config } from './platform/config'
import { causeOf } from './platform/log'
import { startStandIn, type StandInProcess } from './stand-in-process'
import { whyNotStarted } from './why-not-started'
import { startWitness, type WitnessProcess } from './witness-process'

/** Longer than any request should take; a terminal's user waits no longer either. */
const PATIENCE_MS = 15_000

async function main(): Promise<void> {
  const config = loadConfig(process.env)
  if (config.fillsDemo) await fillAloud(config)
  const companions = await startCompanions(config)
  const app = await startOr(companions, withCompanions(config, companions))
  endWell(app, companions)
}

async function fillAloud(config: Config): Promise<void> {
  const soon = setTimeout(() => process.stdout.write('第一次运行，正在放入演示数据…… Filling the demo, once…\n'), 500)
  await fillDemo(config)
  clearTimeout(soon)
}

/** What the demo brings along: processes of their own, met over the wire like the real ones. */
interface Companions {
  readonly standIn: StandInProcess | null
  readonly witness: WitnessProcess | null
}

async function startCompanions(config: Config): Promise<Companions> {
  const [standIn, witness] = await Promise.all([
    config.needsStandIn ? startStandIn(config.weChat) : null,
    config.needsWitness ? startWitness(config) : null,
  ])
  return { standIn, witness }
}

function stopCompanions({ standIn, witness }: Companions): void {
  standIn?.stop()
  witness?.stop()
}

async function startOr(companions: Companions, config: Config): Promise<HuiyingApp> {
  try {
    const app = await createApp(config)
    try {
      const address = await app.start()
      await companions.standIn?.pushTo(address, config.weChatPush)
      await announce(app, address)
      return app
    } catch (error) {
      await app.stop()
      throw error
    }
  } catch (error) {
    stopCompanions(companions)
    throw error
  }
}

function withCompanions(config: Config, { standIn, witness }: Companions): Config {
  const weChat = standIn === null ? config.weChat : { ...config.weChat, apiBase: standIn.url }
  const ledger = witness === null ? config.ledger : { ...config.ledger, witness: witness.config }
  return { ...config, weChat, ledger }
}

function endWell(app: HuiyingApp, companions: Companions): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    // Whoever hangs then is cut off: what was promised to anybody is in the database already.
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    app.stop().then(
      () => {
        stopCompanions(companions)
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
