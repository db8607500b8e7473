/** The parts of app.json and of a page's json that the runner understands. */
export interface WindowConfig {
  readonly navigationBarTitleText?: string
  readonly navigationBarBackgroundColor?: string
  readonly navigationBarTextStyle?: 'black' | 'white'
  readonly navigationStyle?: 'default' | 'custom'
  readonly backgroundColor?: string
  readonly enablePullDownRefresh?: boolean
  /** px from the bottom; 50 unless said. */
  readonly onReachBottomDistance?: number
  readonly disableScroll?: boolean
  readonly usingComponents?: Readonly<Record<string, string>>
}

export interface TabConfig {
  readonly pagePath: string
  readonly text: string
  readonly iconPath?: string
  readonly selectedIconPath?: string
}

export interface AppConfig {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly window?: WindowConfig
  readonly tabBar?: {
    readonly list: readonly TabConfig[]
    readonly color?: string
    readonly selectedColor?: string
    readonly backgroundColor?: string
  }
  readonly themeLocation?: string
}

const { files } = window.__bundle

export const isDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches

export const appConfig = (): AppConfig => readJson('app.json') as AppConfig

export function pageConfig(path: string): WindowConfig {
  return { ...appConfig().window, ...(readJson(`${path}.json`) as WindowConfig) }
}

export function isTabPage(path: string): boolean {
  return (appConfig().tabBar?.list ?? []).some((tab) => tab.pagePath === path)
}

export function isKnownPage(path: string): boolean {
  const { pages, subPackages = [] } = appConfig()
  return [...pages, ...subPackages.flatMap((pack) => pack.pages.map((page) => `${pack.root}/${page}`))].includes(path)
}

/** The subpackage a file belongs to; undefined for the main package. */
export function subPackageOf(path: string): string | undefined {
  return (appConfig().subPackages ?? []).map((pack) => `${pack.root}/`).find((root) => path.startsWith(root))
}

/** Reads a json of the package, `@name` replaced by the theme's value, as WeChat does with `themeLocation`. */
function readJson(name: string): unknown {
  const text = files[name]
  if (text === undefined) return {}
  const theme = themeValues()
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith('@')) return value
    return theme[value.slice(1)] ?? value
  })
}

function themeValues(): Readonly<Record<string, string>> {
  const { themeLocation } = JSON.parse(files['app.json'] ?? '{}') as AppConfig
  const text = themeLocation === undefined ? undefined : files[themeLocation]
  if (text === undefined) return {}
  const themes = JSON.parse(text) as Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>
  return themes[isDark() ? 'dark' : 'light']
}
