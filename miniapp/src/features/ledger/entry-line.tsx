import { View } from '@tarojs/components'
import type { EntryRow } from '@huiying/shared/ledger'
import { aria } from '@/ui/aria'
import { pressHandlers } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Tag } from '@/ui/tag'
import { unbroken } from '@/ui/unbroken'
import styles from './ledger.module.scss'
import { openEntry } from './ways'

/** An entry as one says it to a neighbour; a tap shows all that stands behind it. */
export function EntryLine({ row: { id, sentence, correction } }: { readonly row: EntryRow }) {
  const label = correction === null ? sentence : `${sentence}。${correction}`
  return (
    <View className={styles.line} {...pressHandlers(() => openEntry(id))} {...aria({ role: 'button', label })}>
      <View className={styles.lineWords}>
        <View className={correction === null ? '' : styles.struck}>{unbroken(sentence)}</View>
        {correction !== null && <View className={styles.tag}><Tag tone='soon'>{correction}</Tag></View>}
      </View>
      <View className={styles.arrow}><Icon name='chevron-right' /></View>
    </View>
  )
}
