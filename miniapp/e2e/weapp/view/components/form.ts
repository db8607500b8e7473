import { type BuiltIn, type Host, isOn, textOf } from './built-in'

type Values = Readonly<Record<string, unknown>>

const collectors = new WeakMap<Element, () => Values>()
const resetters = new WeakMap<Element, () => void>()
const forms = new WeakMap<Element, Host>()

/** A field with a name tells the form its value through this. */
export function onFormSubmit(element: Element, values: () => Values): void {
  collectors.set(element, values)
}

export function onFormReset(element: Element, reset: () => void): void {
  resetters.set(element, reset)
}

/** What a button with `form-type` does. */
export function submitForm(button: Element, type: 'submit' | 'reset'): void {
  const element = button.closest('wx-form')
  const form = element ? forms.get(element) : undefined
  if (!element || !form) return
  const fields = [...element.querySelectorAll('*')]
  if (type === 'reset') {
    fields.forEach((field) => resetters.get(field)?.())
    form.report('reset')
    return
  }
  const value: Record<string, unknown> = Object.assign({}, ...fields.map((field) => collectors.get(field)?.() ?? {}))
  delete value['']
  form.report('submit', { value })
}

export const form: BuiltIn = {
  tag: 'wx-form',
  properties: [],
  attach(host) {
    forms.set(host.element, host)
  },
}

/** `<label>`: a tap beside the field is a tap on it. */
export const label: BuiltIn = {
  tag: 'wx-label',
  properties: ['for'],
  attach(host) {
    host.element.addEventListener('click', (event) => {
      const id = textOf(host.data.for)
      const field = id === '' ? host.element.querySelector('wx-radio, wx-checkbox, wx-switch') : document.getElementById(id)
      if (!field || field.contains(event.target as Node)) return
      choices.get(field)?.()
    })
  },
}

const choices = new WeakMap<Element, () => void>()

export const radioGroup: BuiltIn = group('wx-radio-group', 'wx-radio', (values) => values[0] ?? '')
export const checkboxGroup: BuiltIn = group('wx-checkbox-group', 'wx-checkbox', (values) => values)
export const radio: BuiltIn = choice('wx-radio')
export const checkbox: BuiltIn = choice('wx-checkbox')

function group(tag: BuiltIn['tag'], member: string, valueOf: (values: readonly string[]) => unknown): BuiltIn {
  return {
    tag,
    properties: ['name'],
    attach(host) {
      const value = (): unknown => {
        const chosen = [...host.element.querySelectorAll(`${member}[aria-checked=true]`)]
        return valueOf(chosen.map((element) => element.getAttribute('data-value') ?? ''))
      }
      host.element.addEventListener('mp-choice', () => host.report('change', { value: value() }))
      onFormSubmit(host.element, () => ({ [textOf(host.data.name)]: value() }))
    },
  }
}

function choice(tag: 'wx-radio' | 'wx-checkbox'): BuiltIn {
  const isRadio = tag === 'wx-radio'
  return {
    tag,
    properties: ['value', 'checked', 'disabled', 'color'],
    attach(host) {
      const { element } = host
      element.setAttribute('role', isRadio ? 'radio' : 'checkbox')
      const choose = (): void => {
        const isChecked = element.getAttribute('aria-checked') === 'true'
        if (isOn(host.data.disabled) || (isRadio && isChecked)) return
        if (isRadio) {
          const rivals = element.closest('wx-radio-group')?.querySelectorAll(tag) ?? []
          for (const rival of rivals) rival.setAttribute('aria-checked', 'false')
        }
        element.setAttribute('aria-checked', String(!isChecked))
        element.dispatchEvent(new CustomEvent('mp-choice', { bubbles: true }))
      }
      choices.set(element, choose)
      host.onTap(choose)
      return () => {
        element.setAttribute('data-value', textOf(host.data.value))
        element.setAttribute('aria-checked', String(isOn(host.data.checked)))
      }
    },
  }
}
