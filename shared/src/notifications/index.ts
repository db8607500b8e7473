export * from './notice'
export * from './wire'
