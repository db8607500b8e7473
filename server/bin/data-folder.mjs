import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal, withSetting } from './say.mjs'

/**
 * Makes the data folder if need be, and proves by writing that it can be written to.
 * @throws {Refusal} naming the folder and DATA_DIR
 */
export function mustBeWritable(dir) {
  const probe = join(dir, `.probe-${process.pid}`)
  try {
    makeFolder(dir)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    if (error.code === 'ENOSPC') throw error
    const retry = withSetting('DATA_DIR', process.platform === 'win32' ? '%USERPROFILE%\\huiying' : '~/huiying', 'npm start')
    throw new Refusal(
      `数据文件夹 ${dir} 用不了：建不出来，或者只能读，不能写。请给它写的权限，或换一个能写的文件夹：${retry}`,
      `The data folder ${dir} cannot be made or written to. Give permission, or use another folder: ${retry}`,
    )
  }
}

/** mkdir's own `recursive` tries for ever under a folder in which nobody can make one (/proc). */
function makeFolder(dir) {
  if (isFolder(dir)) return
  if (dirname(dir) !== dir) makeFolder(dirname(dir))
  try {
    mkdirSync(dir)
  } catch (error) {
    // Another process was faster.
    if (!isFolder(dir)) throw error
  }
}

function isFolder(dir) {
  return statSync(dir, { throwIfNoEntry: false })?.isDirectory() === true
}
