export * from './sub-district-word'
export * from './unit'
export * from './wire'
