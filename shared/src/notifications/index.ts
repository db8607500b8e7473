export * from './notice'
export * from './template-key'
export * from './wire'
