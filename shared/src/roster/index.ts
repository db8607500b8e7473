export * from './duty'
