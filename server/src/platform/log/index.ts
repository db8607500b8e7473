export { createLog, silentLog, type Log } from './log'
export { nestLog } from './nest-log'
export { causeOf } from './cause-of'
