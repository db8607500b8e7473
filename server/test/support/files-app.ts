import multipart from '@fastify/multipart'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { PhotoAddress, VoiceAddress } from '@huiying/shared/files'
import { DomainError } from '@huiying/shared/kernel'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { FilesModule } from '../../src/features/files/files.module'
import { ProblemFilter } from '../../src/platform/http/problem-filter'
import { RouteBook } from '../../src/platform/http/route-book'
import { SessionGuard } from '../../src/platform/http/session-guard'
import { silentLog } from '../../src/platform/log'
import { PlatformModule, type Platform } from '../../src/platform/platform.module'
import { DiskFileStore } from '../../src/platform/storage'
import { freshDatabase, type FreshDatabase } from './fresh-database'
import { m4a } from './recordings'

export interface FilesApp {
  readonly db: FreshDatabase
  readonly dir: string
  readonly url: string
  post(upload: TestUpload): Promise<Response>
  uploadPhoto(): Promise<PhotoAddress>
  uploadVoice(): Promise<VoiceAddress>
  stop(): Promise<void>
}

export interface TestUpload {
  readonly kind?: string
  readonly bytes?: Buffer | null
  readonly name?: string
  readonly durationMs?: string
  readonly token?: string
  readonly isFileFirst?: boolean
}

/** The files room alone on real HTTP, with the platform's own guard and filter. */
export async function startFilesApp(): Promise<FilesApp> {
  const db = await freshDatabase()
  const dir = await mkdtemp(join(tmpdir(), 'files-'))
  const nest = await startNest(db, dir)
  const url = await nest.getUrl()
  const post = (upload: TestUpload) => postUpload(url, upload)
  return {
    db,
    dir,
    url,
    post,
    uploadPhoto: async () => (await (await post({ bytes: await smallPhoto() })).json()) as PhotoAddress,
    uploadVoice: async () =>
      (await (await post({ kind: 'voice', bytes: m4a(), durationMs: '4200', name: 'v.m4a' })).json()) as VoiceAddress,
    stop: async () => {
      await nest.close()
      await db.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

export function smallPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#2a6' } }).jpeg().toBuffer()
}

export async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { code } })
  expect(response.headers.get('content-type')).toContain('application/problem+json')
}

async function startNest(db: FreshDatabase, dir: string): Promise<NestFastifyApplication> {
  const platform = {
    config: { fileUrlKey: 'k'.repeat(40), runsWorkers: true },
    database: db.database,
    clock: db.clock,
    ids: db.database.ids,
    log: silentLog(),
    fileStore: new DiskFileStore(dir),
  } as unknown as Platform
  @Module({ imports: [PlatformModule.of(platform), FilesModule] })
  class FilesAlone {}
  // fetch opens connections ahead of need; one that never carried a request would hold up the closing for a minute.
  const adapter = new FastifyAdapter({ forceCloseConnections: true })
  const nest = await NestFactory.create<NestFastifyApplication>(FilesAlone, adapter, { logger: false })
  await nest.register(multipart)
  const fastify = nest.getHttpAdapter().getInstance()
  fastify.decorateRequest('viewer', null)
  fastify.decorateRequest('receivedAt', null)
  fastify.decorateRequest('arrival', null)
  fastify.addHook('onRequest', async (request) => {
    request.receivedAt = db.clock.at()
  })
  const sessions = {
    viewerOf: async (token: string) => {
      if (!token.startsWith('token-of-person-')) throw new DomainError('session.expired')
      return { accountId: token, personId: token, posts: [] }
    },
    callerOf: async (token: string) => ({ at: db.clock.at(), viewer: await sessions.viewerOf(token), arrival: null }),
  }
  const access = { 'POST /api/files': 'bound', 'GET /api/files/:id/:variant': 'public' } as const
  nest.useGlobalGuards(new SessionGuard(sessions, access))
  nest.useGlobalFilters(new ProblemFilter(silentLog(), new RouteBook()))
  await nest.listen(0, '127.0.0.1')
  return nest
}

function postUpload(url: string, upload: TestUpload): Promise<Response> {
  const { kind = 'photo', bytes = null, name = 'photo.jpg', token = 'token-of-person-wang' } = upload
  const form = new FormData()
  const addFile = () => bytes !== null && form.append('file', new Blob([new Uint8Array(bytes)]), name)
  if (upload.isFileFirst === true) addFile()
  form.append('kind', kind)
  if (upload.durationMs !== undefined) form.append('durationMs', upload.durationMs)
  if (upload.isFileFirst !== true) addFile()
  return fetch(`${url}/api/files`, { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } })
}
