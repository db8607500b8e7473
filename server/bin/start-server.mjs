import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { mustBeWritable } from './data-folder.mjs'
import { ensureInstalled } from './install.mjs'
import { dataDir, memoryDir, root, serverMain } from './paths.mjs'
import { freePort } from './port.mjs'
import { exitCode } from './run.mjs'
import { sayRefusal } from './say.mjs'
import { serverFlags } from './server-flags.mjs'

const orphanPollMs = 500

/** Everything between `npm start` and a served page; sets the exit code. */
export async function startServer() {
  try {
    // The cheap refusals first: nobody should download for a minute to learn that the port was taken.
    const port = await freePort()
    mustBeWritable(dataDir())
    await ensureInstalled()
    await ensureBuilt(['server', 'h5'])
    // Node 22 and later keep compiled code there from one start to the next; older ones ignore it.
    const compiled = { NODE_COMPILE_CACHE: join(memoryDir, 'compiled') }
    process.exitCode = await serve({ ...compiled, ...process.env, PORT: String(port), DATA_DIR: dataDir() })
  } catch (error) {
    sayRefusal(error)
    process.exitCode = 1
  }
}

/** Runs the server until it ends and returns its exit code; Ctrl-C and kill reach it exactly once each. */
function serve(env) {
  // A terminal sends Ctrl-C to its whole process group: in that group the server would hear it twice, from the terminal
  // and from us. Windows has no such groups, and there the console alone tells it.
  const isOwnGroup = process.platform !== 'win32'
  const child = spawn(process.execPath, [...serverFlags, serverMain], {
    cwd: root,
    env,
    // The channel closes when we die, however we die; the server takes that as its sign to stop.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: isOwnGroup,
  })
  const pass = (signal) => {
    if (isOwnGroup) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  if (process.env.npm_lifecycle_event) whenOrphaned(() => pass('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(exitCode(code, signal)))
  })
}

/** npm, when killed, tells nobody; the server must not outlive the command that was seen to start it. */
function whenOrphaned(stop) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, orphanPollMs)
  watch.unref()
}
