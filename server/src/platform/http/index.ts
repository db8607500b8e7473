export { CurrentViewer, routeOf, tokenOf, type Act } from './request'
export { problemOf, RefusalWithMore, type Fault } from './problem'
export type { Access } from './access'
export { SESSION_READER, type Caller, type SessionReader } from './session-guard'
