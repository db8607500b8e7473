export * from './alike'
export * from './near'
export * from './marks'
