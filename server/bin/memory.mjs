import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say.mjs'

const pollMs = 500

/** What was remembered under `name`, or null: nothing yet, or what was begun never finished. */
export function recall(memoryDir, name) {
  try {
    return JSON.parse(readFileSync(join(memoryDir, `${name}.json`), 'utf8'))
  } catch {
    return null
  }
}

/** Written last and in one step, after the work it stands for: a killed install or build leaves no mark. */
export function remember(memoryDir, name, value) {
  mkdirSync(memoryDir, { recursive: true })
  const path = join(memoryDir, `${name}.json`)
  writeFileSync(`${path}.new`, JSON.stringify(value))
  renameSync(`${path}.new`, path)
}

/** Must come before the work begins. */
export function forget(memoryDir, name) {
  rmSync(join(memoryDir, `${name}.json`), { force: true })
}

/**
 * Two commands at once must not install or build over each other: the second waits. A dead holder's lock is taken over.
 */
export async function alone(memoryDir, work) {
  mkdirSync(memoryDir, { recursive: true })
  const lock = join(memoryDir, 'lock')
  let told = false
  while (!takeLock(lock)) {
    if (!told) say('另一个窗口正在安装或构建，等它做完……', 'Another window is installing or building; waiting for it…')
    told = true
    await sleep(pollMs)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const holder = Number(readIfThere(lock))
  // An empty file is a holder between creating and writing; it is looked at again after the pause.
  if (holder === 0 || isAlive(holder)) return false
  rmSync(lock, { force: true })
  return takeLock(lock)
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
