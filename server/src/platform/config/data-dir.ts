import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../make-folder'
import { ConfigError } from './config-error'

/**
 * Makes the folder if need be, and proves by writing that it can be written to.
 * @throws ConfigError
 */
export function prepareDataDir(dir: string): string {
  const probe = join(dir, `.probe-${process.pid}`)
  try {
    makeFolder(dir)
    writeFileSync(probe, '')
    rmSync(probe)
    return dir
  } catch {
    throw new ConfigError(
      `数据文件夹 ${dir} 写不进去。请给它写的权限，或用 DATA_DIR 换一个能写的文件夹。`,
      `The data folder ${dir} cannot be written to. Give permission, or name another one in DATA_DIR.`,
    )
  }
}
