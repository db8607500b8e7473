/**
 * Loaded into a server before anything else (NODE_OPTIONS): its machine's clock is wrong by CLOCK_AHEAD_MS and goes on
 * from there. A story of the roster needs a working day with a calendar, whatever the day it is told on.
 */
const aheadMs = Number(process.env.CLOCK_AHEAD_MS)
const TrueDate = Date
const now = () => TrueDate.now() + aheadMs

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new TrueDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
})
