import { join } from 'node:path'
import { createLog } from './platform/log'
import type { Config } from './platform/config'
import { openDatabase } from './platform/database/open-database'
import type { Platform } from './platform/platform.module'
import { DiskFileStore } from './platform/storage'
import { createWeChatClient } from './platform/wechat'
import { createWitness } from './platform/witness/witness-client'

/** Opens everything the rooms stand on, and brings the schema up to date. Given parts are used instead of one's own. */
export async function openPlatform(config: Config, given: Partial<Platform> = {}): Promise<Platform> {
  const log = given.log ?? createLog(config)
  const database = given.database ?? (await openDatabase(config.databaseUrl))
  return {
    config,
    log,
    database,
    clock: given.clock ?? database.clock,
    ids: given.ids ?? database.ids,
    weChat: given.weChat ?? createWeChatClient(config.weChat),
    witness: given.witness ?? (config.ledger.witness === null ? null : createWitness(config.ledger.witness)),
    fileStore: given.fileStore ?? new DiskFileStore(join(config.dataDir, 'files')),
  }
}
