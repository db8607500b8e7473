#!/usr/bin/env node
// Also a command of its own: `node server/bin/build.mjs server h5 weapp`.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesUnder, fingerprint } from './fingerprint.mjs'
import { alone, forget, recall, remember } from './memory.mjs'
import { h5Dir, memoryDir, root, serverMain, weappDir } from './paths.mjs'
import { run } from './run.mjs'
import { Refusal, say, sayRefusal } from './say.mjs'

const everyBuild = ['pnpm-lock.yaml', 'tsconfig.base.json', 'shared/src', 'shared/package.json']
const miniapp = [
  ...everyBuild,
  ...['src', 'config', 'types', 'babel.config.js', 'package.json', 'project.config.json', 'tsconfig.json'].map((name) => `miniapp/${name}`),
]

const targets = {
  server: {
    called: ['后台', 'the server'],
    inputs: [
      ...everyBuild,
      'shared/tsconfig.json',
      ...['src', 'migrations', 'checks', 'standin', 'package.json', 'tsconfig.json'].map((name) => `server/${name}`),
    ],
    outputs: [serverMain, join(root, 'shared/dist'), join(root, 'server/dist')],
    // The records of `tsc -b` outlive the files they speak of; without the files they would say "up to date".
    clean: ['shared/dist', 'shared/tsconfig.tsbuildinfo', 'server/dist', 'server/tsconfig.tsbuildinfo'],
    command: [process.execPath, 'node_modules/typescript/bin/tsc', '-b', 'shared', 'server'],
    cwd: root,
  },
  h5: taro('h5', ['网页', 'the web pages'], h5Dir, 'index.html'),
  weapp: taro('weapp', ['微信小程序', 'the WeChat mini-program'], weappDir, 'app.json'),
}

function taro(type, called, dir, proof) {
  return {
    called,
    inputs: miniapp,
    outputs: [join(dir, proof)],
    clean: [`miniapp/dist/${type}`],
    // The package's own script: what follows the build there (compressing, say) belongs to it.
    command: ['npm', 'run', '--silent', `build:${type}`],
    cwd: join(root, 'miniapp'),
  }
}

/**
 * Builds those of the named targets whose inputs changed since their last whole build, at the same time.
 * @returns the names of the targets built
 * @throws {Refusal} naming the first target that failed, after its tool's output has been printed
 */
export async function ensureBuilt(names) {
  if (stale(names).length === 0) return []
  return alone(memoryDir, async () => {
    const wanted = stale(names)
    const results = await Promise.allSettled(wanted.map(build))
    const failure = results.find((result) => result.status === 'rejected')
    if (failure) throw failure.reason
    return wanted
  })
}

function stale(names) {
  return names.filter((name) => {
    const { outputs } = targets[name]
    return recall(memoryDir, `build-${name}`)?.hash !== hashOf(targets[name]) || !outputs.every((path) => existsSync(path))
  })
}

async function build(name) {
  const target = targets[name]
  const [chinese, english] = target.called
  say(`正在构建${chinese}……`, `Building ${english}…`)
  const startedAt = performance.now()
  // Hashed before the tool reads, so that an edit during the build is seen as a change next time.
  const memory = { hash: hashOf(target), files: target.inputs.flatMap((input) => filesUnder(root, input)) }
  if (mustStartClean(name, memory.files)) {
    for (const path of target.clean) rmSync(join(root, path), { recursive: true, force: true })
  }
  forget(memoryDir, `build-${name}`)
  const env = { ...process.env, NODE_ENV: 'production' }
  const [tool, ...args] = target.command
  // npm is a .cmd file on Windows and needs a shell there; the arguments are ours alone.
  const shell = tool === 'npm' && process.platform === 'win32'
  const { code, output } = await run(tool, args, { cwd: target.cwd, env, shell })
  const absent = target.outputs.find((path) => !existsSync(path))
  if (code !== 0 || absent) {
    process.stderr.write(output)
    throw new Refusal(
      `${chinese}没有构建成功（退出码 ${code}${absent ? `，缺 ${absent}` : ''}），原因见上面。请更新到最新的代码再试；若是您改过代码，请先改好上面指出的地方。`,
      `Building ${english} failed (exit code ${code}${absent ? `, ${absent} is missing` : ''}); the reason is above.`,
    )
  }
  remember(memoryDir, `build-${name}`, memory)
  say(`${chinese}构建好了，用时 ${seconds(startedAt)} 秒。`, `Built ${english} in ${seconds(startedAt)} s.`)
}

/** What was compiled from a file that is gone would still be found and loaded; half a build may lack anything. */
function mustStartClean(name, files) {
  const last = recall(memoryDir, `build-${name}`)
  if (!last || !targets[name].outputs.every((path) => existsSync(path))) return true
  const present = new Set(files)
  return last.files.some((file) => !present.has(file))
}

/** Settings whose names begin with TARO_APP_ are compiled into the mini-program. */
function hashOf(target) {
  const settings = Object.entries(process.env).filter(([key]) => key.startsWith('TARO_APP_')).sort()
  return fingerprint(root, target.inputs, JSON.stringify([target.command.slice(1), settings]))
}

function seconds(startedAt) {
  return ((performance.now() - startedAt) / 1_000).toFixed(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2)
  try {
    const built = await ensureBuilt(names.length > 0 ? names : Object.keys(targets))
    if (built.length === 0) say('没有改动，不用构建。', 'Nothing changed, nothing to build.')
  } catch (error) {
    sayRefusal(error)
    process.exitCode = 1
  }
}
