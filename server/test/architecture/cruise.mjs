// `node cruise.mjs tree|planted`: what dependency-cruiser sees, as JSON on standard output.
// Its API is ESM only and jest is not, hence a process of its own.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise as dependencyCruise } from 'dependency-cruiser'
import readTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { plantedRooms } from './planted-rooms.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
const require = createRequire(import.meta.url)
const folders = ['shared/src', 'server', 'miniapp/src']

const report = process.argv[2] === 'planted' ? await cruisePlanted() : await cruise(root)
process.stdout.write(JSON.stringify(report))

async function cruisePlanted() {
  const dir = mkdtempSync(join(tmpdir(), 'huiying-rooms-'))
  try {
    plant(dir)
    return await cruise(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The planted files in a tree that otherwise stands as ours does, with our packages. */
function plant(dir) {
  for (const { path, text } of plantedRooms) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), `${text}\nexport {}\n`)
  }
  for (const member of ['shared', 'server', 'miniapp']) {
    cpSync(join(root, member, 'package.json'), join(dir, member, 'package.json'))
    symlinkSync(join(root, member, 'node_modules'), join(dir, member, 'node_modules'))
  }
  for (const file of ['package.json', 'tsconfig.base.json', '.ci/lint/tsconfig.json']) cpSync(join(root, file), join(dir, file))
}

async function cruise(baseDir) {
  process.chdir(baseDir)
  const { forbidden, options } = require(join(root, '.dependency-cruiser.cjs'))
  const tsConfigFile = join(baseDir, '.ci/lint/tsconfig.json')
  const cruiseOptions = { ...options, tsConfig: { fileName: tsConfigFile }, validate: true, ruleSet: { forbidden } }
  const { output } = await dependencyCruise(folders, cruiseOptions, undefined, { tsConfig: readTsConfig(tsConfigFile) })
  return {
    rules: forbidden.map((rule) => rule.name),
    modules: output.modules.map(({ source, dependencies }) => ({ source, imports: dependencies.length })),
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}
