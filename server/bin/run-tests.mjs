import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './paths.mjs'
import { exitCode } from './run.mjs'
import { say, sayRefusal } from './say.mjs'
import { clearResult, configOf, countResult, jestCommand, suites } from './suites.mjs'

/**
 * `npm test [-- <suite>… [<jest option>…]]`: every suite, or those named. The last line of standard output is
 * `N passed, N failed`, also when nothing could be run; the exit code is 1 unless something ran and nothing failed.
 */
export async function runTests(args) {
  const named = suites.filter((suite) => args.includes(suite.name))
  const chosen = named.length > 0 ? named : suites
  const more = args.filter((arg) => !named.some((suite) => suite.name === arg))
  const outcomes = []
  try {
    await ensureInstalled()
    outcomes.push(...(await build(chosen)))
    for (const suite of chosen) outcomes.push(await runSuite(suite, more))
  } catch (error) {
    sayRefusal(error)
    outcomes.push({ name: 'setup', passed: 0, failed: 1, skipped: [] })
  }
  summarise(outcomes)
}

/** A build that fails is one failure; the suites that do without it still run. */
async function build(chosen) {
  const targets = new Set(chosen.filter((suite) => !whySkipped(suite)).flatMap((suite) => suite.needs))
  const failures = []
  for (const target of targets) {
    try {
      await ensureBuilt([target])
    } catch (error) {
      sayRefusal(error)
      failures.push({ name: `build ${target}`, passed: 0, failed: 1, skipped: [], remark: 'see above' })
    }
  }
  return failures
}

async function runSuite(suite, more) {
  const reason = whySkipped(suite)
  if (reason) {
    say(`跳过 ${suite.name}：${reason.chinese}`, `Skipping ${suite.name}: ${reason.english}`)
    // On a build machine a suite that silently never runs is worse than a red one.
    return { name: suite.name, passed: 0, failed: process.env.CI === 'true' ? 1 : 0, skipped: [`the whole suite (${reason.english})`] }
  }
  if (!configOf(suite)) return { name: suite.name, passed: 0, failed: 1, skipped: [], remark: 'has no jest.config' }
  process.stderr.write(`\n── ${suite.name} ${'─'.repeat(60 - suite.name.length)}\n`)
  clearResult(suite)
  const startedAt = performance.now()
  const code = await runJest(suite, more)
  return { name: suite.name, ...countResult(suite, code), tookMs: performance.now() - startedAt }
}

function runJest(suite, more) {
  const browser = findBrowser()
  const env = { ...process.env, NODE_ENV: 'test', ...(browser ? { CHROMIUM_PATH: browser } : {}) }
  const child = spawn(process.execPath, jestCommand(suite, more), {
    cwd: join(root, suite.package ?? suite.dir),
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(exitCode(code, signal)))
  })
}

function whySkipped(suite) {
  if (!suite.needsBrowser || findBrowser()) return null
  return {
    chinese: '这台电脑上没有找到 Chromium 或 Chrome。装好它，或用 CHROMIUM_PATH 指明它在哪里。',
    english: 'no Chromium or Chrome was found on this machine. Install one, or name it in CHROMIUM_PATH.',
  }
}

function summarise(outcomes) {
  const lines = outcomes.map(({ name, passed, failed, skipped, remark, tookMs }) => {
    const took = tookMs === undefined ? '' : `, ${(tookMs / 1_000).toFixed(1)} s`
    const why = remark ? ` (${remark})` : ''
    return [`  ${name}: ${passed} passed, ${failed} failed${took}${why}`, ...skipped.map((title) => `    skipped: ${title}`)].join('\n')
  })
  const passed = sum(outcomes.map((outcome) => outcome.passed))
  const failed = sum(outcomes.map((outcome) => outcome.failed))
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
  process.stdout.write(`\n${lines.join('\n')}\n${passed} passed, ${failed} failed\n`)
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
