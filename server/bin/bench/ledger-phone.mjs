import { createRequire } from 'node:module'
import { join } from 'node:path'
import { findBrowser } from '../browser.mjs'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled } from '../install.mjs'
import { root } from '../paths.mjs'
import { Refusal } from '../say.mjs'
import { signedBook } from './signed-book.mjs'

/** Slower than this machine by so much, as a cheap phone is. */
const throttle = 6
const entryBudgetMs = 20
const yearBudgetMs = 2_000
/** A book of some years; the one that is checked lies in the middle. */
const book = { size: 6_000, from: 2_500, to: 4_500 }

const chromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

/**
 * What a phone spends on checking a book, by its own code, in Chromium slowed down. The network is left out: answers
 * are in memory. Each run is a fresh page, so the first figure of each is of code that was never run before.
 */
export async function measure({ runs }) {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Refusal('这台机器上没有 Chromium', 'There is no Chromium on this machine')
  await ensureInstalled()
  await ensureBuilt(['server'])
  const miniapp = createRequire(join(root, 'miniapp/package.json'))
  const script = await bundled(miniapp)
  const given = signedBook(createRequire(join(root, 'server/package.json'))('@huiying/shared/proof'), book)
  const browser = await miniapp('playwright-core').chromium.launch({ executablePath, args: chromiumFlags })
  try {
    const taken = []
    for (let run = 0; run < runs; run += 1) taken.push(await inFreshPage(browser, script, given))
    return rowsOf(taken, runs)
  } finally {
    await browser.close()
  }
}

/** The phone's own checking, as old phones are given it. */
async function bundled(miniapp) {
  const { outputFiles } = await miniapp('esbuild').build({
    stdin: {
      contents: ['checked-head', 'check-entry', 'check-year', 'remembered-head', 'digests']
        .map((name) => `export * from './${name}'`).join('\n'),
      resolveDir: join(root, 'miniapp/src/features/ledger/proof'),
    },
    alias: { '@huiying/shared/proof': join(root, 'shared/src/proof/index.ts') },
    tsconfigRaw: { compilerOptions: { target: 'es2017' } },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'phone',
    target: 'chrome67',
  })
  return outputFiles[0].text
}

async function inFreshPage(browser, script, given) {
  const page = await browser.newPage()
  try {
    const session = await page.context().newCDPSession(page)
    await page.setContent('<!doctype html><title>bench</title>')
    await page.addScriptTag({ content: script })
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle })
    return await page.evaluate(checkAll, given)
  } finally {
    await page.close()
  }
}

/** Runs in the page. Every answer is looked at: a check that said no would be quick for nothing. */
async function checkAll({ head, views, hashes, consistency, known, year }) {
  const { phone } = window
  const times = {}
  const timed = (name, act) => {
    const startedAt = performance.now()
    const result = act()
    times[name] = performance.now() - startedAt
    return result
  }
  const must = (name, is) => {
    if (!is) throw new Error(`the check of ${name} said no`)
  }
  const opened = timed('head', () => phone.checkHead(head))
  must('head', typeof opened !== 'string')
  views.forEach((view, at) => {
    const name = at === 0 ? 'entry' : 'nextEntry'
    must(name, timed(name, () => phone.checkEntry(opened, view, hashes[at])) === 'true')
  })
  const standing = timed('consistency', () => phone.standingOf(known, opened, phone.parseDigests(consistency)))
  must('consistency', standing === 'grown')
  let blockedMs = 0
  let blockStartedAt = performance.now()
  const startedAt = performance.now()
  const verdict = await phone.checkYear(opened, year, {
    leaves: async (from, to) => year.pages.find((page) => page.from === from && page.to === to),
    subtrees: async () => year.subtrees,
    breathe: () => {
      blockedMs = Math.max(blockedMs, performance.now() - blockStartedAt)
      return new Promise((resolve) => setTimeout(() => {
        blockStartedAt = performance.now()
        resolve()
      }, 0))
    },
  })
  times.year = performance.now() - startedAt
  times.block = Math.max(blockedMs, performance.now() - blockStartedAt)
  must('year', verdict.kind === 'true' && verdict.count === year.to - year.from)
  return times
}

function rowsOf(taken, runs) {
  const slowest = (name) => Math.max(...taken.map((times) => times[name]))
  const median = (name) => taken.map((times) => times[name]).sort((one, other) => one - other)[Math.floor(runs / 2)]
  const row = (what, name, budget) => [
    { what: `${what}, slowest of ${runs}`, value: slowest(name), unit: 'ms', ...(budget === undefined ? {} : { budget }) },
    { what: '  median', value: median(name), unit: 'ms', ...(budget === undefined ? {} : { budget }) },
  ]
  return [
    ...row(`one entry of ${book.size} under a head that was opened, on code never run before`, 'entry', entryBudgetMs),
    ...row('  a later one', 'nextEntry', entryBudgetMs),
    ...row('a new head: its signature and the witness’s, once for each head, never run before', 'head'),
    ...row('that it continues the head the phone remembers', 'consistency'),
    ...row(`a year of ${book.to - book.from} entries`, 'year', yearBudgetMs),
    ...row('  the longest the screen stood still in it', 'block'),
  ]
}
