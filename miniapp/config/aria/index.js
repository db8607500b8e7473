const path = require('node:path')
const { ariaAttributes } = require('./attributes')

/**
 * Taro writes only known attributes into the WeChat templates and drops aria-* without a word. This adds them to the
 * templates (build time) and to the runtime's table of component attributes (the same list, so the short keys agree).
 */
module.exports = function aria(ctx) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      const isMiniProgram = Boolean(platform.template)
      if (!isMiniProgram) return
      platform.template.mergeComponents(ctx, ariaAttributes)
      const runtimes = Array.isArray(platform.runtimePath) ? platform.runtimePath : [platform.runtimePath]
      platform.runtimePath = [...runtimes, path.join(__dirname, 'runtime.js')]
    },
  })
}
