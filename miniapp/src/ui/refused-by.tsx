import Taro from '@tarojs/taro'
import type { ApiError } from '@/platform/api-error'
import { sentenceOf } from '@/platform/say'
import { Refused } from './states'

export interface RefusedByProps {
  readonly error: ApiError
  readonly onRetry: () => void
}

/** Why there is nothing to show, and the one thing that helps: asking again changes neither a post nor a name. */
export function RefusedBy({ error, onRetry }: RefusedByProps) {
  const sentence = sentenceOf(error)
  if (error.code === 'session.forbidden') {
    return <Refused sentence={sentence} action={{ words: '回首页', onPress: goHome }} />
  }
  if (error.code === 'session.not-bound') {
    return <Refused sentence={sentence} action={{ words: '用手机号认一认', onPress: goToBeRecognised }} />
  }
  return <Refused sentence={sentence} action={{ words: '再试一次', onPress: onRetry }} />
}

function goHome(): void {
  void Taro.switchTab({ url: '/pages/home/index' })
}

function goToBeRecognised(): void {
  void Taro.navigateTo({ url: '/packages/account/sign-in/index' })
}
