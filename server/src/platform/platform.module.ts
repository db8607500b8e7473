import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common'
import type { Clock } from './clock/clock'
import type { Config } from './config'
import type { Database } from './database/open-database'
import { ReadDatabase } from './database/read-database'
import { UnitOfWork } from './database/unit-of-work'
import type { Ids } from './ids/ids'
import type { Log } from './log'
import type { FileStore } from './storage'
import type { WeChatClient } from './wechat'
import type { Witness } from './witness/witness-client'

/** What every room may ask for besides `UnitOfWork` and `ReadDatabase`, which are their own tokens. */
export const PLATFORM = Symbol('Platform')
export const CONFIG = Symbol('Config')
export const CLOCK = Symbol('Clock')
export const IDS = Symbol('Ids')
export const LOG = Symbol('Log')
export const WECHAT = Symbol('WeChatClient')
export const FILE_STORE = Symbol('FileStore')

/** The ground the rooms stand on, made once by `createApp`. */
export interface Platform {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly weChat: WeChatClient
  readonly fileStore: FileStore
  /** Co-signs the heads of books; `null`: nobody does. */
  readonly witness: Witness | null
}

@Global()
@Module({})
export class PlatformModule {
  static of(platform: Platform): DynamicModule {
    const providers: Provider[] = [
      { provide: PLATFORM, useValue: platform },
      { provide: UnitOfWork, useValue: platform.database.unitOfWork },
      { provide: ReadDatabase, useValue: platform.database.reads },
      { provide: CONFIG, useValue: platform.config },
      { provide: CLOCK, useValue: platform.clock },
      { provide: IDS, useValue: platform.ids },
      { provide: LOG, useValue: platform.log },
      { provide: WECHAT, useValue: platform.weChat },
      { provide: FILE_STORE, useValue: platform.fileStore },
    ]
    return { module: PlatformModule, providers, exports: providers }
  }
}
