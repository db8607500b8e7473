import { Page } from '@/ui/page'

export default function Placeholder() {
  return <Page title='提醒设置'>{null}</Page>
}
