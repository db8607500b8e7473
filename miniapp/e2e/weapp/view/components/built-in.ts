import type * as glassEasel from 'glass-easel'

/** What a built-in component sees of itself. */
export interface Host {
  readonly element: HTMLElement
  /** Property values by camel-case name. */
  readonly data: Readonly<Record<string, unknown>>
  /** Reports to the app, as `bindchange` and its like; does not bubble. */
  report(event: string, detail?: unknown): void
  onTap(handle: () => void): void
}

export interface BuiltIn {
  readonly tag: `wx-${string}`
  /** Camel-case names of the properties that mean something here; all others are taken and ignored. */
  readonly properties: readonly string[]
  /** Once, when the component stands on the screen; returns what to do after each change of a property. */
  readonly attach: (host: Host) => (() => void) | void
}

/** The framework's side of a component, as far as it is used here. */
interface FrameworkComponent {
  readonly $$: HTMLElement
  readonly data: Readonly<Record<string, unknown>>
  triggerEvent(name: string, detail: unknown): void
  addListener(name: string, handle: () => void): void
}

// aria-* reach the element as attributes; glass-easel knows them only as properties of a component.
const ariaProperties = ['Label', 'Checked', 'Disabled', 'Hidden', 'Live', 'Expanded', 'Selected', 'Describedby', 'Valuenow']

export function registerBuiltIn(
  space: glassEasel.ComponentSpace,
  builtIn: BuiltIn,
): glassEasel.GeneralComponentDefinition {
  const names = [...builtIn.properties, 'role', ...ariaProperties.map((name) => `aria${name}`)]
  const changes = new WeakMap<object, () => void>()
  const definition = {
    properties: Object.fromEntries(names.map((name) => [name, { type: null, value: undefined }])),
    observers: [
      {
        fields: '**',
        observer(this: FrameworkComponent) {
          changes.get(this)?.()
        },
      },
    ],
    lifetimes: {
      attached(this: FrameworkComponent) {
        const host = hostOf(this)
        const changed = builtIn.attach(host)
        const update = (): void => {
          writeAria(host)
          changed?.()
        }
        changes.set(this, update)
        update()
      },
    },
  }
  return space.define(`wx/${builtIn.tag}`).definition(definition as never).registerComponent() as never
}

function hostOf(component: FrameworkComponent): Host {
  return {
    element: component.$$,
    // Read anew each time: the framework replaces the object.
    get data() {
      return component.data
    },
    report: (event, detail = {}) => component.triggerEvent(event, detail),
    onTap: (handle) => component.addListener('tap', handle),
  }
}

/** True for `true`, "true" and "" (an attribute without a value), as templates write it. */
export const isOn = (value: unknown): boolean => value === true || value === 'true' || value === ''

export const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

export function reflect({ data, element }: Host, names: readonly string[]): void {
  for (const name of names) {
    const value = data[name]
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    if (value === undefined || value === null || value === false || value === 'false') element.removeAttribute(attribute)
    else element.setAttribute(attribute, value === true ? '' : String(value))
  }
}

function writeAria({ data, element }: Host): void {
  if (textOf(data.role) !== '') element.setAttribute('role', textOf(data.role))
  for (const name of ariaProperties) {
    const value = textOf(data[`aria${name}`])
    if (value !== '') element.setAttribute(`aria-${name.toLowerCase()}`, value)
  }
}
