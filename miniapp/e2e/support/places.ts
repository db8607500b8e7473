import path from 'node:path'

const MINIAPP_DIR = path.join(__dirname, '..', '..')
const OUT_DIR = path.join(__dirname, '..', 'out')

/** What `build:weapp` wrote. */
export const WEAPP_DIST_DIR = process.env.E2E_WEAPP_DIST ?? path.join(MINIAPP_DIR, 'dist', 'weapp')
/** The WeChat build made into a site. */
export const WEAPP_SITE_DIR = path.join(OUT_DIR, 'weapp-site')
export const SCREENSHOT_DIR = process.env.E2E_SCREENSHOTS ?? path.join(OUT_DIR, 'screenshots')
