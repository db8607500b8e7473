/** Finds things as a person does: by the words on them or the words a screen reader says. Runs inside the page. */
export interface Wanted {
  readonly name: string
  /** Among several prefer what can be pressed: a button over a heading of the same words. */
  readonly isPressed?: boolean
  /** Only the nearest to this text, as in "the 打电话 beside 王书记". */
  readonly beside?: string
}

/** The visible elements that carry the name; innermost ones, in reading order. */
export function findOnScreen({ name, isPressed, beside }: Wanted): Element[] {
  const squeeze = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()
  const isVisible = (element: Element): boolean => {
    const box = element.getBoundingClientRect()
    const isDrawn = element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    return isDrawn && box.width > 0 && box.height > 0
  }
  const innermost = (found: readonly Element[]): Element[] =>
    found.filter((element) => !found.some((other) => other !== element && element.contains(other)))
  const all = [...document.body.querySelectorAll('*')].filter((element) => !/^(SCRIPT|STYLE|NOSCRIPT)$/.test(element.tagName))

  const byLabel = (wanted: string): Element[] =>
    all.filter((element) => squeeze(element.getAttribute('aria-label')) === wanted && isVisible(element))
  const byText = (wanted: string): Element[] =>
    all.filter((element) => squeeze((element as HTMLElement).innerText) === wanted && isVisible(element))
  const byPlaceholder = (wanted: string): Element[] =>
    all.filter((element) => squeeze(element.getAttribute('placeholder')) === wanted && isVisible(element))
  const named = (wanted: string): Element[] => {
    const found = [byLabel, byText, byPlaceholder].map((find) => find(wanted)).find((list) => list.length > 0)
    return innermost(found ?? [])
  }

  const roles = ['button', 'tab', 'radio', 'checkbox', 'switch', 'option', 'link'].map((role) => `[role=${role}]`)
  const pressable = ['button', 'a', 'label', 'wx-button', 'taro-button-core', ...roles].join()
  const carriers = named(squeeze(name))
  const buttons = isPressed === true ? carriers.filter((element) => element.closest(pressable) !== null) : []
  const found = buttons.length > 0 ? buttons : carriers
  if (beside === undefined) return found
  const says = (element: Element): boolean => squeeze((element as HTMLElement).innerText).includes(squeeze(beside))
  const anchors = innermost(all.filter((element) => says(element) && isVisible(element)))
  const near = anchors.flatMap((anchor) => {
    let around: Element | null = anchor
    while (around && !found.some((element) => around?.contains(element))) around = around.parentElement
    return found.filter((element) => around?.contains(element))
  })
  return found.filter((element) => near.includes(element))
}

/** The field that belongs to a found label: itself, inside it, or the only one in the nearest box around it. */
export function fieldOf(element: Element): Element | null {
  const selector = 'input, textarea'
  if (element.matches(selector)) return element
  for (let around: Element | null = element; around; around = around.parentElement) {
    const fields = around.querySelectorAll(selector)
    if (fields.length === 1) return fields[0] ?? null
    if (fields.length > 1) return null
  }
  return null
}

/** All words a person can read now, and what stands in the fields. */
export function readScreen(): string {
  const values = [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
    .filter((field) => field.checkVisibility() && !/^(password|file|checkbox|radio)$/.test(field.type))
    .map((field) => field.value)
    .filter((value) => value !== '')
  return [document.body.innerText, ...values].join('\n')
}
