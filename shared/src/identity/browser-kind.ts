/** In the order asked: most browsers also call themselves Chrome or Safari, and Android also Linux. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, '微信'],
  [/\bEdgA?\//, 'Edge'],
  [/\bQQBrowser\//, 'QQ 浏览器'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙手机'],
  [/Android/, '安卓手机'],
  [/iPhone|iPad/, '苹果手机'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh|Mac OS X/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
]

/**
 * "Windows 电脑，Chrome": as much as somebody needs to tell his own desk from a stranger's. What the browser sent is
 * not kept; it may say what it likes, so this is a hint and no proof.
 */
export function browserKindOf(userAgent: string | undefined): string {
  const system = SYSTEMS.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? '没认出来的电脑'
  const browser = BROWSERS.find(([sign]) => sign.test(userAgent ?? ''))?.[1]
  return browser === undefined ? system : `${system}，${browser}`
}
