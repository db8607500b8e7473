import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='说事'>{null}</Page>
}
