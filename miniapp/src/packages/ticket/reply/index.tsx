import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='回应'>{null}</Page>
}
