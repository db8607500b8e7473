import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='首页'>{null}</Page>
}
