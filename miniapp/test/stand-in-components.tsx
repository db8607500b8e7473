/** The framework's components as plain elements: what a test sees is what a screen reader would be told. */
import { createElement, useEffect, useRef, type ChangeEvent, type ReactNode, type RefObject } from 'react'

interface Props {
  readonly children?: ReactNode
  readonly [name: string]: unknown
}

const NOT_FOR_THE_PAGE = [
  'hoverClass', 'openType', 'onGetPhoneNumber', 'placeholderClass', 'showConfirmBar', 'adjustPosition', 'cursorSpacing', 'disableScroll', 'lazyLoad',
  'confirmType', 'onConfirm', 'maxlength', 'focus', 'catchMove', 'mode', 'onInput',
]

function plain(props: Props): Record<string, unknown> {
  const kept = Object.entries(props).filter(([name]) => !NOT_FOR_THE_PAGE.includes(name))
  return Object.fromEntries(kept.map(([name, value]) => [ATTRIBUTES[name] ?? name, value]))
}

const ATTRIBUTES: Readonly<Record<string, string>> = {
  ariaRole: 'role', ariaLabel: 'aria-label', ariaChecked: 'aria-checked', ariaDisabled: 'aria-disabled', ariaHidden: 'aria-hidden',
  ariaLive: 'aria-live', tabindex: 'tabIndex',
}

export const View = (props: Props) => createElement('div', plain(props))
export const Text = (props: Props) => createElement('span', plain(props))
export const ScrollView = (props: Props) => createElement('div', plain(props))
export const Canvas = (props: Props) => createElement('canvas', plain(props))
export const Image = (props: Props) => createElement('img', plain(props))

export function Button(props: Props) {
  const { onGetPhoneNumber } = props as { onGetPhoneNumber?: (event: { detail: { code?: string } }) => void }
  // WeChat answers a tap on such a button with a code for the number.
  const press = onGetPhoneNumber === undefined ? {} : { onClick: () => onGetPhoneNumber({ detail: { code: 'code-of-this-phone' } }) }
  return createElement('button', { ...plain(props), ...press })
}

export const Input = (props: Props) => createElement('input', { ...plain(props), ...typing(props), ref: useFocus<HTMLInputElement>(props) })
export const Textarea = (props: Props) => createElement('textarea', { ...plain(props), ...typing(props), ref: useFocus<HTMLTextAreaElement>(props) })

// WeChat takes the pen there whenever it becomes true, however long the box has stood.
function useFocus<Box extends HTMLElement>({ focus }: Props): RefObject<Box> {
  const box = useRef<Box>(null)
  useEffect(() => {
    if (focus === true) box.current?.focus()
  }, [focus])
  return box
}

function typing({ onInput }: Props): Record<string, unknown> {
  const tell = onInput as ((event: { detail: { value: string } }) => void) | undefined
  return { onChange: (event: ChangeEvent<HTMLInputElement>) => tell?.({ detail: { value: event.target.value } }) }
}
