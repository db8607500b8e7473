import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='消息'>{null}</Page>
}
