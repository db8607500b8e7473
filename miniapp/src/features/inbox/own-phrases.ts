import Taro from '@tarojs/taro'

const OWN_KEY = 'own-phrases'
const OWN_LIMIT = 6

/** Sentences the cadre kept for himself, on this phone. */
export function readOwnPhrases(): readonly string[] {
  const stored = Taro.getStorageSync<readonly string[] | ''>(OWN_KEY)
  return Array.isArray(stored) ? stored : []
}

/** The newest first; the oldest makes room. */
export function keepPhrase(text: string): readonly string[] {
  const phrases = [text.trim(), ...readOwnPhrases().filter((phrase) => phrase !== text.trim())].slice(0, OWN_LIMIT)
  Taro.setStorageSync(OWN_KEY, phrases)
  return phrases
}

export function dropPhrase(text: string): readonly string[] {
  const phrases = readOwnPhrases().filter((phrase) => phrase !== text)
  Taro.setStorageSync(OWN_KEY, phrases)
  return phrases
}
