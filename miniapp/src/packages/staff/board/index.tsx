import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='超时看板'>{null}</Page>
}
