import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='这件事'>{null}</Page>
}
