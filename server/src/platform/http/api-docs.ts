import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger'
import type { Config } from '../config'

/** The OpenAPI document; needs no database, so that `docs/api` can be written from it. */
export function apiDocument(nest: INestApplication, { version }: Pick<Config, 'version'>): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('回应 Huiying')
    .setDescription('Errors are problem+json (RFC 9457) with a stable `code`. Instants are epoch milliseconds, server time.')
    .setVersion(version)
    .addBearerAuth({ type: 'http', scheme: 'bearer' })
    .build()
  return SwaggerModule.createDocument(nest, about)
}

/** At /api/docs for people, /api/docs-json for machines; built when first asked for. */
export function setUpApiDocs(nest: INestApplication, config: Pick<Config, 'version'>): void {
  SwaggerModule.setup('api/docs', nest, () => apiDocument(nest, config))
}
