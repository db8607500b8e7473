import { View } from '@tarojs/components'
import { openPage } from '@/features/identity'
import { useIsOnline } from '@/platform/network'
import { useIsSending } from '@/platform/outbox'
import { useOutbox } from '@/platform/outbox-store'
import type { IconName } from '@/ui/icon'
import { Strip } from '@/ui/states'

type State = 'refused' | 'sending' | 'again' | 'offline'

const ICONS: Readonly<Record<State, IconName>> = {
  refused: 'circle-alert',
  sending: 'send',
  again: 'refresh-cw',
  offline: 'wifi-off',
}

const WORDS: Readonly<Record<State, (count: number) => string>> = {
  refused: (count) => `有 ${count} 件没发出去，点“看看”就知道为什么`,
  sending: (count) => `有 ${count} 件，正在发`,
  again: (count) => `有 ${count} 件还没发到，过一会儿自动再发`,
  offline: (count) => `有 ${count} 件存在手机上，有网了自动发`,
}

/**
 * What was said and has not arrived; the whole list with what to do is under 我的. It keeps its place while it is empty:
 * a new child in the middle would send WeChat the whole page again.
 */
export function WaitingStrip({ accountId }: { readonly accountId: string }) {
  const items = useOutbox(accountId)
  const isSending = useIsSending()
  const isOnline = useIsOnline()
  if (items.length === 0) return <View />
  const refused = items.filter((item) => item.refusal !== null).length
  const state = refused > 0 ? 'refused' : isSending ? 'sending' : isOnline ? 'again' : 'offline'
  return (
    <View>
      <Strip icon={ICONS[state]} action={{ words: '看看', onPress: () => openPage('/pages/me/index') }}>
        {WORDS[state](refused > 0 ? refused : items.length)}
      </Strip>
    </View>
  )
}
