import { View } from '@tarojs/components'
import type { Me } from '@huiying/shared/identity'
import type { SubscriptionsAnswer } from '@huiying/shared/notifications'
import { openPage } from '@/features/identity'
import { TopUp } from '@/features/notifications/top-up'
import { keysToTopUp, templatesFor } from '@/features/notifications/wanted-templates'
import { loadSubscriptions } from '@/platform/subscribe'
import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Tag } from '@/ui/tag'
import styles from './me.module.scss'

/** How often WeChat will still carry a message to this person; without an answer, only the way to the settings. */
export function Reminders({ me }: { readonly me: Me }) {
  const { data, replace } = useLoad<SubscriptionsAnswer>(me.accountId, loadSubscriptions)
  const templates = data === null ? [] : templatesFor(me, data).filter((template) => template.wanted)
  return (
    <Card title='微信提醒'>
      {templates.map((template) => (
        <ListRow
          key={template.key}
          title={template.name}
          end={
            template.remaining === 0 ? <Tag tone='soon'>没开</Tag> : <Tag tone='ok'>{`还有 ${template.remaining} 次`}</Tag>
          }
        />
      ))}
      <View className={styles.note} />
      <TopUp keys={keysToTopUp(templates)} onToppedUp={replace} />
      <ListRow icon='settings' title='提醒设置' onPress={() => openPage('/packages/account/preferences/index')} />
    </Card>
  )
}
