import Taro from '@tarojs/taro'
import { answerByKeys } from './answer-by-keys'

// A slow reader needs about a quarter of a second for each character.
const MS_PER_CHARACTER = 250
const SHORTEST_MS = 1_500
const LONGEST_MS = 5_000

/** A word in passing, for what went well or a small thing that did not. What stops somebody belongs on the page. */
export function toast(words: string): void {
  const duration = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, words.length * MS_PER_CHARACTER))
  const show = () => void Taro.showToast({ title: words, icon: 'none', duration })
  show()
  if (process.env.TARO_ENV === 'h5') alsoOnTheNextPage(show)
}

const PAGE_CHANGED = '__afterTaroRouterChange'
// Whoever has sent something is taken back at once; who leaves later has read it.
const LEAVING_MS = 1_000
let forget = (): void => undefined

/** In the browser Taro takes the words away with the page they were said on; in WeChat they stay. */
function alsoOnTheNextPage(show: () => void): void {
  forget()
  const timer = setTimeout(() => forget(), LEAVING_MS)
  const again = (): void => {
    forget()
    show()
  }
  forget = () => {
    clearTimeout(timer)
    Taro.eventCenter.off(PAGE_CHANGED, again)
    forget = () => undefined
  }
  Taro.eventCenter.on(PAGE_CHANGED, again)
}

export interface Question {
  readonly title: string
  readonly words: string
  readonly yes: string
  readonly no?: string
}

/** Asks before what cannot be taken back. */
export async function ask(question: Question): Promise<boolean> {
  const answered = answerByKeys()
  const { confirm } = await Taro.showModal({
    title: question.title,
    content: question.words,
    confirmText: question.yes,
    cancelText: question.no ?? '先不',
    confirmColor: '#22694a',
  }).finally(answered)
  return confirm
}
