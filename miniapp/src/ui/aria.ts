export interface AriaFacts {
  readonly label?: string
  readonly role?: 'button' | 'checkbox' | 'radio' | 'radiogroup' | 'img' | 'alert' | 'dialog' | 'tab' | 'progressbar' | 'heading' | 'list' | 'listitem'
  readonly isChecked?: boolean
  readonly isDisabled?: boolean
  readonly isHidden?: boolean
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
    ...(facts.live === undefined ? {} : { ariaLive: facts.live }),
    ...(isWeb && isPressed ? { tabindex: facts.isDisabled === true ? '-1' : '0' } : {}),
  }
}
