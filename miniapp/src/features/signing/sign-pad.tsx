import { useCallback, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { Strokes } from '@huiying/shared/expenses'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { createPen } from './pen'
import { BrowserSurface } from './browser-surface'
import styles from './signing.module.scss'
import { WeChatSurface } from './wechat-surface'

export interface SignPadProps {
  /** `null` after 重写. What is being drawn goes straight onto the canvas; nothing is told until the pen is lifted. */
  readonly onDrawn: (strokes: Strokes | null) => void
}

/** Paper to write one's name on. */
export function SignPad({ onDrawn }: SignPadProps) {
  const pen = useRef(createPen()).current
  const [sheet, setSheet] = useState(0)
  const [isEmpty, setIsEmpty] = useState(true)
  // Asked for only once the pad takes it: what a quick finger wrote before that would be lost.
  const [isReady, setIsReady] = useState(false)
  const ready = useCallback(() => setIsReady(true), [])
  const lifted = () => {
    pen.up()
    setIsEmpty(false)
    onDrawn(pen.drawn())
  }
  const again = () => {
    pen.clear()
    setIsEmpty(true)
    setIsReady(false)
    // A new sheet of paper: a canvas in WeChat forgets its scale when it is resized, a fresh one knows nothing of that.
    setSheet(sheet + 1)
    onDrawn(null)
  }
  const Surface = process.env.TARO_ENV === 'h5' ? BrowserSurface : WeChatSurface
  return (
    <View>
      <View className={styles.pad} {...aria({ role: 'img', label: '签名的地方，用手指写' })}>
        {isEmpty && isReady && <View className={styles.guide}>请在这里写您的名字</View>}
        <Surface key={sheet} pen={pen} onLifted={lifted} onReady={ready} />
      </View>
      <View className={styles.again}>
        <Button icon='refresh-cw' isSnug isDisabled={isEmpty} onPress={again}>
          重写
        </Button>
      </View>
    </View>
  )
}
