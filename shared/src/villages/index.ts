export * from './unit'
export * from './wire'
