import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { memoryDir, root } from './paths.mjs'

/**
 * The jest projects, quickest first. `needs` are builds that must stand before; `needsBrowser` ones are skipped,
 * aloud, on a machine without one.
 */
export const suites = [
  { name: 'shared', dir: 'shared', needs: ['server'] },
  { name: 'server', dir: 'server', needs: ['server'] },
  { name: 'miniapp', dir: 'miniapp', needs: [] },
  { name: 'e2e', dir: 'miniapp/e2e', package: 'miniapp', needs: ['server', 'h5', 'weapp'], needsBrowser: true },
]

/** The command line of one suite; `more` goes on to jest. */
export function jestCommand(suite, more = []) {
  const jest = join(root, suite.package ?? suite.dir, 'node_modules/jest/bin/jest.js')
  return [jest, '--config', configOf(suite), '--ci', '--json', '--outputFile', resultFile(suite), ...more]
}

/** The settings file of a suite, or null when the folder has none. */
export function configOf(suite) {
  const candidates = ['cjs', 'js', 'mjs', 'ts'].map((ending) => join(root, suite.dir, `jest.config.${ending}`))
  return candidates.find((path) => existsSync(path)) ?? null
}

export function clearResult(suite) {
  rmSync(resultFile(suite), { force: true })
}

/**
 * What jest wrote down of one suite. A file that could not be loaded is one failure; a run that broke off, failed
 * without a failed test, or held no test at all, is one as well.
 */
export function countResult(suite, code) {
  const result = readResult(suite)
  if (!result) return { passed: 0, failed: 1, skipped: [], remark: `broke off with exit code ${code}` }
  const passed = result.numPassedTests
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  const skipped = result.testResults.flatMap((file) =>
    file.assertionResults.filter((test) => test.status === 'pending' || test.status === 'todo').map((test) => test.fullName),
  )
  if (failed > 0) return { passed, failed, skipped }
  if (code !== 0) return { passed, failed: 1, skipped, remark: `ended with exit code ${code} though no test failed` }
  if (passed === 0) return { passed, failed: 1, skipped, remark: 'ran no test' }
  return { passed, failed, skipped }
}

function readResult(suite) {
  try {
    return JSON.parse(readFileSync(resultFile(suite), 'utf8'))
  } catch {
    return null
  }
}

function resultFile(suite) {
  return join(memoryDir, `result-${suite.name}.json`)
}
