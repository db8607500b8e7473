import { View } from '@tarojs/components'
import { STATEMENT_LIMIT } from '@huiying/shared/expenses'
import { dropLocalFile, useLocalFileUrl, type LocalFile } from '@/platform/local-file'
import { apiUrl } from '@/platform/request'
import { useRecorder } from '@/platform/use-recorder'
import { Card } from '@/ui/card'
import { HoldToTalk } from '@/ui/hold-to-talk'
import { TextBox } from '@/ui/text-box'
import { VoiceNote } from '@/ui/voice-note'
import type { PartProps } from './part-props'
import styles from './draft.module.scss'

/** Written, said, or both. */
export function StatementField({ draft, change }: PartProps) {
  const { localVoice, keptVoice } = draft
  const recorder = useRecorder((voice: LocalFile) => {
    if (localVoice !== null) void dropLocalFile(localVoice)
    change({ localVoice: voice, keptVoice: null })
  })
  const url = useLocalFileUrl(localVoice)
  const remove = () => {
    if (localVoice !== null) void dropLocalFile(localVoice)
    change({ localVoice: null, keptVoice: null })
  }
  return (
    <Card title='说明'>
      <View className={styles.note}>为什么要花、花在哪里，村里人都会看到。不会打字就按住说。</View>
      <TextBox
        label='说明'
        value={draft.statementText}
        placeholder='比如：三组水渠上个月冲坏了，买水泥 40 袋，由三组出工修好'
        limit={STATEMENT_LIMIT}
        rows={3}
        onChange={(statementText) => change({ statementText })}
      />
      {localVoice !== null && <VoiceNote url={url} durationMs={localVoice.durationMs} label='说明' onRemove={remove} />}
      {localVoice === null && keptVoice !== null && (
        <VoiceNote url={apiUrl(keptVoice.url)} durationMs={keptVoice.durationMs} label='说明' onRemove={remove} />
      )}
      {localVoice === null && keptVoice === null && (
        <View className={styles.talk}>
          <HoldToTalk recorder={recorder} words='按住说说明' />
        </View>
      )}
    </Card>
  )
}
