import { pageConfig, isTabPage, type WindowConfig } from './app-config'
import { backend, space } from './component-space'
import { loadComponents } from './custom-component'
import { currentModule, loadModule, openSubPackageOf } from './module-loader'
import { type FrameworkEvent, plainEvent } from './plain-event'
import { measureSetData, type SetData } from './set-data'

/** A page's own object as the app knows it: life-cycle methods, data, setData. */
export interface PageInstance {
  readonly route: string
  readonly options: Query
  setData: SetData
  onLoad?(query: Query): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onPullDownRefresh?(): void
  onReachBottom?(): void
  onPageScroll?(at: { readonly scrollTop: number }): void
  onTabItemTap?(tab: { readonly index: number; readonly pagePath: string; readonly text: string }): void
  onShareAppMessage?(from: { readonly from: 'menu' | 'button'; readonly target?: unknown }): unknown
  [name: string]: unknown
}

export type Query = Readonly<Record<string, string>>
type Definition = Readonly<Record<string, unknown>>

/** A page on the stack: what the app sees and what stands on the screen. */
export interface OpenPage {
  readonly path: string
  readonly instance: PageInstance
  readonly config: WindowConfig
  readonly holder: HTMLElement
  /** Style elements that this page brought along; in WeChat no page sees another's. */
  readonly styles: readonly HTMLStyleElement[]
  release(): void
  scrollTop: number
  isShown: boolean
}

const definitions = new Map<string, Definition>()
const registered = new Set<string>()
const instances = new WeakMap<object, PageInstance>()
let count = 0

/** The app's global Page(). */
export function definePage(definition: Definition): void {
  definitions.set(currentModule(), definition)
}

/** Builds a page and puts it on the screen; the caller runs its life cycle. */
export function createPage(path: string, query: Query): OpenPage {
  openSubPackageOf(path)
  loadComponents(path)
  loadModule(path)
  const definition = definitions.get(path)
  if (!definition) throw new Error(`${path}.js did not call Page()`)
  registerWithFramework(path, definition)

  const stylesBefore = new Set(document.head.querySelectorAll('style'))
  const root = backend.createRoot('page', space, `/${path}`)
  const caller = root.get() as unknown as { readonly data: object; setData(data: object): void }
  const instance = Object.assign({}, definition, {
    route: path,
    __route__: path,
    options: query,
    getPageId: ((id: number) => () => `pageId:${id}`)(++count),
    setData: measureSetData(path, (data) => caller.setData(data)),
  }) as PageInstance
  Object.defineProperty(instance, 'data', { get: () => caller.data })
  instances.set(caller, instance)

  const holder = document.createElement('div')
  holder.className = 'mp-page'
  holder.dataset.route = path
  if (isTabPage(path)) holder.dataset.tab = ''
  const placeholder = holder.appendChild(document.createElement('div'))
  document.getElementById('mp-pages')?.append(holder)
  root.attach(holder as never, placeholder as never)
  const styles = [...document.head.querySelectorAll('style')].filter((style) => !stylesBefore.has(style))
  const release = (): void => {
    root.release()
    holder.remove()
    styles.forEach((style) => style.remove())
  }
  return { path, instance, config: pageConfig(path), holder, styles, release, scrollTop: 0, isShown: false }
}

function registerWithFramework(path: string, definition: Definition): void {
  if (registered.has(path)) return
  registered.add(path)
  const names = Object.keys(definition).filter((name) => typeof definition[name] === 'function')
  const methods = Object.fromEntries(
    names.map((name) => [
      name,
      function (this: object, event: FrameworkEvent) {
        const instance = instances.get(this)
        return (instance?.[name] as (event: unknown) => unknown).call(instance, plainEvent(event))
      },
    ]),
  )
  space.componentEnv(path, ({ Component }) => Component({ data: { ...(definition.data as object) }, methods } as never))
}
