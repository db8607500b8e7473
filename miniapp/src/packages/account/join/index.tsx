import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='加入村子'>{null}</Page>
}
