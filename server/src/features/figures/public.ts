export { drawCallback } from './draw-callback'
