import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { fetchParts, openParts } from './parts'
import { usePolling } from './use-ticket'

/** On an officer's home page: what his department is called for, and whether it is late. */
export function CalledParts({ accountId }: { readonly accountId: string }) {
  const parts = useLoad(`parts/${accountId}`, fetchParts)
  usePolling(parts.reload)
  const open = parts.data?.open ?? []
  const late = open.filter(({ state }) => state === 'late').length
  const note = open.length === 0 ? '现在没有' : `${open.length} 件没办完${late > 0 ? `，${late} 件已经晚了` : ''}`
  return (
    <Card tone={late > 0 ? 'late' : open.length > 0 ? 'soon' : 'plain'}>
      <ListRow
        icon='megaphone'
        title='叫我们去的事'
        {...(parts.data === null ? {} : { note })}
        onPress={openParts}
      />
    </Card>
  )
}
