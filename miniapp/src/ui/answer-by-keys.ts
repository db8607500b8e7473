/**
 * The framework's question knows no keyboard: Enter says yes, Escape says no. A key that is held down from before
 * answers nothing, and neither does one while the question is out of sight: whoever goes to another page leaves it
 * open.
 * @returns to be called once it is answered
 */
export function answerByKeys(): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined
  const onKeyDown = (event: KeyboardEvent) => {
    const answer = ANSWERS[event.key]
    const question = document.querySelector<HTMLElement>('.taro__modal')
    if (answer === undefined || question === null || !isInSight(question)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!event.repeat) question.querySelector<HTMLElement>(answer)?.click()
  }
  document.addEventListener('keydown', onKeyDown, true)
  return () => document.removeEventListener('keydown', onKeyDown, true)
}

const ANSWERS: Readonly<Record<string, string>> = { Enter: '.taro-model__confirm', Escape: '.taro-model__cancel' }

function isInSight({ style }: HTMLElement): boolean {
  return style.display !== 'none' && style.opacity !== '0'
}
