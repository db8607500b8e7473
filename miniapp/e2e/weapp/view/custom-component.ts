import { pageConfig } from './app-config'
import { space } from './component-space'
import { currentModule, loadModule, resolvePath } from './module-loader'
import { type FrameworkEvent, plainEvent } from './plain-event'
import { measureSetData, type SetData } from './set-data'

type Definition = Readonly<Record<string, unknown>>

const loaded = new Set<string>()

/** The app's global Component(). */
export function defineComponent(definition: Definition): void {
  const path = currentModule()
  const methods = (definition.methods ?? {}) as Readonly<Record<string, (...args: unknown[]) => unknown>>
  const { attached } = { ...(definition.lifetimes as object | undefined), ...definition } as { attached?: () => void }
  const listening = Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [
      name,
      function (this: unknown, ...args: unknown[]) {
        const [event] = args as [FrameworkEvent | undefined]
        return method.apply(this, event?.currentTarget ? [plainEvent(event)] : args)
      },
    ]),
  )
  const { data, properties, options, observers } = definition as Record<string, object | undefined>
  const { styleIsolation: _, ...plainOptions } = (options ?? {}) as { styleIsolation?: string }
  const lifetimes = {
    ...(definition.lifetimes as object | undefined),
    attached(this: { setData: SetData }) {
      this.setData = measureSetData(path, this.setData.bind(this))
      attached?.call(this)
    },
  }
  space.componentEnv(path, ({ Component }) =>
    Component({ data, properties, observers, options: plainOptions, methods: listening, lifetimes } as never),
  )
}

/** Loads what a page or component names in `usingComponents`, deepest first. */
export function loadComponents(path: string): void {
  for (const request of Object.values(pageConfig(path).usingComponents ?? {})) {
    const component = resolvePath(path, request)
    // A component may use itself, as Taro's recursive one does.
    if (component === path || loaded.has(component)) continue
    loaded.add(component)
    loadComponents(component)
    loadModule(component)
  }
}
