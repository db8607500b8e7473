// Compiles the WeChat build with WeChat's own wcc and wcsc, as its developer tools do, and fails on any error.
// node e2e/weapp/compile-gate.mjs [folder of the build]
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const distDir = path.resolve(process.argv[2] ?? fileURLToPath(new URL('../../dist/weapp', import.meta.url)))

try {
  const counts = compile(distDir)
  console.log(`compile gate: ${counts.templates} wxml, ${counts.scripts} wxs, ${counts.styles} wxss: no error`)
} catch (error) {
  console.error(`compile gate: ${error.message}`)
  process.exitCode = 1
}

/** @throws Error with the compiler's words; also when there is nothing to compile */
function compile(folder) {
  if (!fs.existsSync(path.join(folder, 'app.json'))) throw new Error(`no WeChat build in ${folder}`)
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split(path.sep).join('/'))
  const templates = names.filter((name) => name.endsWith('.wxml'))
  const scripts = names.filter((name) => name.endsWith('.wxs'))
  const styles = names.filter((name) => name.endsWith('.wxss'))
  // A gate that reads nothing lets everything pass.
  if (templates.length === 0 || styles.length === 0) throw new Error(`no wxml or no wxss in ${folder}`)

  const toolDir = fs.mkdtempSync(path.join(os.tmpdir(), 'huiying-wcc-'))
  try {
    run(tool('wcc', toolDir), ['-d', '-cc', componentTable(folder, templates), ...templates, ...scripts, '-gn', '$gwx'], folder)
    const pagesFirst = [...styles].sort((a, b) => Number(hasJson(folder, b)) - Number(hasJson(folder, a)))
    const pages = pagesFirst.filter((name) => hasJson(folder, name)).length
    run(tool('wcsc', toolDir), ['-db', '-pc', String(pages), ...pagesFirst], folder)
  } finally {
    fs.rmSync(toolDir, { recursive: true, force: true })
  }
  return { templates: templates.length, scripts: scripts.length, styles: styles.length }
}

function run(program, args, cwd) {
  const result = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (result.error) throw new Error(`${path.basename(program)} does not run here: ${result.error.message}`)
  const complaints = result.stderr.split('\n').filter((line) => line.trim() !== '' && !/^error file count: 0$/.test(line))
  if (result.status !== 0 || complaints.length > 0) {
    throw new Error(`${path.basename(program)} ended with ${result.status}\n${complaints.join('\n')}`)
  }
}

// The programs come without the right to be run, and the package's own folder may be read-only: a copy gets it.
function tool(name, toolDir) {
  const root = path.dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json'))
  const places = { darwin: ['mac', name], linux: ['linux', name], win32: ['windows', `${name}.exe`] }
  const place = places[process.platform]
  if (!place) throw new Error(`WeChat's compilers do not exist for ${process.platform}`)
  const copy = path.join(toolDir, place[1])
  if (!fs.existsSync(copy)) fs.copyFileSync(path.join(root, 'bin', ...place), copy)
  fs.chmodSync(copy, 0o755)
  return copy
}

/** What wcc wants to know of custom components: how many files use some; then for each its path, number and names. */
function componentTable(folder, templates) {
  const users = templates.flatMap((name) => {
    const file = path.join(folder, name.replace(/\.wxml$/, '.json'))
    const { usingComponents } = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
    return usingComponents ? [[name, Object.keys(usingComponents).length, ...Object.keys(usingComponents)]] : []
  })
  return [users.length, ...users.flat()].join(' ')
}

function hasJson(folder, style) {
  return fs.existsSync(path.join(folder, style.replace(/\.wxss$/, '.json')))
}
