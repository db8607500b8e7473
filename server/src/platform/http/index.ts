export { CurrentViewer, routeOf, tokenOf } from './request'
export { problemOf, type Fault } from './problem'
export type { Access } from './access'
export { SESSION_READER, type SessionReader } from './session-guard'
