export * from './book-ops'
export * from './book-oracle'
export * from './samples'
