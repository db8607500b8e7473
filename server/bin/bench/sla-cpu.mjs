import { readFileSync } from 'node:fs'
import { together } from './sla-process.mjs'

const ticksPerSecond = 100

/** What of the processors the workers and the servers behind them use between `begin` and `end`. */
export class UsedCpu {
  #workers
  #pids
  #before = 0

  constructor(workers, pids) {
    this.#workers = workers
    this.#pids = pids
  }

  async begin() {
    this.#before = await this.#sumMs()
  }

  /** @returns ms since `begin` */
  async end() {
    return (await this.#sumMs()) - this.#before
  }

  async #sumMs() {
    const ofWorkers = await together(this.#workers, 'cpuMs')
    return [...ofWorkers, ...this.#pids.map(cpuMsOf)].reduce((sum, one) => sum + one, 0)
  }
}

/** Of a server on this machine. */
export async function databasePid({ reads }) {
  const [{ file }] = await reads.query('SELECT @@pid_file AS file')
  return Number(readFileSync(file, 'utf8'))
}

/** Linux. */
function cpuMsOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond
}
