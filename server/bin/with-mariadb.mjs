#!/usr/bin/env node
// `node server/bin/with-mariadb.mjs <command> [argument…]`: starts a MariaDB of its own in a temporary folder, runs the
// command with DB=mariadb and TEST_DATABASE_URL, stops the database and removes the folder. Exits with the command's
// code. MARIADB_DURABLE=1: commits reach the disk, as on a real server.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { anyFreePort } from './port.mjs'
import { exitCode } from './run.mjs'
import { Refusal, sayRefusal } from './say.mjs'

const startupTimeoutMs = 60_000
const shutdownTimeoutMs = 20_000
const database = 'huiying_test'
const user = 'huiying'
// Loopback, temporary folder, gone in minutes: a password to have one in the address, no secret.
const password = 'huiying'

try {
  process.exitCode = await withMariadb(process.argv.slice(2))
} catch (error) {
  sayRefusal(error)
  process.exitCode = 1
}

async function withMariadb([command, ...args]) {
  if (!command) throw new Refusal('请写上要运行的命令。', 'Name the command to run.')
  const dir = mkdtempSync(join(tmpdir(), 'huiying-mariadb-'))
  let server = null
  let child = null
  // The command alone hears the signal; once it has ended, the database is stopped and the folder removed as always.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child?.kill(signal))
  try {
    server = await startMariadb(dir)
    const env = { ...process.env, DB: 'mariadb', TEST_DATABASE_URL: server.url }
    child = spawn(command, args, { stdio: 'inherit', env })
    return await ended(child)
  } finally {
    if (server) await stopMariadb(server.child)
    rmSync(dir, { recursive: true, force: true })
  }
}

async function startMariadb(dir) {
  const log = join(dir, 'log')
  const data = join(dir, 'data')
  // A folder for temporary tables, too: a second server would sweep a shared one when it starts.
  const own = ['--no-defaults', `--datadir=${data}`, `--tmpdir=${dir}`, `--user=${userInfo().username}`]
  mustSucceed(spawnSync(tool('mariadb-install-db'), [...own, '--auth-root-authentication-method=normal', '--skip-test-db'], { encoding: 'utf8' }))
  const port = await anyFreePort()
  const socket = join(dir, 'socket')
  const child = spawn(tool('mariadbd'), [...own, `--socket=${socket}`, `--port=${port}`, ...settings()], {
    stdio: ['ignore', openSync(log, 'a'), openSync(log, 'a')],
    // A group of its own: Ctrl-C must reach the command first and the database only after it.
    detached: true,
  })
  await untilReady(child, socket, log)
  const sql = [
    `CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    `CREATE USER '${user}'@'127.0.0.1' IDENTIFIED BY '${password}'`,
    // All databases: each test file makes and drops its own.
    `GRANT ALL PRIVILEGES ON *.* TO '${user}'@'127.0.0.1'`,
  ].join('; ')
  mustSucceed(spawnSync(tool('mariadb'), ['--no-defaults', '-uroot', `--socket=${socket}`, '-e', sql], { encoding: 'utf8' }))
  return { child, url: `mysql://${user}:${password}@127.0.0.1:${port}/${database}` }
}

function settings() {
  return [
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    // The server's own zone must change nothing, so the tests run under one that is neither UTC nor the process's.
    '--default-time-zone=+08:00',
    '--max-connections=400',
    '--innodb-buffer-pool-size=256M',
    // Durability is not what the tests ask of this throw-away copy; speed is.
    ...(process.env.MARIADB_DURABLE === '1' ? [] : ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0']),
    '--skip-log-bin',
  ]
}

async function untilReady(child, socket, log) {
  const deadline = performance.now() + startupTimeoutMs
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break
    if (spawnSync(tool('mariadb-admin'), ['--no-defaults', '-uroot', `--socket=${socket}`, 'ping']).status === 0) return
    await sleep(100)
  }
  process.stderr.write(readFileSync(log, 'utf8').split('\n').slice(-20).join('\n'))
  await stopMariadb(child)
  throw new Refusal('MariaDB 没有启动起来，原因见上面几行。', 'MariaDB did not start; the reason is above.')
}

async function stopMariadb(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const hard = setTimeout(() => child.kill('SIGKILL'), shutdownTimeoutMs)
  await ended(child)
  clearTimeout(hard)
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return exitCode(child.exitCode, child.signalCode)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(exitCode(code, signal)))
  })
}

/** Debian keeps the server in /usr/sbin, which is not on everybody's PATH. */
function tool(name) {
  const path = [process.env.PATH, '/usr/sbin', '/usr/local/sbin'].join(delimiter)
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { env: { ...process.env, PATH: path }, encoding: 'utf8' })
  if (found.status !== 0) {
    throw new Refusal(
      `没有找到 ${name}。请先安装 MariaDB（Debian/Ubuntu：apt-get install mariadb-server）。`,
      `${name} was not found. Install MariaDB first (Debian/Ubuntu: apt-get install mariadb-server).`,
    )
  }
  return found.stdout.trim()
}

function mustSucceed(result) {
  if (result.status === 0) return
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  throw new Refusal('MariaDB 没有准备好，原因见上面几行。', 'MariaDB could not be set up; the reason is above.')
}
