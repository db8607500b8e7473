#!/usr/bin/env node
// `npm run audit-book -- …` and the like: install and build what is missing, then run a command of the server.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { dataDir, root } from './paths.mjs'
import { exitCode } from './run.mjs'
import { Refusal, sayRefusal } from './say.mjs'

const commands = ['audit-book', 'check-books', 'ledger-key', 'reconcile']

try {
  const [name, ...args] = process.argv.slice(2)
  if (!commands.includes(name)) {
    throw new Refusal(`没有这个命令，只有：${commands.join('、')}。`, `No such command; there are ${commands.join(', ')}.`)
  }
  await ensureInstalled()
  await ensureBuilt(['server'])
  const child = spawn(process.execPath, [join(root, `server/dist/src/${name}.cli.js`), ...args], {
    // File names count from where the command was typed; npm itself goes to the workspace first.
    cwd: process.env.INIT_CWD || process.cwd(),
    env: { ...process.env, DATA_DIR: dataDir() },
    stdio: 'inherit',
  })
  process.exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(exitCode(code, signal)))
  })
} catch (error) {
  sayRefusal(error)
  process.exitCode = 2
}
