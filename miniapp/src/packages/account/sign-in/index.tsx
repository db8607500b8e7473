import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='登录'>{null}</Page>
}
