import type { Database } from '../../src/platform/database/open-database'
import { freshDatabase, type FreshDatabase } from './fresh-database'
import { serverInHand, type ServerInHand } from './server-in-hand'
import { settleSmallVillage } from './small-village'

export const NO_WECHAT = { sendSubscribeMessage: () => Promise.reject(new Error('nobody accepted a message here')) }

export interface VillageStory {
  readonly fresh: FreshDatabase
  readonly server: ServerInHand
}

/** The small village on Monday, 2026-09-14, 09:00, and one server. @param settle what else is there */
export async function villageStory(settle?: (database: Database) => Promise<void>): Promise<VillageStory> {
  const fresh = await freshDatabase()
  await settleSmallVillage(fresh.database)
  await settle?.(fresh.database)
  return { fresh, server: serverInHand(fresh.database, NO_WECHAT) }
}
