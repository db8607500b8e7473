import compress from '@fastify/compress'
import multipart from '@fastify/multipart'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { Platform } from '../platform.module'
import type { Access } from './access'
import { setUpApiDocs } from './api-docs'
import { bodyPipe } from './body-pipe'
import { KeyGuard } from './key-guard'
import { ProblemFilter } from './problem-filter'
import { addRequestHooks } from './request-hooks'
import type { RouteBook } from './route-book'
import { SessionGuard, type SessionReader } from './session-guard'
import { takePushes } from './take-pushes'
import { servePages } from './serve-pages'
import { closeSilentLines } from './silent-lines'

export interface Edge {
  readonly routes: RouteBook
  readonly sessions: SessionReader
  readonly permissions: Readonly<Record<string, Access>>
  readonly keyedRoutes: ReadonlySet<string>
}

/** What only a description serves: a page about the API, no data. */
const DOCS = 'GET /api/docs'

/**
 * Puts guard, filter, pipe, hooks and pages around the rooms' controllers.
 * @throws Error naming the routes that the permission table does not know
 */
export async function setUpHttp(nest: NestFastifyApplication, platform: Platform, edge: Edge): Promise<void> {
  const { config, log } = platform
  const fastify = nest.getHttpAdapter().getInstance()
  // Parsers and hooks first: what is added to Fastify later does not hold for routes that are already there.
  fastify.removeContentTypeParser('text/plain')
  takePushes(fastify)
  fastify.addHook('onRoute', ({ method, url }) => edge.routes.add(method, url))
  addRequestHooks(fastify, platform, edge.permissions)
  closeSilentLines(fastify)
  await nest.register(compress, { encodings: ['gzip'], threshold: 1_024 })
  await nest.register(multipart)
  if (config.corsOrigins.length > 0) {
    nest.enableCors({ origin: [...config.corsOrigins], exposedHeaders: ['x-server-time', 'idempotent-replay'], maxAge: 86_400 })
  }
  nest.useGlobalGuards(new SessionGuard(edge.sessions, edge.permissions), new KeyGuard(edge.keyedRoutes))
  nest.useGlobalPipes(bodyPipe())
  nest.useGlobalFilters(new ProblemFilter(log, edge.routes))
  setUpApiDocs(nest, config)
  await servePages(nest, config, log)
  await nest.init()
  await fastify.ready()
  refuseUnlisted(edge)
}

function refuseUnlisted({ routes, permissions }: Edge): void {
  const guarded = routes.all().filter((route) => / \/(api|health)(\/|$)/.test(route) && !route.startsWith(DOCS))
  const unlisted = guarded.filter((route) => !Object.hasOwn(permissions, route))
  if (unlisted.length > 0) throw new Error(`routes missing in permissions.ts: ${unlisted.join(', ')}`)
}
