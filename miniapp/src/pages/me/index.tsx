import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='我的'>{null}</Page>
}
