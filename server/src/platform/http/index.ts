export { CurrentViewer, routeOf } from './request'
export { problemOf, type Fault } from './problem'
export type { Access } from './access'
export type { SessionReader } from './session-guard'
