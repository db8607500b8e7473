import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import type { Verdict } from './check-words'
import styles from './ledger.module.scss'

const ICONS: Readonly<Record<Verdict['tone'], IconName>> = { good: 'shield-check', bad: 'triangle-alert', wait: 'clock' }

/** What a check came to. Read out at once; what is wrong louder than what is right. */
export function VerdictCard({ verdict: { tone, title, note } }: { readonly verdict: Verdict }) {
  return (
    <View {...aria(tone === 'bad' ? { role: 'alert' } : { live: 'polite' })}>
      <Card tone={tone === 'bad' ? 'late' : 'plain'}>
        <View className={styles.verdict}>
          <View className={`${styles.verdictIcon} ${styles[tone]}`}><Icon name={ICONS[tone]} size={36} /></View>
          <View className={styles.verdictWords}>
            <View className={`${styles.verdictTitle} ${styles[tone]}`}>{title}</View>
            <View>{note}</View>
          </View>
        </View>
      </Card>
    </View>
  )
}
