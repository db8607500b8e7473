import { log } from './runner-log'

/** No answer awaited and nothing drawn for so long: what comes next is the next act's doing. */
const QUIET_MS = 40

let requestCount = 0
let lastLifeAt = 0

/** Something was drawn, or an answer came. */
export function noteLife(): void {
  lastLifeAt = performance.now()
}

export function requestBegins(): void {
  requestCount += 1
}

export function requestEnds(): void {
  requestCount -= 1
  noteLife()
}

/** The user does something. Pages still filling when he does it go on opening: a quick finger costs nothing. */
log.trigger.begin = (act: string) => {
  if (requestCount === 0 && performance.now() - lastLifeAt > QUIET_MS) log.settledCount += 1
  log.action = act
}
