import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='村里事'>{null}</Page>
}
