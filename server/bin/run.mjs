import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'

/** How much of a tool's output is kept to look for the reason of a failure. */
const tailChars = 64 * 1024

/**
 * Runs a tool to its end. Its output is kept; the lines that `show` says yes to are shown as they come.
 * @returns {Promise<{ code: number, output: string }>} code is 128 + n when signal n ended it; output is the tail
 */
export function run(command, args, { cwd, env = process.env, show = () => false, shell = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (line) => {
      output = `${output}${line}\n`.slice(-tailChars)
      if (show(line)) process.stderr.write(`${line}\n`)
    }
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', keep)
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), output }))
  })
}

/** The shell's convention: 128 + the signal's number. */
export function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0)
}
