import type { FiguresAnswer } from '@huiying/shared/figures'
import { workbookPath } from '@/features/figures/api'
import { sentenceOf } from '@/platform/say'
import { openServerFile } from '@/platform/server-file'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'

/** The same figures as a workbook: units and topics, no persons. */
export function Download({ answer }: { readonly answer: FiguresAnswer }) {
  const { subDistrict, fromOn, toOn } = answer
  const save = (): void => {
    const name = `${subDistrict.name}诉求简报${fromOn}至${toOn}`
    openServerFile(workbookPath({ fromOn, toOn }), name, 'xlsx').catch((error: unknown) => toast(sentenceOf(error)))
  }
  return <Button isSnug icon='download' onPress={save}>下载表格</Button>
}
