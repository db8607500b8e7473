export * from './file-kind'
export * from './limits'
export * from './stored-file'
export * from './wire'
