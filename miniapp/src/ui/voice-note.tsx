import { View } from '@tarojs/components'
import { SECOND_MS } from '@huiying/shared/kernel'
import { usePlayer } from '@/platform/use-player'
import { aria } from './aria'
import { Button, pressHandlers } from './button'
import { Fault } from './fault'
import { Icon } from './icon'
import styles from './voice-note.module.scss'

export interface VoiceNoteProps {
  /** As the player takes it; `null` while it is fetched. */
  readonly url: string | null
  readonly durationMs: number | null
  /** Whose words: "王秀兰说的话". */
  readonly label: string
  readonly onRemove?: () => void
}

/** A recording to listen to, and on a draft to throw away. */
export function VoiceNote({ url, durationMs, label, onRemove }: VoiceNoteProps) {
  const { isPlaying, fault, toggle } = usePlayer(url)
  const seconds = durationMs === null ? null : Math.max(1, Math.round(durationMs / SECOND_MS))
  const length = seconds === null ? '' : ` ${seconds} 秒`
  return (
    <View className={styles.whole}>
      <View className={styles.line}>
        <View
          className={`${styles.note} ${isPlaying ? styles.playing : ''}`}
          {...pressHandlers(toggle)}
          {...aria({ role: 'button', label: `${isPlaying ? '停' : '听'}${label}${length}` })}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} />
          <View className={styles.words}>{isPlaying ? '正在放，点一下停' : `点一下听${length}`}</View>
        </View>
        {onRemove !== undefined && (
          <View className={styles.remove}>
            <Button icon='trash-2' label={`删掉${label}`} onPress={onRemove}>
              删掉
            </Button>
          </View>
        )}
      </View>
      <Fault words={fault} />
    </View>
  )
}
