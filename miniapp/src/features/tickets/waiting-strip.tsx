import { View } from '@tarojs/components'
import { openPage } from '@/features/identity'
import { useOutbox } from '@/platform/outbox-store'
import { Strip } from '@/ui/states'

/**
 * What was said and has not arrived; the whole list with what to do is under 我的. It keeps its place while it is empty:
 * a new child in the middle would send WeChat the whole page again.
 */
export function WaitingStrip({ accountId }: { readonly accountId: string }) {
  const items = useOutbox(accountId)
  if (items.length === 0) return <View />
  const refused = items.filter((item) => item.refusal !== null).length
  const words = refused > 0 ? `有 ${refused} 件没发出去，点“看看”就知道为什么` : `有 ${items.length} 件存在手机上，有网了自动发`
  return (
    <View>
      <Strip
        icon={refused > 0 ? 'circle-alert' : 'wifi-off'}
        action={{ words: '看看', onPress: () => openPage('/pages/me/index') }}
      >
        {words}
      </Strip>
    </View>
  )
}
