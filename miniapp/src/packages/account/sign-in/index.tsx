import { Page } from '@/ui/page'
import { BrowserSignIn } from './browser-sign-in'
import { WeChatSignIn } from './wechat-sign-in'

export default function SignInPage() {
  return <Page title='登录'>{process.env.TARO_ENV === 'h5' ? <BrowserSignIn /> : <WeChatSignIn />}</Page>
}
