export * from './notice'
export * from './notice-data'
export * from './template-key'
export * from './wire'
