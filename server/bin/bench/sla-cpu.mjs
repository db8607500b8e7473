import { readFileSync } from 'node:fs'
import { together } from './sla-process.mjs'

const ticksPerSecond = 100

/** What of the processors the workers and the servers behind them use between `begin` and `end`. */
export class UsedCpu {
  #workers
  #pids
  #before = null

  constructor(workers, pids) {
    this.#workers = workers
    this.#pids = pids
  }

  async begin() {
    this.#before = await this.#spent()
  }

  /** @returns ms since `begin`: of the workers, and of the servers behind them */
  async end() {
    const after = await this.#spent()
    return { workersMs: after.workersMs - this.#before.workersMs, serversMs: after.serversMs - this.#before.serversMs }
  }

  async #spent() {
    return { workersMs: sum(await together(this.#workers, 'cpuMs')), serversMs: sum(this.#pids.map(cpuMsOf)) }
  }
}

/** Of a server on this machine. */
export async function databasePid({ reads }) {
  const [{ file }] = await reads.query('SELECT @@pid_file AS file')
  return Number(readFileSync(file, 'utf8'))
}

function sum(values) {
  return values.reduce((all, one) => all + one, 0)
}

/** Linux. */
function cpuMsOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond
}
