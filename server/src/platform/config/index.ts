export { loadConfig, type Config } from './config'
export { ConfigError } from './config-error'
export { isRealAppId } from './wechat-settings'
export { programVersion } from './workspace-root'
