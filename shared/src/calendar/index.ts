export * from './facts'
export * from './national-years'
export * from './wire'
export * from './work-calendar'
