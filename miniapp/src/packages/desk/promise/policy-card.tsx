import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { chinaDateOf, type EpochMs } from '@huiying/shared/kernel'
import type { PolicyView, SlaTerms } from '@huiying/shared/sla'
import { Card } from '@/ui/card'
import styles from './promise.module.scss'
import { changedSentences, dayWords, termsSentences } from './words'

export interface PolicyCardProps {
  readonly title: string
  readonly policy: PolicyView
  readonly now: EpochMs
  /** What holds until then: what becomes another is marked. */
  readonly before?: SlaTerms
  readonly children?: ReactNode
}

/** One version of the terms, in sentences, and whose it is. */
export function PolicyCard({ title, policy, now, before, children }: PolicyCardProps) {
  const changed = before === undefined ? [] : changedSentences(before, policy.terms)
  const was = new Map(changed.map(([old, sentence]) => [sentence, old]))
  return (
    <Card title={title}>
      <View className={`${styles.small} ${styles.sentence}`}>{whoseWords(policy, now)}</View>
      {termsSentences(policy.terms).map((sentence) => (
        <View key={sentence} className={was.has(sentence) ? styles.change : styles.sentence}>
          {was.has(sentence) && <View className={styles.was}>{`原来：${was.get(sentence)}`}</View>}
          <View>{sentence}</View>
        </View>
      ))}
      {children}
    </Card>
  )
}

function whoseWords({ version, firstOn, setBy }: PolicyView, now: EpochMs): string {
  if (version === 0) return '这是统一的规矩，还没有改过。'
  const since = `${dayWords(firstOn, chinaDateOf(now))}起算`
  return `第 ${version} 次定的，${since}${setBy === null ? '' : `，${setBy}定的`}。`
}
