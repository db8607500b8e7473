export interface AriaFacts {
  readonly label?: string
  readonly role?: 'button' | 'checkbox' | 'radio' | 'radiogroup' | 'img' | 'alert' | 'dialog' | 'tab' | 'progressbar' | 'heading' | 'list' | 'listitem'
  readonly isChecked?: boolean
  readonly isDisabled?: boolean
  readonly isHidden?: boolean
  /** In browsers only; in WeChat the label says it. */
  readonly isExpanded?: boolean
  /** In browsers only: what lies beneath is not to be read. */
  readonly isModal?: boolean
  readonly live?: 'polite' | 'assertive'
}

/**
 * The same facts for both screen readers. WeChat reads `aria-role`, browsers `role`; a browser also needs `tabindex` to
 * let a keyboard reach what is pressed.
 */
export function aria(facts: AriaFacts): Readonly<Record<string, string>> {
  const isWeb = process.env.TARO_ENV === 'h5'
  const isPressed = facts.role === 'button' || facts.role === 'checkbox' || facts.role === 'radio' || facts.role === 'tab'
  return {
    ...(facts.label === undefined ? {} : { ariaLabel: facts.label }),
    ...(facts.role === undefined ? {} : isWeb ? { role: facts.role } : { ariaRole: facts.role }),
    ...(facts.isChecked === undefined ? {} : { ariaChecked: String(facts.isChecked) }),
    ...(facts.isDisabled === undefined ? {} : { ariaDisabled: String(facts.isDisabled) }),
    ...(facts.isHidden === undefined ? {} : { ariaHidden: String(facts.isHidden) }),
    ...(isWeb && facts.isExpanded !== undefined ? { ariaExpanded: String(facts.isExpanded) } : {}),
    ...(isWeb && facts.isModal === true ? { ariaModal: 'true' } : {}),
    ...(facts.live === undefined ? {} : { ariaLive: facts.live }),
    ...(isWeb && isPressed ? { tabindex: facts.isDisabled === true ? '-1' : '0' } : {}),
  }
}

/**
 * What one is to write. The browser build draws the field inside a tag of its own; a screen reader reads the field, so
 * the label goes in there.
 */
export function fieldAria(label: string): Readonly<Record<string, unknown>> {
  return process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': label } } : aria({ label })
}
