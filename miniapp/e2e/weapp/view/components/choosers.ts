import { choose, type ChooserMode } from '../chooser'
import { type BuiltIn, isOn, textOf } from './built-in'
import { onFormSubmit } from './form'

export const picker: BuiltIn = {
  tag: 'wx-picker',
  properties: ['mode', 'range', 'rangeKey', 'value', 'disabled', 'start', 'end', 'fields', 'headerText', 'name'],
  attach(host) {
    host.onTap(() => {
      if (isOn(host.data.disabled)) return
      const { range, rangeKey, mode, value } = host.data
      const label = (entry: unknown): string =>
        textOf(rangeKey) === '' ? textOf(entry) : textOf((entry as Record<string, unknown>)[textOf(rangeKey)])
      void choose({
        mode: (textOf(mode) || 'selector') as ChooserMode,
        words: ((range ?? []) as readonly unknown[]).map(label),
        value: textOf(value),
      }).then((chosen) => (chosen === null ? host.report('cancel') : host.report('change', { value: chosen })))
    })
    onFormSubmit(host.element, () => ({ [textOf(host.data.name)]: host.data.value }))
  },
}

export const switchButton: BuiltIn = {
  tag: 'wx-switch',
  properties: ['checked', 'disabled', 'type', 'color', 'name'],
  attach(host) {
    const { element } = host
    element.setAttribute('role', 'switch')
    const isChecked = (): boolean => element.getAttribute('aria-checked') === 'true'
    host.onTap(() => {
      if (isOn(host.data.disabled)) return
      element.setAttribute('aria-checked', String(!isChecked()))
      host.report('change', { value: isChecked() })
    })
    onFormSubmit(element, () => ({ [textOf(host.data.name)]: isChecked() }))
    return () => element.setAttribute('aria-checked', String(isOn(host.data.checked)))
  },
}
