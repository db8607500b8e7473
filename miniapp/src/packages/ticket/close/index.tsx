import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='办好了'>{null}</Page>
}
