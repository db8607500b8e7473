import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** How much of a tool's output is kept to look for the reason of a failure. */
const tailChars = 64 * 1024

/**
 * Runs a tool to its end. `stream: true` shows its output as it comes; otherwise it is only kept.
 * @returns {Promise<{ code: number, output: string }>} code is 128 + n when signal n ended it; output is the tail
 */
export function run(command, args, { cwd, env = process.env, stream = false, shell = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-tailChars)
      if (stream) process.stderr.write(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), output }))
  })
}

/** The shell's convention: 128 + the signal's number. */
export function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0)
}
