export * from './policy'
