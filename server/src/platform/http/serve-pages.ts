import files from '@fastify/static'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config'
import type { Log } from '../log'

/** A name with its content's hash in it never means anything else. */
const HASHED = /\.[0-9a-f]{8}\.(js|css|woff2?|png|jpe?g|svg|webp)(\.gz|\.br)?$/

/** The H5 build, if there is one. index.html is asked for anew each time; what it names is kept for ever. */
export async function servePages(nest: NestFastifyApplication, { h5Dir }: Pick<Config, 'h5Dir'>, log: Log): Promise<void> {
  if (!existsSync(join(h5Dir, 'index.html'))) {
    log.warn({ h5Dir }, 'no web pages are built: only the API is served')
    return
  }
  await nest.register(files, {
    root: h5Dir,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'deny',
    setHeaders: (reply, path) => {
      if (HASHED.test(path)) reply.header('cache-control', 'public, max-age=31536000, immutable')
      else reply.header('cache-control', /\.html(\.gz|\.br)?$/.test(path) ? 'no-cache' : 'public, max-age=3600')
    },
  })
}
