import { type BuiltIn, type Host, isOn, textOf } from './built-in'
import { onFormReset, onFormSubmit } from './form'

const keyboards: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

export const input: BuiltIn = textField('input')
export const textarea: BuiltIn = textField('textarea')

function textField(kind: 'input' | 'textarea'): BuiltIn {
  return {
    tag: `wx-${kind}`,
    properties: [
      'value', 'type', 'password', 'placeholder', 'disabled', 'maxlength', 'focus', 'confirmType', 'autoHeight', 'name',
      'placeholderStyle', 'placeholderClass', 'cursorSpacing', 'autoFocus',
    ],
    attach(host) {
      const field = host.element.appendChild(document.createElement(kind))
      report(host, field)
      onFormSubmit(host.element, () => ({ [textOf(host.data.name)]: field.value }))
      onFormReset(host.element, () => (field.value = ''))
      return () => update(host, field)
    },
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement

function report(host: Host, field: Field): void {
  const value = (): { readonly value: string } => ({ value: field.value })
  field.addEventListener('input', (event) => {
    event.stopPropagation()
    host.report('input', { ...value(), cursor: field.selectionStart ?? field.value.length, keyCode: 0 })
  })
  field.addEventListener('focus', () => host.report('focus', { ...value(), height: 0 }))
  field.addEventListener('blur', () => host.report('blur', { ...value(), cursor: 0 }))
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Enter' && field instanceof HTMLInputElement) host.report('confirm', value())
  })
}

function update({ data, element }: Host, field: Field): void {
  const value = textOf(data.value)
  if (field.value !== value) field.value = value
  field.placeholder = textOf(data.placeholder)
  field.disabled = isOn(data.disabled)
  // 140 is WeChat's silent limit where the app sets none; -1 lifts it.
  const longest = data.maxlength === undefined || data.maxlength === null ? 140 : Number(data.maxlength)
  if (longest >= 0) field.maxLength = longest
  else field.removeAttribute('maxlength')
  const label = element.getAttribute('aria-label')
  if (label !== null) field.setAttribute('aria-label', label)
  if (field instanceof HTMLInputElement) {
    field.type = isOn(data.password) ? 'password' : 'text'
    field.inputMode = keyboards[textOf(data.type)] ?? 'text'
  } else if (isOn(data.autoHeight)) {
    element.style.height = 'auto'
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
  }
  if (isOn(data.focus) && document.activeElement !== field) setTimeout(() => field.focus())
}
