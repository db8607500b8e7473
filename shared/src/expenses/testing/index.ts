export * from './any-village'
export * from './naive-signing'
export * from './naive-walk'
export * from './samples'
