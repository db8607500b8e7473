export * from './cells'
export * from './fault'
export * from './read-table'
export * from './sheet'
