import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { AppModule } from './app.module'
import { apiDocument } from './platform/http/api-docs'
import { programVersion } from './platform/config'
import type { Platform } from './platform/platform.module'

/** `node server/dist/src/api-docs.cli.js > docs/api/openapi.json`: the API's description, without a database. */
async function main(): Promise<void> {
  const version = programVersion()
  // In a preview nothing is made, so nothing of the platform is ever asked for but whether it is a demo.
  const platform = { config: { isDemo: false, version }, database: {} } as Platform
  const nest = await NestFactory.create(AppModule.of(platform), new FastifyAdapter(), { preview: true, logger: false })
  process.stdout.write(`${JSON.stringify(apiDocument(nest, { version }), null, 2)}\n`)
  await nest.close()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
