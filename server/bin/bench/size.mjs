import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled } from '../install.mjs'
import { h5Dir, weappDir } from '../paths.mjs'
import { firstLoad } from './first-load.mjs'

const KB = 1_024
const budgets = { mainPackage: 700 * KB, wholeWeapp: 1.2 * KB * KB, firstLoad: 220 * KB }

/** Not part of what WeChat uploads. */
const notShipped = /\.map$|\.LICENSE\.txt$/

/** The sizes of both builds, made now if they are not there. */
export async function measure() {
  await ensureInstalled()
  await ensureBuilt(['h5', 'weapp'])
  const packages = weappPackages(weappDir)
  const whole = [...packages.values()].reduce((sum, bytes) => sum + bytes, 0)
  const { initialBytes, firstPageBytes, why } = await firstLoad(h5Dir)
  if (why) process.stderr.write(`first page: ${why}\n`)
  return [
    { what: 'WeChat main package', value: packages.get(''), unit: 'bytes', budget: budgets.mainPackage },
    ...[...packages].filter(([root]) => root !== '').map(([root, value]) => ({ what: `  subpackage ${root}`, value, unit: 'bytes' })),
    { what: 'WeChat whole', value: whole, unit: 'bytes', budget: budgets.wholeWeapp },
    { what: 'H5 scripts of index.html, gzip', value: initialBytes, unit: 'bytes', budget: budgets.firstLoad },
    ...(firstPageBytes === null
      ? []
      : [{ what: 'H5 all scripts until the first page stands, gzip', value: firstPageBytes, unit: 'bytes', budget: budgets.firstLoad }]),
  ]
}

/** Raw bytes by package; '' is the main one. Throws on a build without an app.json, which is no build. */
export function weappPackages(dir) {
  const app = JSON.parse(readFileSync(join(dir, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? app.subpackages ?? []).map((subpackage) => `${subpackage.root.replace(/\/$/, '')}/`)
  const bytes = new Map([['', 0], ...roots.map((root) => [root, 0])])
  for (const file of filesIn(dir)) {
    if (notShipped.test(file)) continue
    const root = roots.find((prefix) => file.startsWith(prefix)) ?? ''
    bytes.set(root, bytes.get(root) + statSync(join(dir, file)).size)
  }
  return bytes
}

function filesIn(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)).split('\\').join('/'))
}
