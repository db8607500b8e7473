import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='我说过的事'>{null}</Page>
}
