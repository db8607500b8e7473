import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='等您确认的人'>{null}</Page>
}
