import { isDark } from '../app-config'
import { log } from '../runner-log'
import { asyncApi } from './async-api'

export interface LaunchOptions {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly scene: number
}

export function systemApis(launch: LaunchOptions) {
  return {
    getSystemInfoSync: all,
    getSystemInfo: asyncApi('getSystemInfo', all),
    getSystemInfoAsync: asyncApi('getSystemInfoAsync', all),
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemSetting: () => ({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' }),
    getAppAuthorizeSetting: () => ({ microphoneAuthorized: 'authorized', cameraAuthorized: 'authorized', notificationAuthorized: 'authorized' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getMenuButtonBoundingClientRect: () =>
      ({ width: 87, height: 32, top: 6, left: innerWidth - 97, right: innerWidth - 10, bottom: 38 }),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getLogManager: quietLog,
    getRealtimeLogManager: quietLog,
    reportEvent: () => undefined,
    reportPerformance: () => undefined,
    nextTick: (run: () => void) => setTimeout(run),
    setKeepScreenOn: asyncApi('setKeepScreenOn', () => undefined),
    vibrateShort: asyncApi('vibrateShort', () => undefined),
    vibrateLong: asyncApi('vibrateLong', () => undefined),
    hideKeyboard: asyncApi('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  }
}

const BASE_LIBRARY = '3.5.8'

const windowInfo = () => ({
  pixelRatio: devicePixelRatio,
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  screenTop: 0,
  statusBarHeight: 0,
  safeArea: { top: 0, left: 0, right: innerWidth, bottom: innerHeight, width: innerWidth, height: innerHeight },
})

const deviceInfo = () => ({
  brand: 'chromium', model: 'runner', system: 'Android 7.0', platform: 'android', benchmarkLevel: 10, abi: 'arm64-v8a',
})

const appBaseInfo = () => ({
  SDKVersion: BASE_LIBRARY,
  version: '8.0.50',
  language: 'zh_CN',
  enableDebug: false,
  theme: isDark() ? 'dark' : 'light',
  fontSizeSetting: log.fontSizeSetting,
  fontSizeScaleFactor: log.fontSizeSetting / 17,
  host: { env: 'WeChat', version: 0 },
})

const all = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo() })

const quietLog = () => ({
  log: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  debug: () => undefined,
  error: () => undefined,
})
