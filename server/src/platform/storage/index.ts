export type { ByteRange, FileStore, OpenFile } from './file-store'
export { DiskFileStore } from './disk-file-store'
