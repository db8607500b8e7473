import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { findBrowser } from '../browser.mjs'
import { root } from '../paths.mjs'

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png' }
const settleMs = 1_500

/**
 * Gzipped JavaScript of a first visit, two ways: what index.html names itself, and what a browser with an empty cache
 * has asked for by the time the first page stands still. `firstPageBytes` is null, with the reason, where there is no
 * browser.
 */
export async function firstLoad(dir) {
  const html = readFileSync(join(dir, 'index.html'), 'utf8')
  const initial = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((match) => match[1])
  if (initial.length === 0) throw new Error(`${join(dir, 'index.html')} names no script`)
  const initialBytes = gzipped(dir, initial)
  const browser = findBrowser()
  if (!browser) return { initialBytes, firstPageBytes: null, why: 'not measured, no Chromium on this machine' }
  return { initialBytes, firstPageBytes: gzipped(dir, await scriptsAskedFor(dir, browser)) }
}

function gzipped(dir, addresses) {
  const paths = new Set(addresses.map((address) => join(dir, new URL(address, 'http://h5/').pathname)))
  return [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0)
}

async function scriptsAskedFor(dir, executablePath) {
  const { chromium } = createRequire(join(root, 'miniapp/package.json'))('playwright-core')
  const server = await serveFolder(dir)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const scripts = []
    page.on('response', (response) => {
      if (response.ok() && new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.url())
    })
    await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'networkidle' })
    await page.waitForTimeout(settleMs)
    return scripts
  } finally {
    await browser.close()
    server.close()
  }
}

/** Files and nothing else: every other address, so the whole API, answers 503. */
function serveFolder(dir) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://h5/').pathname)
    const file = join(dir, path === '/' ? 'index.html' : path)
    if (!file.startsWith(dir) || !existsSync(file) || !types[extname(file)]) return response.writeHead(503).end()
    response.writeHead(200, { 'content-type': types[extname(file)] }).end(readFileSync(file))
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
