export * from './duty'
export * from './set-duty'
