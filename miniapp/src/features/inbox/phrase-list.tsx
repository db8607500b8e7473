import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
import { toast } from '@/ui/toast'
import { dropPhrase, keepPhrase, readOwnPhrases } from './own-phrases'
import styles from './phrase-list.module.scss'

export interface PhraseListProps {
  readonly ready: readonly string[]
  /** What stands in the box now: may be kept as a phrase of one's own. */
  readonly text: string
  readonly onPick: (text: string) => void
}

/** Sentences to begin with; a tap puts one into the box, where it can be changed. */
export function PhraseList({ ready, text, onPick }: PhraseListProps) {
  const [own, setOwn] = useState(readOwnPhrases)
  const isKnown = own.includes(text.trim()) || ready.includes(text.trim()) || text.trim() === ''
  return (
    <View className={styles.list}>
      <View className={styles.heading}>点一句，再改改</View>
      {own.map((phrase) => (
        <View key={phrase} className={styles.own}>
          <Phrase words={phrase} onPick={onPick} />
          <Button isSnug icon='trash-2' label={`删掉常用的话：${phrase}`} onPress={() => setOwn(dropPhrase(phrase))}>
            删
          </Button>
        </View>
      ))}
      {ready.map((phrase) => (
        <Phrase key={phrase} words={phrase} onPick={onPick} />
      ))}
      {!isKnown && (
        <Button
          icon='star'
          onPress={() => {
            setOwn(keepPhrase(text))
            toast('存好了，下次点一下就有')
          }}
        >
          把这句存成常用的话
        </Button>
      )}
    </View>
  )
}

function Phrase({ words, onPick }: { readonly words: string; readonly onPick: (text: string) => void }) {
  return (
    <View className={styles.phrase} {...pressHandlers(() => onPick(words))} {...aria({ role: 'button' })}>
      {words}
    </View>
  )
}
