import fs from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { compileTemplates } from './compile-templates'
import { convertWxss } from './convert-wxss'
import { wechatApiNames } from './wechat-api-names'

export interface SiteFolders {
  /** What `build:weapp` wrote. */
  readonly distDir: string
  /** Emptied and filled. */
  readonly outDir: string
}

const VIEW_DIR = path.join(__dirname, '..', 'view')

/** Makes a static site out of the WeChat build; in Chromium it runs the build on WeChat's component framework. */
export async function buildSite({ distDir, outDir }: SiteFolders): Promise<void> {
  if (!fs.existsSync(path.join(distDir, 'app.json'))) {
    throw new Error(`No WeChat build in ${distDir}: run "pnpm --filter @huiying/miniapp build:weapp" first`)
  }
  const files = readTexts(distDir)
  const bundle = {
    files: pick(files, /\.(js|json)$/, (name) => name),
    css: pick(convertWxss(pick(files, /\.wxss$/, (name) => name)), /./, (name) => name.replace(/\.wxss$/, '')),
    apiNames: wechatApiNames(),
  }
  const templates = compileTemplates({
    wxml: pick(files, /\.wxml$/, (name) => name.replace(/\.wxml$/, '')),
    wxs: pick(files, /\.wxs$/, (name) => name.replace(/\.wxs$/, '')),
  })

  fs.rmSync(outDir, { recursive: true, force: true })
  fs.mkdirSync(outDir, { recursive: true })
  fs.writeFileSync(path.join(outDir, 'bundle.js'), `window.__bundle=${JSON.stringify(bundle)}\nwindow.__templates=${templates}`)
  for (const name of ['index.html', 'chrome.css']) fs.copyFileSync(path.join(VIEW_DIR, name), path.join(outDir, name))
  // Pictures of the package; code and templates travel in the bundle.
  fs.cpSync(distDir, path.join(outDir, 'package'), { recursive: true, filter: (name) => !isText(name) })
  await esbuild.build({
    entryPoints: [path.join(VIEW_DIR, 'main.ts')],
    outfile: path.join(outDir, 'runner.js'),
    bundle: true,
    format: 'iife',
    mainFields: ['module', 'main'],
    target: 'es2022',
    logLevel: 'error',
  })
}

const isText = (name: string): boolean => /\.(js|json|wxml|wxss|wxs|txt|map)$/.test(name)

function readTexts(root: string): Readonly<Record<string, string>> {
  const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(isText)
  return Object.fromEntries(
    names.map((name) => [name.split(path.sep).join('/'), fs.readFileSync(path.join(root, name), 'utf8')]),
  )
}

function pick(
  files: Readonly<Record<string, string>>,
  wanted: RegExp,
  rename: (name: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).filter(([name]) => wanted.test(name)).map(([name, text]) => [rename(name), text]),
  )
}
