import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { alone, forget, recall, remember } from './memory.mjs'
import { memoryDir, root } from './paths.mjs'
import { run } from './run.mjs'
import { Refusal, say } from './say.mjs'

const pnpm = 'pnpm@12.21.0'
const members = ['.', 'shared', 'server', 'miniapp']
const tailLines = 20
const signsOfNoNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|E(NET|HOST)UNREACH|SOCKET_TIMEOUT|META_FETCH_FAIL|FETCH_TARBALL/
const inputs = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...members.map((member) => `${member}/package.json`)]

/**
 * Installs the dependencies unless exactly these are already there, whole.
 * @throws {Refusal} no network, no registry, or whatever pnpm says
 */
export async function ensureInstalled() {
  if (isInstalled()) return
  await alone(memoryDir, async () => {
    if (isInstalled()) return
    const isRepair = existsSync(join(root, 'node_modules/.pnpm'))
    say(
      isRepair ? '正在补齐依赖……' : '第一次运行，正在下载依赖，大约要一分钟……',
      isRepair ? 'Bringing the dependencies up to date…' : 'First run: downloading the dependencies, about a minute…',
    )
    forget(memoryDir, 'install')
    await install([])
    // pnpm trusts its own records; folders deleted by hand come back only by force.
    if (missingDependencies().length > 0) await install(['--force'])
    const missing = missingDependencies()
    if (missing.length > 0) throw unfinished(missing)
    remember(memoryDir, 'install', { hash: wanted() })
  })
}

function isInstalled() {
  return recall(memoryDir, 'install')?.hash === wanted() && missingDependencies().length === 0
}

/** A folder copied from another kind of machine carries that machine's binaries. */
function wanted() {
  return fingerprint(root, inputs, `${pnpm} ${process.platform} ${process.arch}`)
}

function missingDependencies() {
  return members.flatMap((member) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, member, 'package.json'), 'utf8'))
    return Object.keys({ ...dependencies, ...devDependencies })
      .map((name) => join(member, 'node_modules', name))
      .filter((path) => !existsSync(join(root, path, 'package.json')))
  })
}

async function install(extra) {
  const args = ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only', '--config.confirm-modules-purge=false']
  // npx is a .cmd file on Windows and needs a shell there; the arguments are ours alone.
  const shell = process.platform === 'win32'
  const env = { ...impatience, ...process.env }
  const { code, output } = await run('npx', [...args, ...extra], { cwd: root, env, shell, show: isProgress }).catch(noNpx)
  if (code !== 0) throw whyInstallFailed(code, output)
}

/** Without a network npm and pnpm would each try in silence for 70 s. Whoever sets these himself is obeyed. */
const impatience = {
  npm_config_fetch_retries: '2',
  npm_config_fetch_retry_mintimeout: '1000',
  npm_config_fetch_retry_maxtimeout: '5000',
  pnpm_config_fetch_retries: '3',
  pnpm_config_fetch_retry_mintimeout: '1000',
  pnpm_config_fetch_retry_maxtimeout: '5000',
}

/** Complaints of npm and pnpm come with their traces; what they mean is said in a sentence afterwards. */
function isProgress(line) {
  return !/^npm |^\[?WARN|^Will retry|^Error:|^\s+[×├╰│]/.test(line)
}

function noNpx(error) {
  if (error.code !== 'ENOENT') throw error
  throw new Refusal(
    '找不到 npx 命令，它应和 Node.js 一起装好。请到 https://nodejs.org 重新安装 Node.js，再运行一次。',
    'The npx command is missing; it comes with Node.js. Install Node.js again from https://nodejs.org and run this again.',
  )
}

function whyInstallFailed(code, output) {
  if (/ENOSPC/.test(output)) return Object.assign(new Error('disk full'), { code: 'ENOSPC' })
  if (/EROFS|EACCES|EPERM/.test(output)) return Object.assign(new Error('not writable'), { code: 'EACCES', path: root })
  if (signsOfNoNetwork.test(output)) {
    return new Refusal(
      '下载依赖时连不上网络。请检查网络（或代理设置），连上后再运行一次，会从断开的地方接着来。',
      'The network could not be reached while downloading. Check the connection or proxy and run this again; it continues where it stopped.',
    )
  }
  process.stderr.write(`${output.split('\n').slice(-tailLines).join('\n')}\n`)
  return new Refusal(
    `依赖没有装完（pnpm 退出码 ${code}），原因见上面几行。请再运行一次；还不行，请删掉 node_modules 文件夹后重试。`,
    `The dependencies were not fully installed (pnpm exit code ${code}); the reason is above. Run it again; failing that, delete node_modules first.`,
  )
}

function unfinished(missing) {
  return new Refusal(
    `依赖没有装完，缺 ${missing[0]} 等 ${missing.length} 个。请删掉各处的 node_modules 文件夹，再运行一次。`,
    `The dependencies are incomplete: ${missing[0]} and ${missing.length - 1} more are missing. Delete the node_modules folders and run this again.`,
  )
}
