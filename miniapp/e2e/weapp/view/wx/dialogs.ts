import { asyncApi } from './async-api'
import { WxFailure } from './wx-failure'

interface ToastOptions {
  readonly title: string
  /** ms */
  readonly duration?: number
}

interface ModalOptions {
  readonly title?: string
  readonly content?: string
  readonly showCancel?: boolean
  readonly confirmText?: string
  readonly cancelText?: string
  readonly editable?: boolean
  readonly placeholderText?: string
}

/** WeChat cuts button words of a modal beyond this. */
const LONGEST_BUTTON_WORD = 4

let toast: HTMLElement | undefined

export const dialogApis = {
  showToast: asyncApi<ToastOptions>('showToast', ({ title, duration = 1500 }) => showToast(title, duration)),
  hideToast: asyncApi('hideToast', hideToast),
  showLoading: asyncApi<ToastOptions>('showLoading', ({ title }) => showToast(title, undefined)),
  hideLoading: asyncApi('hideLoading', hideToast),

  showModal: asyncApi<ModalOptions>('showModal', (options) => {
    const { title = '', content = '', showCancel = true, confirmText = '确定', cancelText = '取消' } = options
    for (const word of [confirmText, cancelText]) {
      if (word.length > LONGEST_BUTTON_WORD) throw new WxFailure(`a button takes ${LONGEST_BUTTON_WORD} characters: ${word}`)
    }
    const field = options.editable === true ? element('input') : null
    if (field) Object.assign(field, { value: content, placeholder: options.placeholderText ?? '' })
    const body = [element('strong', title), field ?? element('p', content)]
    return show('centre', body, (finish) => [
      ...(showCancel ? [button(cancelText, () => finish({ confirm: false, cancel: true, content: null }))] : []),
      button(confirmText, () => finish({ confirm: true, cancel: false, content: field?.value ?? null })),
    ])
  }),

  showActionSheet: asyncApi<{ itemList: readonly string[] }>('showActionSheet', async ({ itemList }) => {
    if (itemList.length > 6) throw new WxFailure('parameter error: itemList should not be large than 6')
    const chosen = await show('sheet', [], (finish) => [
      ...itemList.map((word, tapIndex) => button(word, () => finish({ tapIndex }))),
      button('取消', () => finish({ tapIndex: -1 })),
    ])
    if (chosen.tapIndex === -1) throw new WxFailure('cancel')
    return chosen
  }),
}

function showToast(title: string, durationMs: number | undefined): void {
  hideToast()
  const shown = element('div', title)
  shown.className = 'mp-toast'
  shown.setAttribute('role', 'status')
  toast = shown
  layer().append(shown)
  if (durationMs !== undefined) setTimeout(() => shown.remove(), durationMs)
}

function hideToast(): void {
  toast?.remove()
  toast = undefined
}

type Answer = Readonly<Record<string, unknown>>

function show(place: 'centre' | 'sheet', body: readonly Node[], buttons: (finish: (answer: Answer) => void) => readonly Node[]) {
  return new Promise<Answer>((resolve) => {
    const dialog = element('div')
    dialog.className = `mp-dialog ${place}`
    dialog.setAttribute('role', 'dialog')
    const finish = (answer: Answer): void => {
      dialog.remove()
      resolve(answer)
    }
    dialog.append(...body, ...buttons(finish))
    layer().append(dialog)
  })
}

function button(word: string, press: () => void): HTMLElement {
  const made = element('button', word)
  made.addEventListener('click', press)
  return made
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = ''): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

const layer = (): HTMLElement => document.getElementById('mp-dialogs') ?? document.body
