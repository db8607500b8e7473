import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The workspace: two folders above this one, wherever the command was called from. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** What the commands remember lives inside node_modules, so that deleting that folder forgets it too. */
export const memoryDir = join(root, 'node_modules', '.huiying')

export const serverMain = join(root, 'server/dist/src/main.js')
export const h5Dir = join(root, 'miniapp/dist/h5')
export const weappDir = join(root, 'miniapp/dist/weapp')

/** The folder of the database and of uploaded files; a relative DATA_DIR counts from the workspace. */
export function dataDir(env = process.env) {
  return resolve(root, env.DATA_DIR || '.data')
}
