import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='等我回的事'>{null}</Page>
}
