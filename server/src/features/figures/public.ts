export { drawCallback } from './draw-callback'
export { forgetSaidWhenCalled } from './forget-said'
