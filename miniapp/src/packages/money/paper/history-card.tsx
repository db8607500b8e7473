import { Text, View } from '@tarojs/components'
import { CONTENT_FIELD_NAMES, SLOT_NAMES, type RevisionView } from '@huiying/shared/expenses'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import { Card } from '@/ui/card'
import { unbroken } from '@/ui/unbroken'
import styles from './paper.module.scss'

/** Who changed what when, the newest first; signatures that no longer count are struck through and said so. */
export function HistoryCard({ history, now }: { readonly history: readonly RevisionView[]; readonly now: EpochMs }) {
  return (
    <Card title={history.length > 1 ? '改过什么' : '谁写的'}>
      {[...history].reverse().map((revision) => (
        <Revision key={revision.number} revision={revision} now={now} />
      ))}
    </Card>
  )
}

function Revision({ revision, now }: { readonly revision: RevisionView; readonly now: EpochMs }) {
  const { number, savedAt, savedBy, changed, signatures, over } = revision
  const what = changed.length === 0 ? '写的' : `改了：${changed.map((field) => CONTENT_FIELD_NAMES[field]).join('、')}`
  return (
    <View className={styles.revision}>
      <View>{unbroken(`第 ${number} 版 · ${savedBy?.name ?? '报账员'}${what}`)}</View>
      <View className={styles.quiet}>{unbroken(formatNear(savedAt, now))}</View>
      {signatures.map(({ slot, by, at, isVoided }) => (
        <View key={`${slot}-${at}`} className={styles.oldSignature}>
          <Text className={isVoided ? styles.struck : ''}>{`${SLOT_NAMES[slot]} ${by.name}`}</Text>
          <Text className={styles.quietInline}>{unbroken(`${formatNear(at, now)} 签的${isVoided ? '，不作数了' : ''}`)}</Text>
        </View>
      ))}
      {over?.how === 'refused' && (
        <View className={styles.warning}>{`${over.by?.name ?? ''}没有签${over.reason === null ? '' : `：${over.reason}`}`}</View>
      )}
    </View>
  )
}
