import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A process of its own that does as it is told, one request after the other; what it logs goes to our errors. */
export class WorkerProcess {
  #child
  #waiting = []
  #ended = null

  constructor(script, settings) {
    const profile = process.env.BENCH_PROFILE
    this.#child = fork(fileURLToPath(new URL(script, import.meta.url)), [], {
      env: { ...process.env, ...settings },
      stdio: ['ignore', 2, 2, 'ipc'],
      execArgv: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
    })
    this.#child.on('message', ({ answer, fault }) => {
      const { resolve, reject } = this.#waiting.shift()
      if (fault === undefined) resolve(answer)
      else reject(new Error(`${script}: ${fault}`))
    })
    this.#ended = new Promise((resolve) => this.#child.on('exit', (code) => {
      for (const { reject } of this.#waiting.splice(0)) reject(new Error(`${script} ended with ${code}`))
      resolve()
    }))
  }

  ask(name, ...values) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#child.send({ name, values })
    })
  }

  async end() {
    if (this.#child.exitCode === null) await this.ask('end').catch(() => undefined)
    await this.#ended
  }
}

/** The same asked of all. */
export function together(workers, ...request) {
  return Promise.all(workers.map((one) => one.ask(...request)))
}

/** The other side: answers requests by functions of their names. `end` closes. */
export function obey(does) {
  let last = Promise.resolve()
  const all = { cpuMs, ...does }
  process.on('message', ({ name, values }) => {
    last = last.then(async () => {
      try {
        const answer = await all[name](...values)
        process.send({ answer })
      } catch (error) {
        process.send({ fault: error.stack })
      }
      if (name === 'end') process.disconnect()
    })
  })
}

function cpuMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
