import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { AppModule } from './app.module'
import { DeliveryWorker } from './features/notifications/delivery-worker'
import { CheckWorker } from './features/tickets/publication/check-worker'
import { openPlatform } from './open-platform'
import { KEYED_ROUTES, PERMISSIONS } from './permissions'
import type { Config } from './platform/config'
import { SESSION_READER } from './platform/http'
import { httpAdapter } from './platform/http/http-adapter'
import { RouteBook } from './platform/http/route-book'
import { setUpHttp } from './platform/http/set-up-http'
import { nestLog } from './platform/log'
import type { Platform } from './platform/platform.module'
import { createWorkers, type Workers } from './workers'

/** A start waits no longer for a witness that is slow; it is asked again while the server runs. */
const WITNESS_PATIENCE_MS = 5_000

/** The whole server, not yet listening. */
export interface HuiyingApp {
  readonly nest: NestFastifyApplication
  readonly platform: Platform
  readonly workers: Workers
  readonly routes: RouteBook
  /** Holds every book against what is known of it outside, listens, then lets the workers run. Answers the address. */
  start(): Promise<string>
  /** Takes no more requests, ends those at hand, then the workers, then the database. */
  stop(): Promise<void>
}

/**
 * @param given parts to use instead of one's own: a test's clock, database, WeChat
 * @throws Error for a route that is missing in the permission table
 */
export async function createApp(config: Config, given: Partial<Platform> = {}): Promise<HuiyingApp> {
  const platform = await openPlatform(config, given)
  try {
    return await build(config, platform)
  } catch (error) {
    await platform.database.close()
    throw error
  }
}

async function build(config: Config, platform: Platform): Promise<HuiyingApp> {
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.of(platform), httpAdapter(platform.ids), {
    logger: nestLog(platform.log),
    // Fastify's own parser for JSON is enough; nothing here takes a form.
    bodyParser: false,
    abortOnError: false,
  })
  const routes = new RouteBook()
  await setUpHttp(nest, platform, {
    routes,
    sessions: nest.get(SESSION_READER, { strict: false }),
    permissions: PERMISSIONS,
    keyedRoutes: KEYED_ROUTES,
  })
  const deliveries = nest.get(DeliveryWorker, { strict: false })
  const workers = createWorkers(platform, deliveries, nest.get(CheckWorker, { strict: false }))
  return {
    nest,
    platform,
    workers,
    routes,
    start: async () => {
      await workers.heads.beforeServing(WITNESS_PATIENCE_MS)
      await nest.listen(config.port, config.host)
      if (config.runsWorkers) workers.start()
      return nest.getUrl()
    },
    stop: async () => {
      await nest.getHttpAdapter().close()
      await workers.stop()
      await nest.close()
      await platform.database.close()
    },
  }
}
