import Taro from '@tarojs/taro'
import type { HeadMemory } from './proof/look-at-head'
import type { RememberedHead } from './proof/remembered-head'

/** The last head of a book that this phone saw; the phone's, whoever is signed in on it. */
export function headMemory(bookId: string): HeadMemory {
  const key = `book-head:${bookId}`
  return {
    read: () => Taro.getStorageSync<RememberedHead | ''>(key) || null,
    keep: (head) => void Taro.setStorageSync(key, head),
  }
}
